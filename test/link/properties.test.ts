/** What holds of every text and every set of names. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mentionsOf } from '../../src/link/mentions.ts';
import { linkText } from '../../src/link/rules.ts';
import { tokensOf } from '../../src/link/tokens.ts';
import { everywhere, named, OWN_PAGE, vocabulary } from './names.ts';

const word = fc.constantFrom('health', 'care', 'plan', 'API', 'use', 'Act', 'kites', 'é', "actor's", 'IT', 'ß', '数据');
const gap = fc.constantFrom(' ', ' ', ' ', '-', '. ', ', ', '\n\n', ' of ', '/', '\ud800', '®');
const text = fc
  .array(fc.tuple(word, gap), { maxLength: 30 })
  .map((pairs) => pairs.map(([one, between]) => one + between).join(''));
const anything = fc.oneof(text, fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 200 }));
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const names = fc.uniqueArray(name, { maxLength: 12 });

test('every match is the text at its offsets, in order and without overlap', () => {
  fc.assert(
    fc.property(anything, names, (given, some) => {
      let last = 0;
      for (const { start, end, text: quote } of linkText(given, vocabulary(...some), OWN_PAGE)) {
        expect(given.slice(start, end)).toBe(quote);
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
    }),
    { numRuns: 2_000 },
  );
});

test('the order of names does not matter', () => {
  fc.assert(
    fc.property(anything, names, fc.infiniteStream(fc.nat()), (given, some, keys) => {
      const shuffled = some.map((one) => ({ one, key: keys.next().value })).sort((a, b) => a.key - b.key);
      expect(linkText(given, vocabulary(...shuffled.map(({ one }) => one)), OWN_PAGE)).toEqual(
        linkText(given, vocabulary(...some), OWN_PAGE),
      );
    }),
    { numRuns: 1_000 },
  );
});

test('no longer name begins where a name was found', () => {
  const lower = fc.constantFrom('health', 'care', 'plan', 'kite', 'keeper');
  const phrases = fc.uniqueArray(fc.array(lower, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')));
  fc.assert(
    fc.property(fc.array(lower, { maxLength: 20 }), phrases, (words, some) => {
      const given = words.join(' ');
      for (const { start, end } of linkText(given, vocabulary(...some), OWN_PAGE)) {
        const longer = some.filter((one) => one.length > end - start && `${given.slice(start)} `.startsWith(`${one} `));
        expect(longer).toEqual([]);
      }
    }),
    { numRuns: 1_000 },
  );
});

test('words match the text at their offsets', () => {
  fc.assert(
    fc.property(anything, (given) => {
      for (const { written, start, end } of tokensOf(given)) expect(given.slice(start, end)).toBe(written);
    }),
    { numRuns: 1_000 },
  );
});

test('weights are above 0 and below 1, and grow with frequency and rarity', () => {
  const texts = ['kite kite kite', 'kite', 'kite and keeper', 'nothing'];
  const holders = texts.map((one, i) => ({
    id: `Standard:${i}`,
    texts: [{ text: one, sourceId: 'Source:none' }],
    around: [],
    defines: [],
  }));
  const { relations } = mentionsOf(holders, [everywhere(named('kite'), named('keeper'))], new Map());
  const weights = Object.fromEntries(relations.map(({ from, to, weight = 1 }) => [`${from} ${to}`, weight]));
  for (const weight of Object.values(weights)) expect(weight > 0 && weight < 1).toBe(true);
  expect(weights['Standard:0 Term:kite']).toBeGreaterThan(weights['Standard:1 Term:kite'] ?? 1);
  expect(weights['Standard:2 Term:keeper']).toBeGreaterThan(weights['Standard:2 Term:kite'] ?? 1);
});
