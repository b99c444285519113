/** Keyset pages: followed to the end they give the whole list once, whatever is added before the cursor meanwhile. */

import { graphql } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { ask, patientContext } from '../setup/ask.ts';
import { testGraph } from '../setup/test-graph.ts';

const { driver, graph, fill } = testGraph();
const COUNT = 57;
const slug = (i: number) => `t${String(i).padStart(3, '0')}`;

fill(async () => {
  const rows = Array.from({ length: COUNT }, (_, i) => ({
    id: `Term:${slug(i)}`,
    slug: slug(i),
    name: `name ${i % 7}`,
    nameKey: `name ${i % 7}`,
    label: slug(i),
    keyTakeaways: [],
    sectionHeadings: [],
    sectionBodies: [],
  }));
  await driver().executeQuery('UNWIND $rows AS row CREATE (n:Entity:Term) SET n = row', { rows });
  await driver().executeQuery(
    `MATCH (hub:Term {slug: 't000'}), (other:Term) WHERE other <> hub
     CREATE (hub)-[:RELATED_TO {id: 'r' + other.slug, weight: 0.5}]->(other)`,
  );
});

interface Page {
  edges: { cursor: string; node: { id: string } }[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

async function page(list: string, first: number, after: string | null): Promise<Page> {
  const close = '}'.repeat(list.split('{').length);
  const source = `query ($first: Int, $after: String) { ${list} { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id } } } ${close}`;
  const { data, errors } = await graphql({
    schema,
    source,
    variableValues: { first, after },
    contextValue: patientContext(graph()),
  });
  expect(errors).toBeUndefined();
  const root = Object.values(data ?? {})[0] as Page & { list?: Page };
  return root.list ?? root;
}

test.each([
  ['terms(first: $first, after: $after)', 10, COUNT],
  ['term(slug: "t000") { list: relatedTerms(first: $first, after: $after)', 8, COUNT - 1],
  ['term(slug: "t000") { list: relations(first: $first, after: $after)', 50, COUNT - 1],
])('%s by %i gives all, once each', async (list, first, total) => {
  const seen: string[] = [];
  let after: string | null = null;
  for (let more = true; more; ) {
    const { edges, totalCount, pageInfo } = await page(list, first, after);
    expect(totalCount).toBe(total);
    seen.push(...edges.map(({ node }) => node.id));
    more = pageInfo.hasNextPage;
    after = pageInfo.endCursor;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBe(total);
});

test('terms are listed from the end, too, and both ways give the same list', async () => {
  const asked = async (args: string) => {
    const source = `{ terms(${args}) { pageInfo { hasPreviousPage hasNextPage startCursor } edges { node { id } } } }`;
    const { terms } = await ask(graph(), source);
    const { pageInfo, edges } = terms as {
      pageInfo: { hasPreviousPage: boolean; hasNextPage: boolean; startCursor: string };
      edges: { node: { id: string } }[];
    };
    return { ...pageInfo, ids: edges.map(({ node }) => node.id) };
  };
  const all = (await asked('first: 100')).ids;
  const last = await asked('last: 10');
  expect(last).toMatchObject({ ids: all.slice(-10), hasPreviousPage: true, hasNextPage: false });
  const before = await asked(`last: 100, before: "${last.startCursor}"`);
  expect(before).toMatchObject({ ids: all.slice(0, -10), hasPreviousPage: false, hasNextPage: true });
});

test('a row added before the cursor neither repeats nor skips one', async () => {
  const list = 'terms(first: $first, after: $after)';
  const first = await page(list, 20, null);
  await driver().executeQuery(
    "CREATE (:Entity:Term {id: 'Term:added', slug: 'added', name: 'a', nameKey: 'a', label: 'a', keyTakeaways: [], sectionHeadings: [], sectionBodies: []})",
  );
  const second = await page(list, 100, first.pageInfo.endCursor);
  await driver().executeQuery("MATCH (n:Term {slug: 'added'}) DETACH DELETE n");
  const ids = [...first.edges, ...second.edges].map(({ node }) => node.id);
  expect(ids.length).toBe(COUNT);
  expect(new Set(ids).size).toBe(COUNT);
});

test('a page of no rows still counts', async () => {
  expect(await page('terms(first: $first, after: $after)', 0, null)).toMatchObject({
    edges: [],
    totalCount: COUNT,
    pageInfo: { hasNextPage: true },
  });
});
