import type { PageRequest } from './cursor.ts';
import { MAX_PAGE } from './cursor.ts';
import { LABEL, type PlannedRow } from './requirement.ts';

/** What a connection field resolves to: its row. */
export interface ConnectionRow extends PlannedRow {
  /** In the order in which they were read, with one more than the client asked for when there is another page. */
  readonly rows: readonly PlannedRow[];
  readonly request: PageRequest;
  readonly total: number;
  /** The name of the list, which its cursors carry. */
  readonly list: string;
}

/** The arguments of every connection field. */
export const PAGE_ARGS = {
  first: { description: `The number of edges to return, at most ${MAX_PAGE}; the default is 20.` },
  after: {
    description:
      'The page starts after the edge with this cursor. By default, the page starts at the beginning of the list.',
  },
} as const;

/** The arguments of a connection field that lists backward, too. */
export const BACKWARD_ARGS = {
  last: {
    description: `The number of edges to return from the end of the list or before a cursor, at most ${MAX_PAGE}.`,
  },
  before: {
    description: 'The page ends before the edge with this cursor. By default, the page ends at the end of the list.',
  },
} as const;

/** The rows that the client asked for, in list order. */
export function rowsAskedFor({ rows, request: { count, isBackward } }: ConnectionRow): readonly PlannedRow[] {
  const asked = rows.slice(0, count);
  return isBackward ? asked.reverse() : asked;
}

/** Whether the list has rows before and after these. A page that begins at a cursor has the row of the cursor beside it. */
export function hasMore({ rows, request: { count, from, isBackward } }: ConnectionRow): {
  before: boolean;
  after: boolean;
} {
  const [beyond, behind] = [rows.length > count, from !== null];
  return isBackward ? { before: beyond, after: behind } : { before: behind, after: beyond };
}

/** The GraphQL type of a row whose field returns an interface. */
export const typeOfRow = (row: unknown): string => (row as Record<string, string>)[LABEL] ?? '';
