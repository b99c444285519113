import { readCypher } from '../../src/graph/template.ts';
import { fragment, fragmentOf } from '../../src/plan/fragment.ts';
import type { SearchQuery } from '../../src/search/query.ts';

/** The bounds of a search. `labels` are Neo4j labels, and null means no bound. */
export interface SearchBounds {
  labels: readonly string[] | null;
  vocabularies?: readonly string[] | null | undefined;
  /** The citation of a provision: only provisions in it are found. */
  within: string | null;
  asOf?: string | null | undefined;
  /** The vector of the question, if there is a model. */
  vector: readonly number[] | null;
}

/** Entities by name and text. `src/search/query.ts` writes the Lucene queries; '' finds nothing. */
export const search = {
  search: fragmentOf<SearchQuery & SearchBounds>(
    'search/search',
    readCypher('search/search'),
    // Including those that search/near reads.
    [
      'query',
      'cited',
      'named',
      'asked',
      'exact',
      'start',
      'words',
      'near',
      'some',
      'said',
      'vector',
      'labels',
      'vocabularies',
      'within',
    ],
    {
      cypher: readCypher('search/counted'),
      total: `reduce(sum = 0, one IN counted | sum + CASE
        WHEN ($labels IS NULL AND one.kind <> 'Alias') OR one.kind IN $labels THEN one.number ELSE 0 END)`,
    },
  ),
  suggest: fragmentOf<{
    words: string;
    start: string;
    labels: readonly string[] | null;
    vocabularies?: readonly string[] | null | undefined;
    limit: number;
  }>(
    'search/suggest',
    readCypher('search/suggest'),
    ['words', 'start', 'labels', 'vocabularies'], // not `limit`: a LIMIT cannot differ between starts
  ),
  resolve: fragment<{
    names: readonly string[];
    keys: readonly string[];
    /** Other keys of each name, for when nothing has it as written. */
    spellings: readonly (readonly string[])[];
    citations: readonly (string | null)[];
    vocabularies?: readonly string[] | null | undefined;
  }>('search/resolve'),
  candidates: fragment('search/candidates'),
  alias: fragment('search/alias'),
};

/** Expressions for fields that describe a search and its rows, over the variables of the fragments above. */
export const aboutSearch = {
  near: readCypher('search/near'),
  highlighted: readCypher('search/highlighted'),
};
