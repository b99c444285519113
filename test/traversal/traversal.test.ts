/** Traversals against brute force on random small graphs, in every detail that they promise. */
import fc from 'fast-check';
import { graphql } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { ENTITY_KINDS } from '../../src/model/kinds.ts';
import { RELATION_TYPES } from '../../src/model/relations.ts';
import { Reader } from '../../src/plan/read.ts';
import { load, randomGraph } from '../plan/memory-graph.ts';
import { random } from '../plan/random.ts';
import { testGraph } from '../setup/test-graph.ts';
import { brute } from './brute.ts';

const { driver, graph, fill, empty } = testGraph();
let memory = randomGraph(random(1));
fill(() => load(driver(), memory));

async function ask(source: string, variableValues: object) {
  const reader = new Reader(graph());
  const { data, errors } = await graphql({
    schema,
    source,
    variableValues: { ...variableValues },
    contextValue: { reader },
  });
  expect(errors).toBeUndefined();
  expect(reader.statements).toBe(1);
  return JSON.parse(JSON.stringify(data));
}

const SUBGRAPH =
  '{ nodes { key distance degree } edges { key source target type } completeness { exact reasons omittedNodes } }';
const NEIGHBORHOOD = `query ($of: [ID!]!, $depth: Int!, $types: [RelationType!], $kinds: [EntityKind!], $direction: Direction!, $limit: Int!, $perHopLimit: Int, $asOf: Date) {
  neighborhood(of: $of, depth: $depth, types: $types, kinds: $kinds, direction: $direction, limit: $limit, perHopLimit: $perHopLimit, asOf: $asOf, ranking: DEGREE) ${SUBGRAPH} }`;
const PATHS = `query ($from: ID!, $to: ID!, $maxLength: Int!, $limit: Int!, $types: [RelationType!], $asOf: Date) {
  paths(from: $from, to: $to, maxLength: $maxLength, limit: $limit, types: $types, asOf: $asOf, ranking: DEGREE) {
    paths { length nodes { id __typename } hops { key } } completeness { exact reasons omittedNodes } } }`;

/** One that is there, and now and then one that is not. */
const anyId = () => {
  const there = fc.nat().map((n) => memory.nodes[n % memory.nodes.length]?.id ?? '');
  return fc.oneof({ weight: 9, arbitrary: there }, fc.constant('Term:none'));
};
const types = fc.option(fc.subarray([...RELATION_TYPES], { minLength: 1 }));
const kinds = fc.option(fc.subarray([...ENTITY_KINDS], { minLength: 1 }));
const asOf = fc.option(fc.constantFrom('2019-01-01', '2020-01-01', '2024-01-01', '2026-06-01'));

describe('random small graphs, compared with brute force', () => {
  test.each([1, 2, 3])(
    'graph %i',
    async (seed) => {
      await empty();
      memory = randomGraph(random(seed));
      await load(driver(), memory);
      const plain = brute(memory);

      await fc.assert(
        fc.asyncProperty(
          fc.record({
            of: fc.array(anyId(), {
              minLength: 1,
              maxLength: 3,
            }),
            depth: fc.integer({ min: 1, max: 4 }),
            types,
            kinds,
            direction: fc.constantFrom('OUT' as const, 'IN' as const, 'BOTH' as const),
            limit: fc.integer({ min: 1, max: 25 }),
            perHopLimit: fc.option(fc.integer({ min: 1, max: 6 })),
            asOf,
          }),
          async (question) => {
            expect((await ask(NEIGHBORHOOD, question)).neighborhood).toEqual(plain.neighborhood(question));
          },
        ),
        { numRuns: 60, seed },
      );

      await fc.assert(
        fc.asyncProperty(
          fc.record({ kinds, types, limit: fc.integer({ min: 1, max: 30 }), asOf }),
          async (question) => {
            const source = `query ($kinds: [EntityKind!], $types: [RelationType!], $limit: Int!, $asOf: Date) { graph(kinds: $kinds, types: $types, limit: $limit, asOf: $asOf, ranking: DEGREE) ${SUBGRAPH} }`;
            expect((await ask(source, question)).graph).toEqual(plain.graph(question));
          },
        ),
        { numRuns: 15, seed },
      );

      await fc.assert(
        fc.asyncProperty(
          fc.record({
            from: anyId(),
            to: anyId(),
            maxLength: fc.integer({ min: 1, max: 4 }),
            limit: fc.integer({ min: 1, max: 12 }),
            types,
            asOf,
          }),
          async (question) => {
            const { completeness, paths } = (await ask(PATHS, question)).paths;
            const expected = plain.paths(question);
            expect(paths).toEqual(expected.paths);
            expect(completeness).toMatchObject(expected.completeness);
            expect(completeness.omittedNodes).toBeLessThanOrEqual(expected.atMostMissing); // a lower bound
          },
        ),
        { numRuns: 40, seed },
      );
    },
    120_000,
  );
});

test('below an entity the answer is the same as from its id', async () => {
  const { neighborhood } = await ask(`{ neighborhood(of: ["Term:t1"], depth: 2, limit: 9) ${SUBGRAPH} }`, {});
  const { term } = await ask(`{ term(slug: "t1") { neighborhood(depth: 2, limit: 9) ${SUBGRAPH} } }`, {});
  expect(term.neighborhood).toEqual(neighborhood);
});

test.each([
  ['neighborhood(of: ["Term:t1"], depth: 5) { nodes { key } }', 'depth: must be between 1 and 4, not 5'],
  ['neighborhood(of: ["Term:t1"], limit: 0) { nodes { key } }', 'limit: must be between 1 and 2000, not 0'],
  [
    'neighborhood(of: ["Term:t1"], perHopLimit: -1) { nodes { key } }',
    'perHopLimit: must be between 1 and 2000, not -1',
  ],
  [
    'paths(from: "Term:t1", to: "Term:t2", maxLength: 9) { paths { length } }',
    'maxLength: must be between 1 and 8, not 9',
  ],
  ['graph(limit: 1000000) { nodes { key } }', 'limit: must be between 1 and 20000, not 1000000'],
])('%s is refused before the database is asked', async (field, message) => {
  const reader = new Reader(graph());
  const { errors } = await graphql({ schema, source: `{ ${field} }`, contextValue: { reader } });
  expect(errors?.map((error) => [error.message, error.extensions.code])).toEqual([[message, 'BAD_USER_INPUT']]);
  expect(reader.statements).toBe(0);
});
