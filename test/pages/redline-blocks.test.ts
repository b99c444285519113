/** A redline for readers loses no word: its blocks still are the earlier and the later text. */
import { describe, expect, test } from 'vitest';
import { diffWords } from '../../src/law/diff.ts';
import { firstWords, isOnlyBlanks, redlineBlocks, type WordRun, wordsIn } from '../../src/view/redline-blocks.ts';

const blocksOf = (before: string, after: string) => redlineBlocks(diffWords(before, after));
/** The words of one side of a redline, without the marks of what is put apart. */
const sideOf = (blocks: ReturnType<typeof redlineBlocks>, own: WordRun['op']) =>
  blocks
    .flatMap(({ paragraphs }) => paragraphs.map((runs) => runs.filter(({ op }) => op === 'EQUAL' || op === own)))
    .map((runs) => runs.map(({ text }) => text).join(''))
    .join(' ')
    .replaceAll('…', ' ')
    .split(/\s+/)
    .filter(Boolean);

/** Numbers that look random and are the same in each run. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state;
  }
}

/** A text of paragraphs, and the same text with words replaced, inserted and deleted. */
function twoTexts(seed: number): [string, string] {
  const next = numbers(seed);
  const pick = (most: number) => next.next().value % most;
  const words = Array.from({ length: 40 + pick(400) }, () => `w${pick(30)}${pick(12) === 0 ? '\n' : ' '}`);
  const changed = words.flatMap((word) => {
    if (pick(25) > 2) return [word];
    return [[], [`x${pick(9)} `], [word, `y${pick(9)} `, `y${pick(9)} `]][pick(3)] ?? [];
  });
  return [words.join(''), changed.join('')];
}

describe('the blocks of a redline', () => {
  test('have all words of both texts, in their order', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const [before, after] = twoTexts(seed);
      const blocks = blocksOf(before, after);
      const words = (text: string) => text.split(/\s+/).filter(Boolean);
      expect([seed, sideOf(blocks, 'DELETE').join('')]).toEqual([seed, words(before).join('')]);
      expect([seed, sideOf(blocks, 'INSERT').join('')]).toEqual([seed, words(after).join('')]);
    }
  });

  test('put long unchanged runs apart and count their words, but keep the paragraph around a change', () => {
    const long = Array.from({ length: 100 }, (_, i) => `w${i}`).join(' ');
    const blocks = blocksOf(`(a) ${long}\n(b) A red kite.`, `(a) ${long}\n(b) A blue kite.`);
    expect(blocks.map(({ kind }) => kind)).toEqual(['SAME', 'CHANGED']);
    expect(blocks[0]).toMatchObject({ words: 101 });
    expect(blocks[1]?.paragraphs[0]?.map(({ text }) => text)).toEqual(['(b) A ', 'red', 'blue', ' kite.']);
  });

  test('tell phrases, where single words are the same by chance', () => {
    const [block] = blocksOf(
      'when the practice meets all of the following conditions',
      'when the practice follows the conditions',
    );
    const told = block?.paragraphs[0]?.filter(({ op }) => op !== 'EQUAL').map(({ op, text }) => `${op} ${text.trim()}`);
    expect(told).toEqual(['DELETE meets all of the following', 'INSERT follows the']);
  });

  test('tell texts that differ in blanks only', () => {
    expect(isOnlyBlanks(diffWords('a  kite', 'a kite'))).toBe(true);
    expect(isOnlyBlanks(diffWords('a kite', 'a kite'))).toBe(false);
  });

  test('can be cut after some words', () => {
    const { runs, isCut } = firstWords([{ op: 'INSERT', text: 'one two three four' }], 2);
    expect([runs, isCut]).toEqual([[{ op: 'INSERT', text: 'one two …' }], true]);
    expect(wordsIn('one two')).toBe(2);
  });
});
