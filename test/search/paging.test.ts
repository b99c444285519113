/** Search against brute force over a made-up graph: its pages, its total, its facets, and what an insertion does to them. */

import { graphql } from 'graphql';
import { beforeEach, describe, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { ENTITY_KINDS, type EntityKind, LABEL_OF } from '../../src/model/kinds.ts';
import { nameKey, wordsOf } from '../../src/search/words.ts';
import { compiled } from '../plan/compare.ts';
import { random } from '../plan/random.ts';
import { ask, patientContext } from '../setup/ask.ts';
import { testGraph } from '../setup/test-graph.ts';

const { driver, graph, empty } = testGraph();

interface Made {
  kind: EntityKind;
  id: string;
  label: string;
  text?: string;
  means?: string;
}
const WORDS = ['alpha', 'beta', 'gamma', 'delta', 'omega'];

/** Names of one to three words; provisions with texts; two aliases in three stand for a term. */
function made(seed: number): Made[] {
  const r = random(seed);
  const some = (most: number) => Array.from({ length: 1 + r.int(most) }, () => r.pick(WORDS)).join(' ');
  return Array.from({ length: 90 }, (_, i): Made => {
    const kind = r.pick(ENTITY_KINDS);
    return {
      kind,
      id: `${LABEL_OF[kind]}:${i}`,
      label: some(3),
      ...(kind === 'REGULATION' && { text: `${some(3)} and ${some(3)}` }),
      ...(kind === 'ALIAS' && r.chance(0.7) && { means: `Term:${i}-meant` }),
    };
  }).flatMap((one) =>
    one.means === undefined ? [one] : [one, { kind: 'TERM', id: one.means, label: r.pick(['epsilon', 'alpha zeta']) }],
  );
}

async function load(nodes: readonly Made[]): Promise<void> {
  for (const kind of ENTITY_KINDS) {
    const rows = nodes
      .filter((node) => node.kind === kind)
      .map(({ id, label, text }) => ({
        ...{ id, label, nameKey: nameKey(label), nameWords: wordsOf(label).join(' ') },
        ...(text !== undefined && { text }),
      }));
    await driver().executeQuery(`UNWIND $rows AS row CREATE (n:Entity:${LABEL_OF[kind]}) SET n = row`, { rows });
  }
  const means = nodes.filter(({ means }) => means !== undefined).map(({ id, means }) => ({ id, means }));
  await driver().executeQuery(
    'UNWIND $means AS row MATCH (a:Alias {id: row.id}), (t:Term {id: row.means}) CREATE (a)-[:ALIAS_OF {id: row.id}]->(t)',
    { means },
  );
}

/** What words find, in plain code: some words in a name or a text, the last one perhaps begun in a name; no typos here. */
function bruteForce(nodes: readonly Made[], query: string): Set<string> {
  const words = wordsOf(query);
  const holds = (text: string, begun: boolean) => {
    const there = wordsOf(text);
    return words.every((word, i) =>
      there.some((one) => one === word || (begun && i === words.length - 1 && one.startsWith(word))),
    );
  };
  const hasSome = (text: string) => words.length > 1 && wordsOf(text).some((word) => words.includes(word));
  const hits = nodes.filter(
    ({ label, text = '' }) => holds(label, true) || holds(`${label} ${text}`, false) || hasSome(`${label} ${text}`),
  );
  return new Set(hits.flatMap(({ id, means }) => (means === undefined ? [id] : [id, means])));
}
const kindOf = (id: string) => ENTITY_KINDS.find((kind) => id.startsWith(`${LABEL_OF[kind]}:`));

interface Page {
  totalCount: number;
  facets: { kind: EntityKind; count: number }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: { score: number; node: { id: string; degree: number; label: string } }[];
}
async function page(query: string, first: number, after: string | null, kinds: EntityKind[] | null): Promise<Page> {
  const { search } = await ask(
    graph(),
    `query ($query: String!, $first: Int, $after: String, $kinds: [EntityKind!]) {
      search(query: $query, first: $first, after: $after, kinds: $kinds) {
        totalCount facets { kind count } pageInfo { hasNextPage endCursor } edges { score node { id degree label } } } }`,
    { query, first, after, kinds },
  );
  return search as Page;
}
async function allPages(
  query: string,
  first: number,
  kinds: EntityKind[] | null,
  each?: (nth: number) => Promise<void>,
) {
  const pages: Page[] = [];
  for (let after: string | null = null, nth = 0; ; nth += 1) {
    const one: Page = await page(query, first, after, kinds);
    pages.push(one);
    if (!one.pageInfo.hasNextPage) return pages;
    after = one.pageInfo.endCursor;
    await each?.(nth);
  }
}

beforeEach(() => empty());

describe.each([1, 2])('graph %i', (seed) => {
  const nodes = made(seed);
  test.each([
    ['alpha', null],
    ['alp', null],
    ['beta alpha', null],
    ['gamma delta', ['REGULATION', 'TERM']],
    ['alpha', ['ALIAS']],
    ['alpha', ['ALIAS', 'TERM']],
    ['zeta', null],
    ['nothing here', null],
  ] as [string, EntityKind[] | null][])(
    '%s of kinds %j: pages, total and facets are those of brute force',
    async (query, kinds) => {
      await load(nodes);
      const found = [...bruteForce(nodes, query)];
      const shown = found.filter((id) => {
        const kind = kindOf(id);
        return kind !== undefined && (kinds === null ? kind !== 'ALIAS' : kinds.includes(kind));
      });
      const pages = await allPages(query, 7, kinds);
      const edges = pages.flatMap(({ edges }) => edges);
      expect(edges.map(({ node }) => node.id).sort()).toEqual([...shown].sort());
      for (const one of pages) {
        expect(one.totalCount).toBe(shown.length);
        expect(one.facets).toEqual(
          ENTITY_KINDS.map((kind) => ({ kind, count: found.filter((id) => kindOf(id) === kind).length })).filter(
            ({ count }) => count > 0,
          ),
        );
      }
      const place = ({ score, node }: Page['edges'][number]) => [-score, -node.degree, node.label, node.id] as const;
      expect(edges).toEqual([...edges].sort((a, b) => compare(place(a), place(b))));
    },
  );
});

function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const at = a.findIndex((one, i) => one !== b[i]);
  const [one, other] = [a[at] ?? 0, b[at] ?? 0];
  return at < 0 ? 0 : one < other ? -1 : 1;
}

