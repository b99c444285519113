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
  // The graph holds the readable id itself, so nothing is encoded, and node(id) is a planned field like any other.
  relay: {
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    nodeTypeOptions: {
      description: 'Anything with an id, to be fetched again by `node(id:)`.',
      resolveType: typeOfRow,
    },
    idFieldOptions: { description: 'Readable and stable: Term:ehr.' },
    hasNextPageFieldOptions: { description: 'More follows after `endCursor`.' },
    hasPreviousPageFieldOptions: { description: 'Always false: pages are read forward.' },
    startCursorFieldOptions: { description: 'Where the page begins; null for a page of no rows.' },
    endCursorFieldOptions: { description: 'Where the page ends: give it to `after`.' },
    pageInfoTypeOptions: { description: 'Where a page begins and ends, and whether more follows.' },
  },
});

/** A calendar date, checked: 2026-02-30 is none. */
function parseDate(value: unknown): string {
  if (isDay(value)) return value;
  throw badInput(`Date: ${DAY_FORM}`);
}

builder.scalarType('Date', {
  description: 'ISO 8601 calendar date, such as 2026-01-31.',
  serialize: (value) => value,
  parseValue: parseDate,
});
builder.scalarType('DateTime', {
  description: 'RFC 3339 date and time in UTC, such as 2026-01-31T12:00:00Z.',
  serialize: (value) => value,
});
builder.scalarType('JSON', { description: 'Any JSON value.', serialize: (value) => value });
builder.queryType({ description: 'Everything that can be asked. Each field is answered by one statement.' });

export const Node = builder.nodeInterfaceRef();

/** The types of this schema, for helpers that take a piece of the builder. */
export type Types = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer Found> ? Found : never;
