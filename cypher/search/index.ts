import { readCypher } from '../../src/graph/template.ts';
import { fragment, fragmentOf } from '../../src/plan/fragment.ts';
import type { SearchQuery } from '../../src/search/query.ts';

/** Questions by name. Lucene queries are written by `src/search/query.ts`; '' finds nothing. */
export const search = {
  search: fragmentOf<SearchQuery & { labels: readonly string[] | null }>(
    'search/search',
    readCypher('search/search'),
    ['query', 'cited', 'named', 'asked', 'exact', 'start', 'words', 'near', 'labels'], // what search/near reads, too
    {
      cypher: readCypher('search/counted'),
      total: `reduce(sum = 0, one IN counted | sum + CASE
        WHEN ($labels IS NULL AND one.kind <> 'Alias') OR one.kind IN $labels THEN one.number ELSE 0 END)`,
    },
  ),
  suggest: fragmentOf<{ words: string; start: string; labels: readonly string[] | null; limit: number }>(
    'search/suggest',
    readCypher('search/suggest'),
    ['words', 'start', 'labels'], // a LIMIT takes no key
  ),
  resolve: fragment<{ names: readonly string[]; keys: readonly string[]; citations: readonly (string | null)[] }>(
    'search/resolve',
  ),
  candidates: fragment('search/candidates'),
  alias: fragment('search/alias'),
};

/** What is said of a search and of its rows, in terms of the fragments above. */
export const aboutSearch = {
  near: readCypher('search/near'),
  highlighted: readCypher('search/highlighted'),
};
