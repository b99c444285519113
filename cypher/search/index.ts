import { fragment, fragmentOf, readCypher } from '../../src/plan/fragment.ts';

/** Questions by name. `words` is a Lucene query written by `src/search/words.ts`; '' finds nothing. */
export const search = {
  search: fragment<{ words: string; labels: readonly string[] | null }>('search/search'),
  suggest: fragmentOf<{ words: string; start: string; labels: readonly string[] | null; limit: number }>(
    'search/suggest',
    readCypher('search/suggest'),
    ['words', 'start', 'labels'], // a LIMIT takes no key
  ),
  resolve: fragment<{ names: readonly string[]; keys: readonly string[] }>('search/resolve'),
  candidates: fragment('search/candidates'),
  alias: fragment('search/alias'),
};
