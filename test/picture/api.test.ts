/** Pictures through the API: one statement, the same answer each time, and time that ends. */

import { type ExecutionResult, graphql, parse } from 'graphql';
import { pino } from 'pino';
import { afterAll, describe, expect, test } from 'vitest';
import { generate } from '../../bench/generate.ts';
import { contextOf } from '../../schema/context.ts';
import { schema } from '../../schema/index.ts';
import { parseConfig } from '../../src/config.ts';
import type { Graph } from '../../src/graph/connect.ts';
import { createExecute } from '../../src/http/execute.ts';
import { listen } from '../../src/http/server.ts';
import { layoutPool } from '../../src/picture/layout-pool.ts';
import { Reader } from '../../src/plan/read.ts';
import { createApp } from '../../src/server/app.ts';
import { ask, patientContext } from '../setup/ask.ts';
import { testGraph } from '../setup/test-graph.ts';

const { driver, graph, fill } = testGraph();
fill(() => generate(driver(), { terms: 250, parts: 1 }));
afterAll(() => layoutPool.close());

interface Node {
  key: string;
  distance: number;
  x: number | null;
  y: number | null;
  community: number | null;
}
const nodesOf = async (root: string, fields = 'key distance x y community'): Promise<Node[]> =>
  Object.values(await ask(graph(), `{ root: ${root} { nodes { ${fields} } } }`))
    .flat()
    .flatMap((found) => (found as { nodes: Node[] }).nodes);
const TERM = 'neighborhood(of: ["Term:t9"], depth: 2, limit: 150';
const BEST = 'graph(limit: 150'; // cheaper to plan than a neighborhood

