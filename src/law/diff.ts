import { diffWordsWithSpace } from 'diff';

/** A run of words that stayed, came or went. */
export interface DiffChunk {
  op: 'EQUAL' | 'INSERT' | 'DELETE';
  text: string;
}

/**
 * What became of a text, by words. Exact: the chunks that stayed or went are the old text, those that stayed or came the new.
 */
export function diffWords(before: string, after: string): DiffChunk[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    op: added ? 'INSERT' : removed ? 'DELETE' : 'EQUAL',
    text: value,
  }));
}
