/** What is pure in search: words, the composition of Lucene queries, citations in sentences, distances, near names, highlights. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citationsIn } from '../../src/search/citation.ts';
import { distance } from '../../src/search/distance.ts';
import { highlights } from '../../src/search/highlight.ts';
import { nearNames } from '../../src/search/near.ts';
import { readQuery } from '../../src/search/query.ts';
import { formsOf, nameKey, singular, tellingWords, textWordsOf, wordsOf } from '../../src/search/words.ts';
import { anyText } from './any-text.ts';

describe('words', () => {
  test.each([
    ['Électronic HEALTH-record’s', ['electronic', 'health', 'record', 's']],
    ['ｆｈｉｒ 45 CFR 171.203(a)', ['fhir', '45', 'cfr', '171', '203', 'a']],
    ['+-&|!(){}[]^"~*?:\\/', []],
  ])('of a name: %s', (text, words) => expect(wordsOf(text)).toEqual(words));

  test.each([
    ['§ 171.203(a)(1), the provider’s 1,000', ['171.203', 'a', '1', 'the', "provider's", '1,000']],
    ['42 U.S.C. 300jj-52. End.', ['42', 'u.s.c', '300jj', '52', 'end']],
    ['naïve', ['naïve']],
  ])('of a text, as the standard analyzer cuts it: %s', (text, words) => expect(textWordsOf(text)).toEqual(words));

  test.each([
    ['entities', 'entity'],
    ['classes', 'class'],
    ['claims', 'claim'],
    ['apis', 'api'],
    ['exchanges', 'exchange'],
    ['access', 'access'],
    ['his', 'his'],
    ['171', '171'],
  ])('%s is in the singular %s', (word, one) => expect(singular(word)).toBe(one));

  test('have a singular and a plural form', () => {
    expect(formsOf('entity')).toEqual(['entity', 'entities']);
    expect(formsOf('entities')).toEqual(['entities', 'entity']);
    expect(formsOf('process')).toEqual(['process', 'processes']);
    expect(formsOf('203')).toEqual(['203']);
  });

  test('of a filler kind need not match, unless there are no others; "it" is not a filler', () => {
    expect(tellingWords(['what', 'is', 'health', 'it'])).toEqual(['health', 'it']);
    expect(tellingWords(['to', 'be'])).toEqual(['to', 'be']);
    expect(tellingWords(['171', '203', 'a'])).toEqual(['171', '203', 'a']); // a paragraph
  });
});

test('a Lucene query has words and our own operators, and no operator from the input', () => {
  const word = String.raw`[\p{L}\p{N}][\p{L}\p{N}\p{M}.,'’]*`;
  const clause = String.raw`\+\((?:(?:heading:)?${word}(?:\*|~1)?(?: (?=[^)])|(?=\))))+\)`;
  const composed = new RegExp(`^(?:${clause}(?: (?!$)|$))*$`, 'u');
  const near = new RegExp(`^(?:${word}~[12](?: (?!$)|$))*$`, 'u');
  fc.assert(
    fc.property(anyText, (text) => {
      const { asked, near: nearWords } = readQuery(text);
      for (const { lucene } of asked) expect(lucene).toMatch(composed);
      expect(nearWords).toMatch(near);
      for (const lucene of [...asked.map((one) => one.lucene), nearWords]) {
        expect(lucene).not.toMatch(/\b(?:AND|OR|NOT|TO)\b/);
      }
    }),
    { numRuns: 3_000 },
  );
});

const termsOfTexts = (text: string) => {
  const [, , texts] = readQuery(text).asked;
  return texts?.index === 'entity_texts' ? (texts.lucene.match(/[^\s+()]+/g) ?? []) : [];
};
test('a text query stays within the 1,024 clauses that Lucene accepts, in six fields', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const terms = termsOfTexts(text.slice(0, 1_000));
      const clauses = terms.reduce((sum, term) => sum + (/^[ -~’]*$/.test(term) ? 1 : term.length), 0);
      expect(clauses * 6).toBeLessThan(1_024);
    }),
    { numRuns: 2_000 },
  );
  const words = Array.from({ length: 400 }, (_, i) => `${'abcdefghij'[i % 10]}b`).join(' ');
  expect(termsOfTexts(`${'汉'.repeat(500)} ${words}`).length * 6).toBeLessThan(1_024);
});

test('an overlong word is searched neither by prefix nor with typos', () => {
  const { asked, near } = readQuery('ab'.repeat(33));
  expect([...asked.map(({ lucene }) => lucene), near].join(' ')).not.toMatch(/[*~]/);
});

test.each([
  ['see 45 CFR 171.203(a)(1).', ['45 CFR 171.203(a)(1)', '45 CFR 171.203(a)', '45 CFR 171.203']],
  ['(§ 171.103)', ['45 CFR 171.103']],
  ['in 45 CFR Part 171, subpart B', ['45 CFR Part 171 Subpart B']],
  ['42 USC § 300jj-52', ['42 U.S.C. 300jj-52']],
  ['Public Law No. 104-191', ['Pub. L. 104-191']],
  ['PL 104–191', ['Pub. L. 104-191']],
  ['part of a whole', []],
  ['in', []],
  ['x'.repeat(1_000), []],
])('%s cites %j', (text, citations) => expect(citationsIn(text)).toEqual(citations));

describe('distance', () => {
  test.each([
    ['abcde', 'abcde', 0],
    ['abcde', 'abxde', 1],
    ['abcde', 'abde', 1],
    ['abcde', 'abccde', 1],
    ['abcde', 'abdce', 1],
    ['abcde', 'badce', 2],
    ['', 'ab', 2],
  ])('from %s to %s is %i', (one, other, away) => expect(distance(one, other)).toBe(away));
  test('is symmetric, and at most the length of the longer word', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '😀'), maxLength: 8 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(distance(one, other)).toBe(distance(other, one));
        expect(distance(one, other)).toBeLessThanOrEqual(Math.max([...one].length, [...other].length));
        expect(distance(one, other) === 0).toBe(one === other);
      }),
    );
  });
});

test('near names are the nearest three, without duplicates and unrelated words', () => {
  expect(nearNames('interopperabilty', ['Interoperability', 'Interop', 'Interoperability', 'Claim'])).toEqual([
    'Interoperability',
  ]);
  expect(nearNames('abcd', ['abce', 'abcf', 'abcg', 'abch'])).toEqual(['abce', 'abcf', 'abcg']);
  expect(nearNames('', ['a'])).toEqual([]);
});

describe('highlights', () => {
  const of = (query: string, fields: Record<string, string>, aliases: string[] = []) =>
    highlights({ ...fields, query, aliases }).map(({ field, text, ranges }) => [
      field,
      text,
      ranges.map(([start, end]) => text.slice(start, end)),
    ]);

  test('are in every field with a word of the query, aliases included', () => {
    expect(
      of('health records', { label: 'EHR', summary: 'A health record 😀 of records.' }, ['Health record', 'EMR']),
    ).toEqual([
      ['alias', 'Health record', ['Health', 'record']],
      ['summary', 'A health record 😀 of records.', ['health', 'record', 'records']],
    ]);
  });
  test('ignore accents, and accept a prefix of the last word', () => {
    expect(of('resume int', { label: 'Résumé of interchange int.' })).toEqual([
      ['label', 'Résumé of interchange int.', ['Résumé', 'interchange', 'int']],
    ]);
  });
  test('accept typos only when no exact word is found', () => {
    expect(of('blcoking', { label: 'Blocking', summary: 'of blocking' })).toEqual([
      ['label', 'Blocking', ['Blocking']],
      ['summary', 'of blocking', ['blocking']],
    ]);
    expect(of('blcoking', { label: 'blcoking', summary: 'of blocking' })).toEqual([
      ['label', 'blcoking', ['blcoking']],
    ]);
  });
  test('of a long text show the excerpt with the most words', () => {
    const filling = 'some other text. '.repeat(30);
    const [found] = highlights({ query: 'alpha beta', aliases: [], text: `alpha ${filling}alpha and beta ${filling}` });
    expect(found?.text.length).toBeLessThanOrEqual(240);
    expect(found?.ranges.map(([start, end]) => found.text.slice(start, end))).toEqual(['alpha', 'beta']);
    expect(found?.text).toMatch(/^\S.*\S$/);
  });
  test('lie within their text, in order, for any text and query', () => {
    fc.assert(
      fc.property(anyText, fc.array(anyText, { minLength: 1, maxLength: 8 }), (query, parts) => {
        const text = `${parts.join(' ')} ${query} ${parts.join('😀')}`;
        for (const { text: shown, ranges } of highlights({ query, aliases: [query], label: query, text })) {
          expect(text.includes(shown) || shown === query).toBe(true);
          expect(ranges.length).toBeGreaterThan(0);
          ranges.reduce((last, [start, end]) => {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(shown.length);
            return end;
          }, 0);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

test('names are equal whatever their case, accents and blanks', () => {
  expect(nameKey('  ÁLIAS   Of ')).toBe('alias of');
});
