import type { FieldRef, InterfaceRef, ObjectRef } from '@pothos/core';
import { encodeCursor } from '../src/plan/cursor.ts';
import { type ConnectionRow, hasMore, rowsAskedFor } from '../src/plan/page.ts';
import { CURSOR, slot } from '../src/plan/requirement.ts';
import { builder, type Types } from './builder.ts';

/** A row that knows its list, to encode its cursor. */
const LIST = Symbol('list');
interface EdgeRow {
  readonly [CURSOR]?: unknown;
  readonly [key: `>${string}`]: unknown;
  readonly [LIST]: string;
  /** The properties of the relation, if the fragment binds the relation as `edge`. */
  readonly id: string;
  readonly weight: number;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

type Fields = Record<string, FieldRef<Types>>;

const cursorOf = (list: string, row: { [CURSOR]?: unknown }) => encodeCursor(list, row[CURSOR] as unknown[]);

/**
 * Creates the connection and edge types of a node type: `NameConnection` and `NameEdge`.
 *
 * @param more fields that describe the relation (on the edge) or the whole list (on the connection)
 */
export function pageOf(
  type: ObjectRef<Types, object> | InterfaceRef<Types, object>,
  name: string,
  more: {
    edge?: (t: PothosSchemaTypes.ObjectFieldBuilder<Types, EdgeRow>) => Fields;
    connection?: (t: PothosSchemaTypes.ObjectFieldBuilder<Types, ConnectionRow>) => Fields;
  } = {},
): ObjectRef<Types, ConnectionRow> {
  const Edge = builder.objectRef<EdgeRow>(`${name}Edge`).implement({
    description: `An edge in ${/^[AEIO]/.test(name) ? 'an' : 'a'} ${name}Connection.`,
    fields: (t) => ({
      cursor: t.string({
        description:
          'The cursor of this edge. To list the edges after this edge, pass the cursor to the `after` argument.',
        resolve: (edge) => cursorOf(edge[LIST], edge),
      }),
      node: t.field({
        type,
        description: 'The node at the end of the edge.',
        resolve: (edge, _args, _context, info) => edge[slot(info.path.key)] as object,
      }),
      ...more.edge?.(t),
    }),
  });
  return builder.objectRef<ConnectionRow>(`${name}Connection`).implement({
    description:
      'One page of a list. Each cursor contains the key of a list entry, not its position, so adding entries before a cursor does not shift the page.',
    fields: (t) => ({
      edges: t.field({
        type: [Edge],
        description: 'The edges on this page, in list order.',
        resolve: (row, _args, _context, info) =>
          rowsAskedFor(row).map((one) => Object.assign(one[info.path.key] as EdgeRow, { [LIST]: row.list })),
      }),
      pageInfo: t.field({
        type: builder.pageInfoRef(),
        description: 'The first and last cursors on this page, and whether more pages come before or after this page.',
        resolve: (row) => {
          const { list } = row;
          const seen = rowsAskedFor(row);
          const [start, end] = [seen.at(0), seen.at(-1)];
          const { before, after } = hasMore(row);
          return {
            hasNextPage: after,
            hasPreviousPage: before,
            startCursor: start ? cursorOf(list, start) : null,
            endCursor: end ? cursorOf(list, end) : null,
          };
        },
      }),
      totalCount: t.int({
        description: 'The total number of edges on all pages.',
        resolve: ({ total }) => total,
      }),
      ...more.connection?.(t),
    }),
  });
}
