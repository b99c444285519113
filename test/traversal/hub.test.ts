/** Cost follows the result: a hub of 10,000 neighbours is not asked at the price of what lies behind them. */

import { graphql } from 'graphql';
import { expect, test } from 'vitest';
import { generate } from '../../bench/generate.ts';
import { schema } from '../../schema/index.ts';
import { patientContext } from '../setup/ask.ts';
import { counting } from '../setup/counting.ts';
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

async function hitsAround(id: string): Promise<number> {
  const source = `{ neighborhood(of: ["${id}"], depth: 2, limit: 100) { nodes { key label degree distance } edges { key source target type } completeness { exact reasons omittedNodes } } }`;
  const counted = counting(driver());
  const { data, errors } = await graphql({ schema, source, contextValue: patientContext(counted) });
  expect(errors).toBeUndefined();
  expect((data as { neighborhood: { nodes: unknown[] } }).neighborhood.nodes.length).toBeGreaterThan(1);
  return counted.hits();
}

test('a hub of 10,000 neighbours, depth 2, limit 100: each neighbour costs what a node costs anywhere, and none is expanded twice', async () => {
  const ordinary: number[] = [];
  for (let i = 0; i < 20; i += 1) ordinary.push(await hitsAround(`Term:t${3000 + i * 97}`));
  const median = ordinary.sort((a, b) => a - b)[ordinary.length >> 1] ?? Number.NaN;
  const hub = await hitsAround('Term:hub');
  console.log(`an ordinary term ${median} hits; the hub ${(hub / median).toFixed(2)} ×, ${hub / 10_000} per neighbour`);
  // A neighbour is read, scored, and compared: some 22 hits. To expand all of them would take over 40.
  expect(hub - median).toBeLessThanOrEqual(25 * 10_000);
}, 180_000);

test.each([2, 3, 4])(
  '2,000 of the nodes around the hub, depth %i: their memory does not grow with the square of their number',
  async (depth) => {
    const source = `{ neighborhood(of: ["Term:hub"], depth: ${depth}, limit: 2000) { nodes { relevance } completeness { omittedNodes } } }`;
    const { data, errors } = await graphql({ schema, source, contextValue: patientContext(graph()) });
    expect(errors).toBeUndefined();
    const { nodes } = (data as { neighborhood: { nodes: { relevance: number }[] } }).neighborhood;
    expect(nodes).toHaveLength(2_000);
    expect(nodes).toEqual([...nodes].sort((a, b) => b.relevance - a.relevance));
  },
);
