import { diffWordsWithSpace } from 'diff';

/** A sequence of words that two texts share, or that only one of them contains. */
export interface WordRun {
  op: 'EQUAL' | 'INSERT' | 'DELETE';
  text: string;
}

/**
 * Compares two texts word by word. The EQUAL and DELETE chunks together form the old text. The EQUAL and INSERT chunks
 * together form the new text.
 */
export function diffWords(before: string, after: string): WordRun[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    op: added ? 'INSERT' : removed ? 'DELETE' : 'EQUAL',
    text: value,
  }));
}
