import { expect, test } from 'vitest';
import { diffWords } from '../../src/law/diff.ts';
import { random } from '../plan/random.ts';
import { rounds } from '../setup/thorough.ts';

const joined = (before: string, after: string, without: string) =>
  diffWords(before, after)
    .filter(({ op }) => op !== without)
    .map(({ text }) => text)
    .join('');

test('compares words', () => {
  expect(diffWords('An actor may charge a fee.', 'An actor must charge a fee.')).toEqual([
    { op: 'EQUAL', text: 'An actor ' },
    { op: 'DELETE', text: 'may' },
    { op: 'INSERT', text: 'must' },
    { op: 'EQUAL', text: ' charge a fee.' },
  ]);
});

test('the chunks form both texts, whatever the texts are', () => {
  const r = random(8);
  const text = () =>
    Array.from({ length: r.int(400) }, () => r.pick(['a', 'b', ' ', '  ', '\n', '.', 'é', 'word'])).join('');
  for (let i = 0; i < rounds(300, 3_000); i += 1) {
    const [before, after] = [text(), text()];
    expect(joined(before, after, 'INSERT')).toBe(before);
    expect(joined(before, after, 'DELETE')).toBe(after);
  }
});

/** A text of so many paragraphs, each of fifty words. */
const paragraphs = (count: number, seed: number) => {
  const r = random(seed);
  return Array.from({ length: count }, () => `${Array.from({ length: 50 }, () => `w${r.int(900)}`).join(' ')}.\n`);
};

test('a few changed words in a long text are found as words', () => {
  const before = paragraphs(400, 1);
  const after = before.map((line, i) => (i % 3 === 0 ? line.replace(/ \w+ /g, ' other ') : line));
  const runs = diffWords(before.join(''), after.join(''));
  expect(joined(before.join(''), after.join(''), 'INSERT')).toBe(before.join(''));
  expect(joined(before.join(''), after.join(''), 'DELETE')).toBe(after.join(''));
  expect(runs.filter(({ op, text }) => op === 'EQUAL' && text.length > 500).length).toBeGreaterThan(100);
  expect(runs.every(({ text }, i) => text !== '' && runs[i + 1]?.op !== runs[i]?.op)).toBe(true);
});

test('two long texts that share nothing are compared in a moment', () => {
  const [before, after] = [paragraphs(3_000, 2).join(''), paragraphs(3_000, 3).join('')];
  const { user } = process.cpuUsage();
  expect(joined(before, after, 'INSERT')).toBe(before);
  expect((process.cpuUsage().user - user) / 1_000).toBeLessThan(5_000); // milliseconds; word by word it takes minutes
}, 60_000);
