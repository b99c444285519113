import { fragment, fragmentOf, readCypher } from '../../src/plan/fragment.ts';
import type { SearchQuery } from '../../src/search/query.ts';

/** Questions by name. Lucene queries are written by `src/search/query.ts`; '' finds nothing. */
export const search = {
  search: fragmentOf<SearchQuery & { labels: readonly string[] | null }>(
    'search/search',
    readCypher('search/search'),
    undefined,
    { cypher: readCypher('search/found'), total: 'size(shown)' },
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

/** Of a search as a whole, over what `search/found` bound. */
export const aboutSearch = {
  facets: readCypher('search/facets'),
  near: readCypher('search/near'),
  highlighted: readCypher('search/highlighted'),
};
