import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import type { Sentence } from './prose.ts';

/**
 * The US school grade of a text according to Flesch and Kincaid (1975). Grade 12 is the last year of high school.
 * Numbers and citations do not count because readers do not sound them out.
 */
export function gradeOf(sentences: readonly Sentence[]): number {
  const spoken = sentences
    .map(({ words }) => words.filter((word) => /^\p{L}/u.test(word)))
    .filter((words) => words.length > 0);
  const words = spoken.flat();
  return fleschKincaid({
    sentence: spoken.length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + syllable(word), 0),
  });
}