test('new hits before the cursor neither repeat nor skip other hits', async () => {
  const nodes = made(3);
  await load(nodes);
  const before = (await allPages('alpha', 100, null)).flatMap(({ edges }) => edges.map(({ node }) => node.id));
  const pages = await allPages('alpha', 5, null, (nth) =>
    load([
      { kind: 'TERM', id: `Term:new-${nth}`, label: 'alpha' }, // best connected, so before every cursor
      ...['a', 'b', 'c'].map(
        (which): Made => ({
          ...{ kind: 'ALIAS', id: `Alias:new-${nth}-${which}`, label: 'alpha', means: `Term:new-${nth}` },
        }),
      ),
    ]),
  );
  expect(pages.length).toBeGreaterThan(3);
  expect(pages.flatMap(({ edges }) => edges.map(({ node }) => node.id))).toEqual(before);
  expect(pages.at(-1)?.totalCount).toBe(before.length + pages.length - 1);
});

test('shows an alias as its entity, once, and as itself when aliases are requested', async () => {
  await load([
    { kind: 'TERM', id: 'Term:emr', label: 'EMR' },
    { kind: 'ALIAS', id: 'Alias:1', label: 'Electronic medical record', means: 'Term:emr' },
    { kind: 'ALIAS', id: 'Alias:2', label: 'Medical record, electronic', means: 'Term:emr' },
  ]);
  const ids = async (kinds: EntityKind[] | null) =>
    (await page('electronic medical record', 9, null, kinds)).edges.map(({ node }) => node.id);
  expect(await ids(null)).toEqual(['Term:emr']);
  expect(await ids(['ALIAS'])).toEqual(['Alias:1', 'Alias:2']);
  expect(await ids(['STANDARD'])).toEqual([]);
});

