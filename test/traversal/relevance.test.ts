/** Neighborhoods and paths by relevance, against plain code on random small graphs. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ENTITY_KINDS } from '../../src/model/kinds.ts';
import { RELATION_TYPES } from '../../src/model/relations.ts';
import { load, type MemoryGraph, type MemoryNode, type MemoryRelation, randomGraph } from '../plan/memory-graph.ts';
import { random } from '../plan/random.ts';
import { ask } from '../setup/ask.ts';
import { testGraph } from '../setup/test-graph.ts';
import { bruteRelevance } from './brute-relevance.ts';

const { driver, graph, empty } = testGraph();

const NEIGHBORHOOD = `query ($of: [ID!]!, $depth: Int!, $types: [RelationType!], $excludeTypes: [RelationType!], $kinds: [EntityKind!], $direction: Direction!, $limit: Int!, $perHopLimit: Int, $asOf: Date) {
  neighborhood(of: $of, depth: $depth, types: $types, excludeTypes: $excludeTypes, kinds: $kinds, direction: $direction, limit: $limit, perHopLimit: $perHopLimit, asOf: $asOf) {
    ranking explanation nodes { key distance relevance } edges { key type } completeness { exact reasons omittedNodes } } }`;
const PATHS = `query ($from: ID!, $to: ID!, $maxLength: Int!, $limit: Int!, $types: [RelationType!], $excludeTypes: [RelationType!], $kinds: [EntityKind!]) {
  paths(from: $from, to: $to, maxLength: $maxLength, limit: $limit, types: $types, excludeTypes: $excludeTypes, kinds: $kinds) {
    paths { nodes { id } hops { key } } completeness { exact } } }`;

const types = fc.option(fc.subarray([...RELATION_TYPES], { minLength: 1 }));
const excludeTypes = fc.option(fc.subarray([...RELATION_TYPES]));
const kinds = fc.option(fc.subarray([...ENTITY_KINDS], { minLength: 1 }));
const withoutDay = (id: string) => id.replace(/@[\d-]+$/, '');

describe.each([1, 2, 3])('random graph %i', { timeout: 120_000 }, (seed) => {
  const memory = randomGraph(random(seed));
  const plain = bruteRelevance(memory);
  const anyId = fc.nat().map((n) => memory.nodes[n % memory.nodes.length]?.id ?? '');

  test('keeps and orders the nodes of a neighborhood as plain code does', async () => {
    await empty();
    await load(driver(), memory);
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          of: fc.array(anyId, { minLength: 1, maxLength: 3 }),
          depth: fc.integer({ min: 1, max: 4 }),
          ...{ types, excludeTypes, kinds },
          direction: fc.constantFrom('OUT' as const, 'IN' as const, 'BOTH' as const),
          limit: fc.integer({ min: 1, max: 25 }),
          perHopLimit: fc.option(fc.integer({ min: 1, max: 6 })),
          asOf: fc.option(fc.constantFrom('2019-01-01', '2024-01-01', '2026-06-01')),
        }),
        async (question) => {
          const { neighborhood: found } = await ask(graph(), NEIGHBORHOOD, question);
          const { members, reached, reasons } = plain.neighborhood(question);
          expect(found.nodes).toEqual(
            members.map(({ node, distance, relevance }) => ({
              key: question.asOf === null ? node.id : `${node.id}@${question.asOf}`,
              distance,
              relevance: expect.closeTo(relevance, 5),
            })),
          );
          const omittedNodes = reached - members.length;
          expect(found.completeness).toEqual({ exact: omittedNodes === 0, reasons, omittedNodes });
          expect(found.ranking).toBe('RELEVANCE');
          expect(found.explanation).toContain(
            omittedNodes === 0 ? 'No nodes were left out' : `At least ${omittedNodes} more`,
          );
          // What is kept hangs together: each node but an origin has a relation to a node nearer by.
          for (const { type } of found.edges) expect(question.excludeTypes ?? []).not.toContain(type);
        },
      ),
      { numRuns: 50, seed },
    );
  });

  test('puts the strongest paths first, and all paths there are if they fit', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          ...{ from: anyId, to: anyId, types, excludeTypes, kinds },
          maxLength: fc.integer({ min: 1, max: 4 }),
          limit: fc.integer({ min: 1, max: 12 }),
        }),
        async (question) => {
          const { paths, completeness } = (await ask(graph(), PATHS, question)).paths;
          const all = waysOf(memory, question, plain.inForce).map(({ along, hops }) => ({
            key: [...along.map(({ id }) => id), ...hops.map(({ id }) => id)].join(' '),
            relevance: plain.path(along, hops),
            length: hops.length,
            isStrong: hops.every(({ type }) => !['MENTIONS', 'PUBLISHED_BY', 'ALIAS_OF'].includes(type)),
          }));
          const relevance = new Map(all.map((way) => [way.key, way.relevance]));
          const keys: string[] = paths.map(({ nodes, hops }: { nodes: { id: string }[]; hops: { key: string }[] }) =>
            [...nodes.map(({ id }) => withoutDay(id)), ...hops.map(({ key }) => withoutDay(key))].join(' '),
          );
          for (const key of keys) expect([...relevance.keys()]).toContain(key);
          const scores = keys.map((key) => relevance.get(key) ?? 0);
          for (const [i, score] of scores.entries()) expect(score).toBeLessThanOrEqual((scores[i - 1] ?? 1) + 1e-9);
          expect(keys.length).toBe(completeness.exact ? all.length : question.limit);
          // No shortest path, and no shortest path of strong relations, is better than the first answer.
          for (const some of [all, all.filter(({ isStrong }) => isStrong)]) {
            const shortest = Math.min(...some.map(({ length }) => length));
            for (const way of some)
              if (way.length === shortest) expect(way.relevance).toBeLessThanOrEqual((scores[0] ?? 0) + 1e-9);
          }
        },
      ),
      { numRuns: 40, seed },
    );
  });

  test('lists the relations of an entity and the entities of the graph by relevance', async () => {
    const [some] = memory.nodes.filter(({ kind }) => kind === 'TERM');
    const { node } = await ask(
      graph(),
      `query ($id: ID!) { node(id: $id) { ... on Term { relations(first: 100) { edges { weight relevance node { id } } } } } }`,
      { id: some?.id },
    );
    const relevances = node.relations.edges.map(({ relevance }: { relevance: number }) => relevance);
    expect(relevances.length).toBeGreaterThan(0);
    expect(relevances).toEqual([...relevances].sort((a, b) => b - a));
    const { graph: whole } = await ask(graph(), '{ graph(limit: 20) { ranking nodes { key relevance } } }');
    const importance = new Map(memory.nodes.map((one) => [one.id, plain.importance(one)]));
    for (const { key, relevance } of whole.nodes) expect(relevance).toBeCloseTo(importance.get(key) ?? -1, 5);
    const best = [...importance.values()].sort((a, b) => b - a).slice(0, 20);
    expect(whole.nodes.map(({ relevance }: { relevance: number }) => relevance)).toEqual(
      best.map((one) => expect.closeTo(one, 5)),
    );
  });
});

/** All paths without a node twice. */
function waysOf(
  { nodes, relations }: MemoryGraph,
  {
    from,
    to,
    types: only,
    excludeTypes: without,
    kinds: through,
    maxLength,
  }: {
    from: string;
    to: string;
    types: string[] | null;
    excludeTypes: string[] | null;
    kinds: string[] | null;
    maxLength: number;
  },
  inForce: (e: MemoryRelation, asOf: string | null) => boolean,
) {
  const found: { along: MemoryNode[]; hops: MemoryRelation[] }[] = [];
  const walk = (along: MemoryNode[], hops: MemoryRelation[]) => {
    const last = along.at(-1);
    if (last?.id === to) return void found.push({ along, hops });
    if (hops.length === maxLength) return;
    for (const e of relations) {
      if ((only !== null && !only.includes(e.type)) || without?.includes(e.type) || !inForce(e, null)) continue;
      const next = e.from === last ? e.to : e.to === last ? e.from : null;
      if (next === null || along.includes(next)) continue;
      if (through !== null && next.id !== to && !through.includes(next.kind)) continue;
      walk([...along, next], [...hops, e]);
    }
  };
  const start = nodes.find(({ id }) => id === from);
  if (start) walk([start], []);
  return found;
}
