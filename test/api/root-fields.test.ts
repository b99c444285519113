/** One root field that fails leaves the others standing; what a picture gives is never mistaken for an entity. */
import { getNamedType, isNonNullType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import type { Listening } from '../../src/http/server.ts';
import { serveGraph } from '../setup/server.ts';
import { testGraph } from '../setup/test-graph.ts';

const { graph, driver, fill } = testGraph();
let server: Listening;

fill(() =>
  driver().executeQuery(
    'CREATE (:Entity:Term {id: "Term:kite", label: "Kite", name: "Kite", slug: "kite", keyTakeaways: []})',
  ),
);
beforeAll(async () => {
  server = await serveGraph(graph());
});
afterAll(() => server.stop());

test('every root field may be null', () => {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  expect(fields.length).toBeGreaterThan(10);
  expect(fields.filter(({ type }) => isNonNullType(type)).map(({ name }) => name)).toEqual([]);
});

describe.each([
  ['POST', (query: string) => post(query)],
  ['GET', (query: string) => fetch(`${server.url}/graphql?query=${encodeURIComponent(query)}`)],
])('by %s', (_method, send) => {
  test('a root field that fails is null and says why; the others keep their answers', async () => {
    const response = await send(`{ good: term(slug: "kite") { name }
      bad: graph(limit: 0) { nodes { key } }
      worse: search(query: "kite", first: 1000) { totalCount } }`);
    const { data, errors } = (await response.json()) as Answered;
    expect(data).toEqual({ good: { name: 'Kite' }, bad: null, worse: null });
    expect(errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['bad'], 'BAD_USER_INPUT'],
      [['worse'], 'BAD_USER_INPUT'],
    ]);
  });
});

test('nodes and edges of a picture have keys and no ids, so a cache keeps them apart from entities', () => {
  for (const name of ['GraphNode', 'GraphEdge']) {
    const type = schema.getType(name);
    const fields = isObjectType(type) ? type.getFields() : {};
    expect(Object.keys(fields)).toContain('key');
    expect(Object.values(fields).filter((field) => getNamedType(field.type).name === 'ID')).toEqual([]);
  }
});

interface Answered {
  data: unknown;
  errors: { path: string[]; extensions: { code: string } }[];
}

const post = (query: string) =>
  fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