describe('positions', () => {
  test.each(['FORCE', 'CIRCLE', 'LAYERED'])('%s gives every node its own position', async (layout) => {
    for (const root of [`${TERM}, layout: ${layout})`, `graph(limit: 700, layout: ${layout})`]) {
      const nodes = await nodesOf(root);
      expect(nodes.length).toBeGreaterThanOrEqual(150);
      for (const { x, y } of nodes) expect([Number.isFinite(x), Number.isFinite(y)]).toEqual([true, true]);
      expect(new Set(nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(nodes.length);
    }
  });

  test('are null without a layout, where no layout can be requested, and when only communities are requested', async () => {
    for (const root of [`${TERM})`, `${BEST}, layout: NONE)`, `${BEST})`]) {
      for (const node of await nodesOf(root)) {
        expect(node).toMatchObject({ x: null, y: null, community: expect.any(Number) });
      }
    }
    const { term } = await ask(graph(), '{ term(slug: "t9") { neighborhood { nodes { x y community } } } }');
    expect(term.neighborhood.nodes.length).toBeGreaterThan(3);
    for (const node of term.neighborhood.nodes)
      expect(node).toEqual({ x: null, y: null, community: expect.any(Number) });
  });

  test('LAYERED places nodes that are further from the origin further out', async () => {
    const nodes = await nodesOf(`${TERM}, layout: LAYERED)`);
    const origin = nodes.find(({ distance }) => distance === 0);
    const out = (distance: number) =>
      nodes
        .filter((node) => node.distance === distance)
        .map(({ x, y }) => Math.hypot((x ?? 0) - (origin?.x ?? 0), (y ?? 0) - (origin?.y ?? 0)));
    expect(Math.max(...out(1))).toBeLessThan(Math.min(...out(2)));
  });
});

describe('the same query', () => {
  const QUESTION = `{ ${BEST}, layout: FORCE) { nodes { key x y community } edges { key } } }`;

  test('gives the same bytes, also in a new thread and together with other fields', async () => {
    const once = JSON.stringify(await ask(graph(), QUESTION));
    expect(JSON.stringify(await ask(graph(), QUESTION))).toBe(once);
    await layoutPool.close();
    expect(JSON.stringify(await ask(graph(), QUESTION))).toBe(once);

    const picture = (JSON.parse(once) as { graph: { nodes: Node[] } }).graph;
    const alone = await nodesOf(`${BEST}, layout: FORCE)`, 'x');
    expect(alone.map(({ x }) => x)).toEqual(picture.nodes.map(({ x }) => x));
    const only = await nodesOf(`${BEST})`, 'community');
    expect(only.map(({ community }) => community)).toEqual(picture.nodes.map(({ community }) => community));
  });

  test('gives the same answer under aliases, through fragments and directives', async () => {
    const nodes = await nodesOf(`${BEST}, layout: CIRCLE)`);
    const source = `query ($no: Boolean = false) {
      a: ${BEST}, layout: CIRCLE) { ...Places more: nodes { left: x x @include(if: $no) community } }
      b: ${BEST}, layout: CIRCLE) { nodes { key community @include(if: $no) } }
    } fragment Places on Subgraph { nodes { ... on GraphNode { x y } } }`;
    const { a, b } = await ask(graph(), source);
    expect(a.nodes).toEqual(nodes.map(({ x, y }) => ({ x, y })));
    expect(a.more).toEqual(nodes.map(({ x, community }) => ({ left: x, community })));
    expect(b.nodes).toEqual(nodes.map(({ key }) => ({ key })));
    // Over HTTP such a document is compiled at once.
    const compiled = createExecute(schema);
    const contextValue = patientContext(graph());
    const { data } = await compiled({ document: parse(source), variableValues: {}, contextValue, operationName: null });
    expect(JSON.parse(JSON.stringify(data))).toEqual(JSON.parse(JSON.stringify({ a, b })));
  });

  test('is one statement, which reads links only for fields that need them', async () => {
    const statements = async (fields: string, layout: string) => {
      const texts: string[] = [];
      const reader = new Reader(graph());
      const read = reader.read.bind(reader);
      reader.read = (plan) => {
        texts.push(plan.text);
        return read(plan);
      };
      const { errors } = await graphql({
        schema,
        source: `{ graph(limit: 20, layout: ${layout}) { nodes { ${fields} } } }`,
        contextValue: { reader },
      });
      expect(errors).toBeUndefined();
      expect(reader.statements).toBe(1);
      return texts.join();
    };
    expect(await statements('key degree', 'FORCE')).not.toContain('MATCH (near');
    for (const field of ['x', 'y', 'community']) expect(await statements(field, 'FORCE')).toContain('MATCH (near');
  });
});

test('returns a long list completely: every node and every edge, in order', async () => {
  const { graph: all } = await ask(
    graph(),
    '{ graph(limit: 20000) { nodes { key relevance } edges { key source target } completeness { exact } } }',
  );
  const { records } = await driver().executeQuery(
    'RETURN COUNT { (:Entity) } AS nodes, COUNT { (:Entity)-->(:Entity) } AS edges',
  );
  expect(all.nodes.length).toBe(records[0]?.get('nodes'));
  expect(all.edges.length).toBe(records[0]?.get('edges'));
  expect(new Set(all.nodes.map(({ key }: Node) => key)).size).toBe(all.nodes.length);
  const relevances = all.nodes.map(({ relevance }: { relevance: number }) => relevance);
  expect(relevances).toEqual([...relevances].sort((a, b) => b - a));
  const sources = all.edges.map(({ source }: { source: string }) => source);
  expect(sources).toEqual([...sources].sort());
});

test('reports TIMEOUT at the field of a layout that takes too long, and goes on serving', async () => {
  let patience = 50;
  /** The database answers in time, and then little of it is left. */
  const late = (bounds: { deadline: number }): Pick<Graph, 'read'> => ({
    read: async (...args) => {
      const rows = await graph().read(...args);
      bounds.deadline = Date.now() + patience;
      return rows as never;
    },
  });
  const config = parseConfig({ PORT: '0' });
  const app = createApp({
    schema,
    config,
    log: pino({ level: 'silent' }),
    contextFor: () => {
      const bounds = { deadline: Date.now() + 60_000 };
      return contextOf(late(bounds), bounds);
    },
    ready: () => graph().ready(),
  });
  const server = await listen(app, config.HOST, config.PORT);
  const picture = async () => {
    const body = JSON.stringify({ query: '{ graph(limit: 20000, layout: FORCE) { nodes { x } } }' });
    const headers = { 'content-type': 'application/json' };
    return (await fetch(`${server.url}/graphql`, { method: 'POST', headers, body })).json() as Promise<ExecutionResult>;
  };
  try {
    expect(await picture()).toMatchObject({
      data: { graph: null },
      errors: [{ path: ['graph', 'nodes'], extensions: { code: 'TIMEOUT' } }],
    });
    expect((await fetch(`${server.url}/health`)).status).toBe(200);
    patience = 30_000;
    const { data, errors } = (await picture()) as ExecutionResult<{ graph: { nodes: Node[] } }>;
    expect(errors).toBeUndefined();
    expect(data?.graph.nodes.every(({ x }) => Number.isFinite(x))).toBe(true);
  } finally {
    await server.stop();
  }
});
