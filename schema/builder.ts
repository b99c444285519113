import SchemaBuilder from '@pothos/core';
import RelayPlugin from '@pothos/plugin-relay';
import '../src/plan/field-builder.ts';
import { badInput } from '../src/graph/errors.ts';
import { DAY_FORM, isDay } from '../src/model/day.ts';
import { typeOfRow } from '../src/plan/page.ts';
import type { GraphContext } from './context.ts';

export const builder = new SchemaBuilder<{
  Context: GraphContext;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    JSON: { Input: unknown; Output: unknown };
    Date: { Input: string; Output: string };
    DateTime: { Input: string; Output: string };
  };
}>({
  plugins: [RelayPlugin],
  defaultFieldNullability: false,
  // The graph stores the readable id itself, so nothing is encoded and node(id) is a planned field like any other.
  relay: {
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    nodeTypeOptions: {
      description: 'An object with an id that the `node` query accepts.',
      resolveType: typeOfRow,
    },
    idFieldOptions: { description: 'A readable, stable id, such as Term:ehr.' },
    hasNextPageFieldOptions: { description: 'True if there are more edges after `endCursor`.' },
    hasPreviousPageFieldOptions: { description: 'True if there are more edges before `startCursor`.' },
    startCursorFieldOptions: { description: 'The cursor of the first edge, or null if the page is empty.' },
    endCursorFieldOptions: {
      description:
        'The cursor of the last edge, or null if the page is empty. To get the next page, pass the cursor to the `after` argument.',
    },
    pageInfoTypeOptions: {
      description: 'The first and last cursors on a page, and whether more pages come before or after the page.',
    },
  },
});

/** Checks a calendar date; refuses 2026-02-30. Throws BAD_USER_INPUT. */
function parseDate(value: unknown): string {
  if (isDay(value)) return value;
  throw badInput(`Date: must be ${DAY_FORM}`);
}

builder.scalarType('Date', {
  description: 'An ISO 8601 calendar date, such as 2026-01-31.',
  serialize: (value) => value,
  parseValue: parseDate,
});
builder.scalarType('DateTime', {
  description: 'An RFC 3339 date and time in UTC, such as 2026-01-31T12:00:00Z.',
  serialize: (value) => value,
});
builder.scalarType('JSON', { description: 'Any JSON value.', serialize: (value) => value });
builder.queryType({
  description: 'The queries that the API supports. The server answers each root field with a single Cypher statement.',
});

export const Node = builder.nodeInterfaceRef();

/** The types of this schema, for helper functions that receive part of the builder. */
export type Types = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer Found> ? Found : never;
