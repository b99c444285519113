import '@pothos/plugin-relay'; // its types: pageInfoRef
import type { FieldRef, InterfaceParam, ObjectParam, ObjectRef, SchemaTypes } from '@pothos/core';
import { encodeCursor, MAX_PAGE } from './cursor.ts';
import { CURSOR, LABEL, type Row, slot } from './requirement.ts';

/** What a connection field resolves to: its row, with one edge more than was asked when there is a next page. */
export interface Page extends Row {
  readonly rows: readonly Row[];
  readonly first: number;
  readonly total: number;
  /** The name of the list, which its cursors carry. */
  readonly list: string;
}

/** An edge is a row that knows its list, to write its cursor. */
const LIST = Symbol('list');
interface Edge extends Row {
  readonly [LIST]: string;
}

/** What the relation behind an edge holds, beside what its type adds. */
export interface RelationProperties {
  readonly id: string;
  readonly weight: number;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** The arguments of every connection field. */
export const PAGE_ARGS = {
  first: { description: `How many, at most ${MAX_PAGE}; 20 when not said.` },
  after: { description: 'The cursor of the last one seen; from the beginning when not said.' },
} as const;

const cursorOf = (list: string, row: Row) => encodeCursor(list, row[CURSOR] as unknown[]);

/**
 * The connection and edge types of a node type: `NameConnection` and `NameEdge`.
 *
 * @param more fields that speak of the relation itself (on the edge) or of the whole list (on the connection)
 */
export function pageOf<Types extends SchemaTypes, Type extends ObjectParam<Types> | InterfaceParam<Types>>(
  builder: PothosSchemaTypes.SchemaBuilder<Types>,
  type: Type,
  name: string,
  more: {
    edge?: (t: PothosSchemaTypes.ObjectFieldBuilder<Types, RelationProperties>) => Record<string, FieldRef<Types>>;
    connection?: (t: PothosSchemaTypes.ObjectFieldBuilder<Types, Page>) => Record<string, FieldRef<Types>>;
  } = {},
): ObjectRef<Types, Page> {
  const b = builder as unknown as PothosSchemaTypes.SchemaBuilder<SchemaTypes>;
  const EdgeType = b.objectRef<Edge>(`${name}Edge`).implement({
    description: `One of a ${name}Connection.`,
    fields: (t) => ({
      cursor: t.string({
        nullable: false,
        description: 'Where it stands in the order; give it to `after`.',
        resolve: (edge) => cursorOf(edge[LIST], edge),
      }),
      node: t.field({
        type: type as unknown as ObjectRef<SchemaTypes, unknown>,
        nullable: false,
        description: 'What stands at this place.',
        resolve: (edge, _args, _context, info) => edge[slot(info.path.key)],
      }),
      ...(more.edge?.(t as never) as object),
    }),
  });
  return b.objectRef<Page>(`${name}Connection`).implement({
    description: 'A page of a list. Cursors are keys, not offsets: what is added before them moves nothing.',
    fields: (t) => ({
      edges: t.field({
        type: [EdgeType],
        nullable: false,
        description: 'The rows of this page, in order.',
        resolve: ({ rows, first, list }, _args, _context, info) =>
          rows.slice(0, first).map((row) => Object.assign(row[info.path.key] as Row, { [LIST]: list })),
      }),
      pageInfo: t.field({
        type: b.pageInfoRef(),
        nullable: false,
        description: 'Whether more follows, and where.',
        resolve: ({ rows, first, list }) => {
          const seen = rows.slice(0, first);
          const [start, end] = [seen.at(0), seen.at(-1)];
          return {
            hasNextPage: rows.length > first,
            hasPreviousPage: false,
            startCursor: start ? cursorOf(list, start) : null,
            endCursor: end ? cursorOf(list, end) : null,
          };
        },
      }),
      totalCount: t.int({
        nullable: false,
        description: 'How many there are in all, on every page.',
        resolve: ({ total }) => total,
      }),
      ...(more.connection?.(t as never) as object),
    }),
  }) as unknown as ObjectRef<Types, Page>;
}

/** The GraphQL type of a row that an interface stands for. */
export const typeOfRow = (row: unknown): string => (row as Record<string, string>)[LABEL] ?? '';
