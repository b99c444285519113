import { type Statement, statement } from '../../src/graph/statement.ts';
import { readCypher, rename } from '../../src/graph/template.ts';
import type { MappingPredicate } from '../../src/model/mapping.ts';
import { type NeighborhoodParams, type Ranking, traversal } from '../traversal/index.ts';

/** The properties of a node or a relation, as the driver returns them; null means absent. */
export type ExportRow = Readonly<Record<string, unknown>>;

/** Where a page starts, and its length. `limit` is a Cypher integer. */
interface Page {
  after: string;
  limit: unknown;
}

/** What a whole export is limited to; null means no limit. */
export interface ExportFilter {
  labels: readonly string[] | null;
  vocabularies: readonly string[] | null;
}

/** The state of the data: counts, and the imports as `origin:sha256`. */
export interface DataState {
  entities: number;
  relations: number;
  imports: string[];
}

/** A term, as mappings name it. */
export interface MappedTerm {
  id: string;
  label: string;
  iri: string | null;
  vocabulary: string | null;
}

/** The mappings of one term. `object` is null for a concept that the graph does not have, of which only the IRI is known. */
export interface MappingsRow {
  id: string;
  subject: MappedTerm;
  mappings: {
    predicate: MappingPredicate;
    iri: string;
    rule: 'PARSED' | 'MATCHED';
    quote: string;
    sourceId: string | null;
    object: MappedTerm | null;
  }[];
}

/** A neighborhood with all stored properties. */
export interface ExportNeighborhoodRow {
  exact: boolean;
  reasons: string[];
  omittedNodes: number;
  nodes: ExportRow[];
  edges: ExportRow[];
  sources: ExportRow[];
  vocabularies: ExportRow[];
  imports: string[];
}

/** The traversal of the API, and after it everything that an export holds. Its parameters travel in one map. */
const neighborhoodText = (depth: number, ranking: Ranking): string =>
  rename(`${traversal.neighborhood(depth, ranking).match}\n${readCypher('export/neighborhood')}`, {
    param: (name) => `$given.${name}`,
  });

/** The statements of an export. */
export const exports = {
  state: statement<object, DataState>('export/state'),
  vocabularies: statement<Page & ExportFilter, { row: ExportRow }>('export/vocabularies'),
  sources: statement<Page, { row: ExportRow }>('export/sources'),
  entities: statement<Page & ExportFilter, { row: ExportRow }>('export/entities'),
  relations: statement<Page & ExportFilter & { from: string }, { row: ExportRow }>('export/relations'),
  /** `ids` limits the terms to those of a neighborhood. */
  mappings: statement<Page & ExportFilter & { ids: readonly string[] | null }, MappingsRow>('export/mappings'),
  /** The same members and relations as the API's `neighborhood`, for every depth that the API accepts. */
  neighborhood: (
    depth: number,
    ranking: Ranking,
  ): Statement<NeighborhoodParams & { of: readonly string[] }, ExportNeighborhoodRow> => ({
    name: `export/neighborhood-${ranking}-${depth}`,
    text: neighborhoodText(depth, ranking),
  }),
};
