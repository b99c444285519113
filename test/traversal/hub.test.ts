/** Cost follows the result: a hub of 10,000 neighbours is not asked at the price of its neighbours. */

import { graphql } from 'graphql';
import { expect, test } from 'vitest';
import { generate } from '../../bench/generate.ts';
import { schema } from '../../schema/index.ts';
import { patientContext } from '../setup/ask.ts';
import { testGraph } from '../setup/test-graph.ts';

const { driver, graph, fill } = testGraph();
fill(async () => {
  await generate(driver(), { terms: 10_000, parts: 10 });
  // Its neighbours are terms of their own, each tied to an ordinary term too: an ordinary term is two hops from the hub.
  await driver().executeQuery(
    `CREATE (hub:Entity:Term {id: 'Term:hub', slug: 'hub', name: 'hub', label: 'hub'})
     WITH hub MATCH (ordinary:Term) WHERE ordinary.slug STARTS WITH 't' WITH hub, ordinary LIMIT 10000
     CREATE (leaf:Entity:Term {id: 'Term:leaf-' + ordinary.slug, slug: 'leaf-' + ordinary.slug, name: ordinary.name, label: ordinary.name})
     CREATE (hub)-[:RELATED_TO {id: 'hub-' + ordinary.slug, weight: 0.5}]->(leaf)
     CREATE (leaf)-[:RELATED_TO {id: 'leaf-' + ordinary.slug, weight: 0.5}]->(ordinary)`,
  );
});

async function milliseconds(id: string): Promise<number> {
  const source = `{ neighborhood(of: ["${id}"], depth: 2, limit: 100) { nodes { key label degree distance } edges { key source target type } completeness { exact reasons omittedNodes } } }`;
  const start = performance.now();
  const { data, errors } = await graphql({ schema, source, contextValue: patientContext(graph()) });
  expect(errors).toBeUndefined();
  expect((data as { neighborhood: { nodes: unknown[] } }).neighborhood.nodes.length).toBeGreaterThan(1);
  return performance.now() - start;
}

const median = (list: number[]) => list.sort((a, b) => a - b)[list.length >> 1] ?? Number.NaN;

test('a hub of 10,000 neighbours, depth 2, limit 100: at most 8 × an ordinary term of the same graph', async () => {
  const [hub, ordinary]: [number[], number[]] = [[], []];
  for (let i = 0; i < 60; i += 1) {
    const [h, o] = [await milliseconds('Term:hub'), await milliseconds(`Term:t${3000 + i * 97}`)];
    if (i < 20) continue;
    hub.push(h);
    ordinary.push(o);
  }
  const ratio = median(hub) / median(ordinary);
  console.log(
    `hub ${median(hub).toFixed(1)} ms, ordinary ${median(ordinary).toFixed(1)} ms, ratio ${ratio.toFixed(2)}`,
  );
  expect(ratio).toBeLessThanOrEqual(8);
}, 180_000);
