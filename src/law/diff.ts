import { diffWordsWithSpace } from 'diff';

/** A run of words that two texts share, or that one of them lacks. */
export interface WordRun {
  op: 'EQUAL' | 'INSERT' | 'DELETE';
  text: string;
}

/**
 * Compares two texts word by word. The EQUAL and DELETE chunks joined are the old text, the EQUAL and INSERT chunks the new.
 */
export function diffWords(before: string, after: string): WordRun[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    op: added ? 'INSERT' : removed ? 'DELETE' : 'EQUAL',
    text: value,
  }));
}
