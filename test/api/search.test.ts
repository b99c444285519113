/** Finding by name, on the seed: search, suggest and resolve; and that no string a person can type is an error. */

import fc from 'fast-check';
import { graphql } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { patientContext } from '../setup/ask.ts';
import { SEED } from '../setup/fixtures.ts';
import { sharedGraph } from '../setup/test-graph.ts';

const { graph } = sharedGraph(SEED);

const ask = async (source: string, variableValues: Record<string, unknown>) => {
  const { data, errors } = await graphql({
    schema,
    source,
    variableValues,
    contextValue: patientContext(graph()),
  });
  return { data: JSON.parse(JSON.stringify(data ?? null)), errors };
};
interface Found {
  id: string;
}

describe('suggest', () => {
  const suggest = async (prefix: string) =>
    (
      await ask('query ($prefix: String!) { suggest(prefix: $prefix) { entity { id } matchedAlias { name } } }', {
        prefix,
      })
    ).data.suggest as { entity: Found; matchedAlias: { name: string } | null }[];

  test('finds a term by the beginning of an expansion of it, and tells the alias', async () => {
    const found = await suggest('electronic medical rec');
    expect(found).toContainEqual({ entity: { id: 'Term:emr' }, matchedAlias: { name: 'Electronic medical record' } });
  });
  test('gives each entity once, at most ten', async () => {
    const ids = (await suggest('in')).map(({ entity }) => entity.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeLessThanOrEqual(10);
  });
  test('waits for two letters', async () => expect(await suggest('e')).toEqual([]));
});

test('search finds names that hold the words, whatever their case and order; pages do not overlap', async () => {
  const search = async (query: string, after: string | null = null) =>
    (
      await ask(
        'query ($query: String!, $after: String) { search(query: $query, first: 2, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { score node { id } } } }',
        { query, after },
      )
    ).data.search as {
      totalCount: number;
      pageInfo: { endCursor: string };
      edges: { score: number; node: Found }[];
    };
  const first = await search('BLOCKING information');
  expect(first.edges.map(({ node }) => node.id)).toContain('Term:information-blocking');
  const second = await search('BLOCKING information', first.pageInfo.endCursor);
  expect(first.edges.map(({ node }) => node.id)).not.toEqual(
    expect.arrayContaining(second.edges.map(({ node }) => node.id)),
  );
  expect((await search('171.103')).edges[0]?.node.id).toBe('Regulation:45-CFR-171.103');
  expect(await search('!!! ???')).toMatchObject({ totalCount: 0, edges: [] });
});

describe('the bounds of a search', () => {
  const search = async (query: string, bounds: object) => {
    const { data, errors } = await ask(
      `query ($query: String!, $within: String, $asOf: Date, $vocabularies: [String!]) {
        search(query: $query, within: $within, asOf: $asOf, vocabularies: $vocabularies, first: 50) {
          totalCount edges { reasons node { id __typename } } } }`,
      { query, ...bounds },
    );
    expect(errors).toBeUndefined();
    return data.search.edges.map(({ node, reasons }: { node: Found; reasons: string[] }) => ({ ...node, reasons }));
  };
  const idsOf = async (query: string, bounds: object) => (await search(query, bounds)).map(({ id }: Found) => id);

  test('a question finds what has some of its words, and every hit has a reason', async () => {
    const found = await search('why was my claim not paid by the insurer', {});
    expect(found.length).toBeGreaterThan(3);
    for (const { reasons } of found) expect(reasons.length).toBeGreaterThan(0);
    expect(found.slice(0, 5).map(({ id }: Found) => id)).toContain('Term:clean-claim');
  });

  test('`within` keeps only provisions of that place', async () => {
    const ids = await idsOf('security of health information', { within: '45 CFR Part 171' });
    expect(ids).toContain('Regulation:45-CFR-171.203');
    for (const id of ids) expect(id).toMatch(/^Regulation:45-CFR-171/);
    expect(await idsOf('security of health information', { within: '45 CFR 171.203' })).toEqual(
      ids.filter((id: string) => id.startsWith('Regulation:45-CFR-171.203')),
    );
  });

  test('`vocabularies` keeps terms of these vocabularies, and what belongs to none', async () => {
    const ids = await idsOf('prior authorization of a claim', { vocabularies: ['nist'] });
    expect(ids.filter((id: string) => id.startsWith('Term:'))).toEqual([]);
    expect(await idsOf('prior authorization of a claim', { vocabularies: ['glossograph'] })).toContain(
      'Term:prior-authorization',
    );
  });

  test('a place that is no citation is refused', async () => {
    const { errors } = await ask('{ search(query: "x", within: "somewhere") { totalCount } }', {});
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });
});

test('resolve answers a row a name: by name, by alias, or with nothing', async () => {
  const { data } = await ask('query ($names: [String!]!) { resolve(names: $names) { text candidates { id } } }', {
    names: ['ehi', 'Electronic Health Information', 'no such thing'],
  });
  expect(data.resolve).toEqual([
    { text: 'ehi', candidates: [{ id: 'Term:ehi' }] },
    { text: 'Electronic Health Information', candidates: [{ id: 'Term:ehi' }] },
    { text: 'no such thing', candidates: [] },
  ]);
});

test.each([
  ['denials', 'Term:denial'],
  ['Prior Authorisations', 'Term:prior-authorization'],
  ["health information network's", 'Term:hin-hie'],
  ['electronic health records', 'Term:ehr'],
])('resolve finds "%s" under another spelling', async (name, id) => {
  const { data } = await ask('query ($names: [String!]!) { resolve(names: $names) { candidates { id } } }', {
    names: [name],
  });
  expect(data.resolve[0].candidates).toContainEqual({ id });
});

test('any string is a search, and none is an error', async () => {
  const syntax = fc.constantFrom(
    '+',
    '-',
    '&&',
    '||',
    '!',
    '(',
    ')',
    '{',
    '}',
    '[',
    ']',
    '^',
    '"',
    '~',
    '*',
    '?',
    ':',
    '\\',
    '/',
    'AND',
    'OR',
    'NOT',
    'TO',
    "'",
    '$',
    '`',
    '\u0000',
    '\ud800',
    ' ',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(fc.oneof(syntax, fc.string({ maxLength: 4 })), { maxLength: 12 }).map((parts) => parts.join('')),
  );
  await fc.assert(
    fc.asyncProperty(text, async (query) => {
      const { errors } = await ask(
        'query ($query: String!) { search(query: $query) { totalCount edges { node { id } } } suggest(prefix: $query) { text } resolve(names: [$query]) { text } annotate(text: $query) { text } }',
        { query },
      );
      expect(errors).toBeUndefined();
    }),
    { numRuns: 200 },
  );
}, 60_000);

test.each([
  ['search(query: $text) { totalCount }', 'query: must contain at most 1000 characters, not 5000'],
  ['suggest(prefix: $text) { text }', 'prefix: must contain at most 1000 characters, not 5000'],
  ['suggest(prefix: "ab", limit: 11) { text }', 'limit: must be between 1 and 10, not 11'],
  ['resolve(names: [$text]) { text }', 'names: must contain at most 1000 characters, not 5000'],
])('%s of 5,000 characters is refused', async (field, message) => {
  const source = field.includes('$text') ? `query ($text: String!) { ${field} }` : `{ ${field} }`;
  const { errors } = await ask(source, { text: 'x'.repeat(5_000) });
  expect(errors?.map((error) => [error.message, error.extensions.code])).toEqual([[message, 'BAD_USER_INPUT']]);
});
