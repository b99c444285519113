/** Costs that are kept equal costs that are computed, whatever the variables say. */
import fc from 'fast-check';
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { CostLimit } from '../../src/http/cost.ts';
import { KnownCosts } from '../../src/http/known-costs.ts';

const SOURCE = `query ($text: String!, $names: [String!]!, $ids: [ID!]!, $first: Int, $deep: Boolean!, $types: [RelationType!]) {
  search(query: $text, first: $first) { edges { node { id degree } } }
  annotate(text: $text) { start }
  resolve(names: $names) { name candidates { entity { id } } }
  nodes(ids: $ids) { id ... on Term @include(if: $deep) { relations(first: $first, types: $types) { edges { node { id } } } } }
}`;

const values = fc.record({
  text: fc.string({ maxLength: 300 }),
  names: fc.array(fc.string({ maxLength: 10 }), { maxLength: 5 }),
  ids: fc.array(fc.constantFrom('Term:ehr', 'Term:fhir', 'Rule:89-FR-1192'), { maxLength: 5 }),
  first: fc.constantFrom(null, 0, 1, 50, 100),
  deep: fc.boolean(),
  types: fc.constantFrom(null, [], ['CITES'], ['CITES', 'ABOUT']),
});

test('the cost of an operation that was measured before is the cost that a new server computes', () => {
  const limit = new CostLimit(schema, 1);
  const document = parse(SOURCE);
  expect(
    limit.measure({ document, variableValues: { text: '', names: [], ids: [], deep: true } })?.cost,
  ).toBeGreaterThan(0);
  fc.assert(
    fc.property(values, (variableValues) => {
      const fresh = new CostLimit(schema, 1).measure({ document: parse(SOURCE), variableValues });
      expect(fresh).toBeDefined();
      expect(limit.measure({ document, variableValues })).toEqual(fresh);
    }),
  );
});

test('texts of the same length share a cost; numbers, dates, and choices do not', () => {
  const known = new KnownCosts();
  const [operation] = parse('query ($id: ID, $names: [String!], $first: Int, $day: Date) { a }').definitions;
  if (operation?.kind !== 'OperationDefinition') throw new Error('not an operation');
  let computed = 0;
  const isComputed = (given: Record<string, unknown>) => {
    const before = computed;
    known.get(operation, given, () => ({ cost: ++computed, costliest: '' }));
    return computed > before;
  };
  expect([{ id: 'ab' }, { id: 'cd' }, { id: 'abc' }, { id: null }, {}].map(isComputed)).toEqual([
    ...[true, false, true, true, true],
  ]);
  expect([{ names: ['a', 'bc'] }, { names: ['x', 'yz'] }, { names: ['xyz'] }].map(isComputed)).toEqual([
    true,
    false,
    true,
  ]);
  expect([{ first: 1 }, { first: 2 }, { first: 1 }].map(isComputed)).toEqual([true, true, false]);
  expect([{ day: '2026-01-01' }, { day: '2026-01-02' }].map(isComputed)).toEqual([true, true]);
});
