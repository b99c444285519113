import type { PageRequest } from './cursor.ts';
import { MAX_PAGE } from './cursor.ts';
import { LABEL, type PlannedRow } from './requirement.ts';

/** The row that a connection field resolves to. */
export interface ConnectionRow extends PlannedRow {
  /**
   * The rows in the order in which they were read. If there is another page, there is one more row than the client
   * requested.
   */
  readonly rows: readonly PlannedRow[];
  readonly request: PageRequest;
  readonly total: number;
  /** The name of the list, which is part of its cursors. */
  readonly list: string;
}

/** The arguments of every connection field. */
export const PAGE_ARGS = {
  first: { description: `The maximum number of edges to return, from 0 to ${MAX_PAGE}. The default is 20.` },
  after: {
    description:
      'The page starts after the edge with this cursor. By default, the page starts at the beginning of the list.',
  },
} as const;

/** The arguments of a connection field that can also list backward. */
export const BACKWARD_ARGS = {
  last: {
    description: `The maximum number of edges to return, from 0 to ${MAX_PAGE}, counted backward from the end of the list or from the cursor in \`before\`.`,
  },
  before: {
    description: 'The page ends before the edge with this cursor. By default, the page ends at the end of the list.',
  },
} as const;

/** The rows that the client requested, in list order. */
export function rowsAskedFor({ rows, request: { count, isBackward } }: ConnectionRow): readonly PlannedRow[] {
  const asked = rows.slice(0, count);
  return isBackward ? asked.reverse() : asked;
}

/**
 * Whether the list has rows before and after these rows. If a page begins at a cursor, the row of the cursor is next to
 * it.
 */
export function hasMore({ rows, request: { count, from, isBackward } }: ConnectionRow): {
  before: boolean;
  after: boolean;
} {
  const [beyond, behind] = [rows.length > count, from !== null];
  return isBackward ? { before: beyond, after: behind } : { before: behind, after: beyond };
}

/** The GraphQL type of a row whose field returns an interface. */
export const typeOfRow = (row: unknown): string => (row as Record<string, string>)[LABEL] ?? '';
