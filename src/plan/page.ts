import { MAX_PAGE } from './cursor.ts';
import { LABEL, type PlannedRow } from './requirement.ts';

/** What a connection field resolves to: its row. `rows` has one more than the client asked for when there is a next page. */
export interface ConnectionRow extends PlannedRow {
  readonly rows: readonly PlannedRow[];
  readonly first: number;
  readonly total: number;
  /** The name of the list, which its cursors carry. */
  readonly list: string;
}

/** The arguments of every connection field. */
export const PAGE_ARGS = {
  first: { description: `The number of edges to return, at most ${MAX_PAGE}; the default is 20.` },
  after: {
    description: 'The cursor after which the page starts; by default, the page starts at the beginning of the list.',
  },
} as const;

/** The GraphQL type of a row whose field returns an interface. */
export const typeOfRow = (row: unknown): string => (row as Record<string, string>)[LABEL] ?? '';
