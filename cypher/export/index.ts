import { readCypher } from '../../src/graph/cypher-file.ts';
import { rewrite } from '../../src/graph/rewrite.ts';
import { type Statement, statement } from '../../src/graph/statement.ts';
import { type NeighborhoodParams, traversal } from '../traversal/index.ts';

/** What is held of something, by name, as the driver gives it; null is absent. */
export type ExportRow = Readonly<Record<string, unknown>>;

/** Where a page begins, and how long it is: `limit` a Cypher integer. */
interface Page {
  after: string;
  limit: unknown;
}

/** Which data a graph has: the imports as `origin:sha256`. */
export interface DataState {
  entities: number;
  relations: number;
  imports: string[];
}

/** A neighborhood with everything that is held of it. */
export interface ExportNeighborhoodRow {
  exact: boolean;
  reasons: string[];
  omittedNodes: number;
  nodes: ExportRow[];
  edges: ExportRow[];
  sources: ExportRow[];
  imports: string[];
}

/** Pieces that several statements have. */
const ROWS = Object.fromEntries(
  ['entity', 'relation', 'source'].map((what) => [`${what.toUpperCase()}_ROW`, `${what}-row`]),
);
const withRows = (text: string): string =>
  Object.entries(ROWS).reduce((all, [token, name]) => all.replaceAll(token, readCypher(`export/${name}`)), text);

/** The traversal of the API, with its parameters in the one map. */
function neighborhoodText(depth: number): string {
  const pieces = {
    TRAVERSAL: traversal.neighborhood(depth).match,
    MEMBERS: traversal.members.match,
    EDGES: traversal.edges.match,
  };
  const text = Object.entries(pieces).reduce(
    (all, [token, piece]) => all.replace(token, () => piece),
    readCypher('export/neighborhood'),
  );
  return rewrite(withRows(text), { variable: (name) => name, param: (name) => `$given.${name}` });
}

/** The statements of an export. */
export const exports = {
  state: statement<object, DataState>('export/state'),
  sources: statement<Page, { row: ExportRow }>('export/sources', withRows),
  entities: statement<Page, { row: ExportRow }>('export/entities', withRows),
  relations: statement<Page & { from: string }, { row: ExportRow }>('export/relations', withRows),
  /** The very members and relations that the API's `neighborhood` gives, of any depth that it takes. */
  neighborhood: (depth: number): Statement<NeighborhoodParams & { of: readonly string[] }, ExportNeighborhoodRow> => ({
    name: `export/neighborhood-${depth}`,
    text: neighborhoodText(depth),
  }),
};
