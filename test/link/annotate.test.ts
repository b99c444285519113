/** `annotate`: the names of the graph in any text, in one statement while the graph is what it was. */

import fc from 'fast-check';
import { graphql } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import type { ImportRecords } from '../../src/model/records.ts';
import { GLOSSOGRAPH } from '../../src/model/vocabulary.ts';
import { writeImport } from '../../src/store/write.ts';
import { patientContext } from '../setup/ask.ts';
import { testAddress } from '../setup/graph.ts';
import { testGraph } from '../setup/test-graph.ts';

const { driver, graph, fill } = testGraph();
const { database } = testAddress();
const lists = { keyTakeaways: [], sectionHeadings: [], sectionBodies: [] };
const term = (slug: string, name: string) => ({
  kind: 'TERM' as const,
  vocabulary: 'glossograph',
  id: `Term:${slug}`,
  label: name,
  slug,
  name,
  ...lists,
});
const put = (...entities: ImportRecords['entities']) =>
  writeImport(driver(), database, {
    origin: 'seed',
    records: { entities, relations: [], sources: [], vocabularies: [GLOSSOGRAPH] },
  });
const all = [term('ehi', 'EHI'), term('kite', 'Kite'), term('paper-kite', 'Paper kite')];
fill(() => put(...all));

const QUERY =
  'query ($text: String!) { annotate(text: $text) { start end text entities { id label ... on Term { slug } } } }';

async function annotate(text: string) {
  const contextValue = patientContext(graph());
  const { data, errors } = await graphql({
    schema,
    source: QUERY,
    variableValues: { text },
    contextValue,
  });
  const found = (data?.annotate ?? []) as { start: number; end: number; text: string; entities: { id: string }[] }[];
  return { errors, found, statements: contextValue.reader.statements };
}

test('finds names with their meanings', async () => {
  const { found } = await annotate('Paper kites hold no EHI, and no ehi; a kite does.');
  expect(found.map(({ start, end, text, entities }) => [start, end, text, entities])).toEqual([
    [0, 11, 'Paper kites', [{ id: 'Term:paper-kite', label: 'Paper kite', slug: 'paper-kite' }]],
    [20, 23, 'EHI', [{ id: 'Term:ehi', label: 'EHI', slug: 'ehi' }]],
    [39, 43, 'kite', [{ id: 'Term:kite', label: 'Kite', slug: 'kite' }]],
  ]);
});

test('sends one statement while the graph is unchanged, and finds new names at once', async () => {
  await annotate('a kite');
  expect((await annotate('a kite')).statements).toBe(1);
  expect((await annotate('nothing')).statements).toBe(1);
  await put(...all, term('kite-string', 'Kite string'));
  expect((await annotate('a kite string')).found).toMatchObject([
    { text: 'kite string', entities: [{ id: 'Term:kite-string' }] },
  ]);
  await put(...all);
  expect((await annotate('a kite string')).found).toMatchObject([{ text: 'kite' }]);
  expect((await annotate('a kite string')).statements).toBe(1);
});

test('many requests after a change read the names at most once each', async () => {
  await put(...all, term('kite-string', 'Kite string'));
  const asked = await Promise.all(Array.from({ length: 10 }, () => annotate('a kite string')));
  for (const { found, statements } of asked) {
    expect(found).toHaveLength(1);
    expect(statements).toBeLessThanOrEqual(3);
  }
});

test('accepts a text of 64 KiB and refuses a longer one', async () => {
  expect((await annotate('kite '.repeat(13_107))).found).toHaveLength(13_107);
  expect((await annotate('x'.repeat(65_536))).errors).toBeUndefined();
  for (const text of ['x'.repeat(65_537), 'é'.repeat(32_769)]) {
    const { errors } = await annotate(text);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(errors?.[0]?.message).toMatch(/^text: must contain at most 65536 bytes in UTF-8, not \d+$/);
  }
});

test('accepts any text', async () => {
  const odd = fc.constantFrom(
    'kite',
    ' ',
    '-',
    "'s",
    '\u0000',
    '\ud800',
    '\udc00',
    '\u200d',
    '\u202e',
    '\n\n',
    '$',
    '{',
    '`',
    '\\',
    '*:*',
    'İ',
    'ﬁ',
    '𝒳',
    'EHI',
  );
  const text = fc.oneof(
    { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
    { weight: 3, arbitrary: fc.array(odd, { maxLength: 20 }).map((parts) => parts.join('')) },
    { weight: 1, arbitrary: fc.string({ maxLength: 300 }) },
  );
  // Many texts a request, as each is a root field of its own.
  const some = fc.array(text, { minLength: 100, maxLength: 100 });
  await fc.assert(
    fc.asyncProperty(some, async (texts) => {
      const variables = Object.fromEntries(texts.map((one, i) => [`t${i}`, one]));
      const source = `query (${texts.map((_, i) => `$t${i}: String!`).join(', ')}) {
        ${texts.map((_, i) => `a${i}: annotate(text: $t${i}) { start end text }`).join('\n')} }`;
      const contextValue = patientContext(graph());
      const { data, errors } = await graphql({ schema, source, variableValues: variables, contextValue });
      expect(errors).toBeUndefined();
      const found = texts.map((_, i) => data?.[`a${i}`]) as { start: number; end: number; text: string }[][];
      for (const [i, one] of texts.entries()) {
        for (const { start, end, text: quote } of found[i] ?? []) {
          expect(one.slice(start, end)).toBe(quote);
        }
      }
    }),
    { numRuns: 100 },
  );
}, 120_000);
