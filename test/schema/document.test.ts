import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { document, type ResultOf, type VariablesOf } from '../../schema/document.ts';
import { schema } from '../../schema/index.ts';

const NAMED = document('fragment Named on Entity { id label }');
const EDGE = document('fragment Edge on RelationEdge { type node { ...Named } }', NAMED);
const TERM = document(
  `query Term($slug: String!, $asOf: Date) {
    term(slug: $slug) { ...Named relations(asOf: $asOf) { edges { ...Edge } } }
  }`,
  EDGE,
  NAMED,
);

test('brings every fragment once, and is valid', () => {
  expect(TERM.text.match(/^fragment \w+/gm)).toEqual(['fragment Edge', 'fragment Named']);
  expect(validate(schema, parse(TERM.text))).toEqual([]);
});

test('knows its result and variables; `npm run typecheck` holds it', () => {
  const variables: VariablesOf<typeof TERM> = { slug: 'ehr' };
  // @ts-expect-error a slug is a string
  const wrong: VariablesOf<typeof TERM> = { slug: 1 };
  const data: ResultOf<typeof TERM> = {
    term: {
      id: 'Term:ehr',
      label: 'EHR',
      relations: { edges: [{ type: 'RELATED_TO', node: { id: 'x', label: 'X' } }] },
    },
  };
  // @ts-expect-error nothing selects the degree
  const degree = data.term?.degree;
  // @ts-expect-error no relation has this type
  const edge: ResultOf<typeof EDGE> = { type: 'MADE_UP', node: { id: 'x', label: 'X' } };
  expect([variables.slug, wrong.slug, degree, edge.type]).toEqual(['ehr', 1, undefined, 'MADE_UP']);
});
