/** The ways in which the law cites: sentences of ours in the patterns of real ones, each with every place that it cites. */
import { expect, test } from 'vitest';
import { citedBy, SENTENCES } from './sentences.ts';

test('has enough sentences to be meaningful', () => {
  expect(SENTENCES.length).toBeGreaterThan(150);
  expect(SENTENCES.filter(({ cites }) => cites.length === 0).length).toBeGreaterThan(25);
});

test.each(SENTENCES)('$at: $text', (sentence) => {
  expect(citedBy(sentence).sort()).toEqual([...sentence.cites].sort());
});