test('scores separate the tiers, and near names are suggested when there are no hits', async () => {
  await load([
    { kind: 'TERM', id: 'Term:a', label: 'Blocking' },
    { kind: 'TERM', id: 'Term:b', label: 'Blocking rule' },
    { kind: 'TERM', id: 'Term:c', label: 'Information blocking' },
    { kind: 'REGULATION', id: 'Regulation:d', label: '45 CFR 171.103', text: 'Of blocking.' },
    { kind: 'TERM', id: 'Term:e', label: 'Blcoking' },
  ]);
  const of = async (query: string) => {
    const source =
      'query ($query: String!) { search(query: $query) { didYouMean edges { score node { id } highlights { field text ranges } } } }';
    const { search } = await ask(graph(), source, { query });
    return {
      found: search.edges.map(({ score, node }: Page['edges'][number]) => `${node.id} ${score}`),
      near: search.didYouMean,
      marks: search.edges[0]?.highlights,
    };
  };
  expect(await of('blocking')).toEqual({
    found: ['Term:a 6', 'Term:b 5', 'Term:c 4', 'Regulation:d 0.76', 'Term:e 0.64'],
    near: [],
    marks: [{ field: 'label', text: 'Blocking', ranges: [[0, 8]] }],
  });
  // The name with both words, each with a typo, comes first; the others have one of them.
  expect(await of('blockin rulez')).toMatchObject({
    found: [expect.stringMatching(/:b 1\.6/), ...['a', 'c', 'd'].map((id) => expect.stringMatching(`:${id} 0\\.6`))],
    near: ['Blocking rule', 'Blocking'],
  });
  expect(await of('information blckng')).toMatchObject({
    found: [expect.stringMatching(/^Term:c 0\.6/)],
    near: ['Information blocking'],
  });
  expect(await of('of the blocking')).toMatchObject({ found: expect.arrayContaining(['Term:a 5.75']) });
});

test('any part of a page can be requested alone and under an alias, and compiled documents give the same', async () => {
  await load(made(4));
  const query = '(query: "alpha beta", first: 2)';
  const source = `{
    nothing: search${query} { __typename }
    count: search${query} { totalCount }
    info: search${query} { pageInfo { hasNextPage } }
    twice: search${query} { some: edges { score } same: edges { node { id } highlights { field ranges } } f: facets { kind } }
    near: search(query: "alhpa bteaa") { didYouMean totalCount }
  }`;
  const data = await ask(graph(), source);
  const whole = await page('alpha beta', 2, null, null);
  expect(data).toMatchObject({
    nothing: { __typename: 'SearchConnection' },
    count: { totalCount: whole.totalCount },
    info: { pageInfo: { hasNextPage: whole.pageInfo.hasNextPage } },
    twice: {
      some: whole.edges.map(({ score }) => ({ score })),
      same: whole.edges.map(({ node }) => ({ node: { id: node.id }, highlights: expect.any(Array) })),
      f: whole.facets.map(({ kind }) => ({ kind })),
    },
  });
  expect(data.near.totalCount).toBe(0);
  expect(data.near.didYouMean.length).toBeGreaterThan(0);
  expect(JSON.parse(await compiled(schema, graph(), { source, variables: {} })).data).toEqual(
    JSON.parse(JSON.stringify(data)),
  );
});

test('refuses a cursor of another list', async () => {
  const { errors } = await graphql({
    schema,
    source: '{ search(query: "a", after: "junk") { totalCount } }',
    contextValue: patientContext(graph()),
  });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
});
