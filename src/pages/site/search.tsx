/** The search page. It works without JavaScript. */
import type { ComponentChildren } from 'preact';
import type { Ask, Asked } from '../ask.ts';
import type { PageContent, SitePage } from '../page.ts';
import { readSearch, type SearchAsked, searchAddress } from '../search/asked.ts';
import { type Found, type NamedEntity, NEAREST, SEARCH, VOCABULARIES } from '../search/documents.ts';
import { KindFilter, VocabularyFilter } from '../search/filters.tsx';
import { SearchForm } from '../search/form.tsx';
import { Best, Hit } from '../search/hit.tsx';
import { DidYouMean, Examples, Nothing } from '../search/nothing.tsx';
import { withTellingMarks } from '../search/reasons.ts';

/** /search */
export const search: SitePage = {
  path: '/search',
  examples: ['q=ehr', 'q=zzzzzz'],
  canonicalParameters: ['q'],
  isRemembered: false, // the vectors of texts are made after an import, without a new version of the data
  async answer({ given, ask }) {
    const asked = readSearch(given);
    return asked.q === '' ? beforeSearch(asked, ask) : afterSearch(asked, ask);
  },
};

async function beforeSearch(asked: SearchAsked, ask: Ask): Promise<PageContent> {
  const { vocabularies } = (await ask(VOCABULARIES, {})).data;
  const main = (
    <>
      <SearchForm asked={asked} />
      <VocabularyFilter asked={asked} all={vocabularies ?? []} />
      <Examples asked={asked} />
    </>
  );
  return pageOf(asked, 'Search', main);
}

async function afterSearch(asked: SearchAsked, ask: Ask): Promise<PageContent> {
  const { q, kinds, vocabularies, within, asOf, after } = asked;
  const variables = { query: q, kinds: kinds.length === 0 ? null : kinds, vocabularies, within, asOf, after };
  const query = await ask(SEARCH, variables);
  const { search: found, resolve, vocabularies: all } = query.data;
  if (!found) throw new Error('the API answered a search with null');
  const named = after === null && asOf === null ? (resolve?.flatMap(({ candidates }) => candidates) ?? []) : [];
  const nearest = found.totalCount > 0 ? [] : ((await ask(NEAREST, { start: beginningOf(q) })).data.suggest ?? []);
  const main = (
    <>
      <SearchForm asked={asked} />
      <KindFilter asked={asked} facets={found.facets} />
      <VocabularyFilter asked={asked} all={all ?? []} />
      <DidYouMean asked={asked} names={found.didYouMean} />
      {found.totalCount === 0 ? (
        <Nothing asked={asked} nearest={nearest} />
      ) : (
        <Results asked={asked} found={found} named={named} />
      )}
    </>
  );
  return pageOf(asked, `${q}: search`, main, query);
}

const pageOf = (asked: SearchAsked, title: string, main: ComponentChildren, query?: Asked): PageContent => ({
  title,
  heading: asked.q === '' ? 'Search' : <>Results for “{asked.q}”</>,
  description: 'Search health IT terms, regulations, standards, and rules by name, citation, or question.',
  main,
  ...(query && { asked: query }),
  searched: asked.q,
  hasOwnSearch: true,
  isIndexed: false,
});

/** The first half: people get beginnings right. */
const beginningOf = (text: string): string => text.slice(0, Math.max(2, Math.ceil(text.length / 2)));

/** The best answer, if there is one, then the others in order. */
function Results({ asked, found, named }: { asked: SearchAsked; found: Found; named: readonly NamedEntity[] }) {
  const { pageInfo } = found;
  const edges = found.edges.map((edge) => withTellingMarks(edge, asked.q));
  const best = edges.find(({ node }) => named.some(({ id }) => id === node.id));
  const about = named.find(({ id }) => id === best?.node.id);
  const others = edges.filter((edge) => edge !== best);
  const { q: query, asOf } = asked;
  return (
    <>
      {best && about && <Best edge={best} named={about} query={query} asOf={asOf} />}
      {others.length > 0 && (
        <ol class="hits">
          {others.map((edge) => (
            <li>
              <Hit edge={edge} query={query} asOf={asOf} />
            </li>
          ))}
        </ol>
      )}
      {(pageInfo.hasNextPage || asked.after !== null) && (
        <nav class="pager" aria-label="Pages of results">
          {asked.after !== null && <a href={searchAddress(asked)}>First page</a>}{' '}
          {pageInfo.hasNextPage && (
            <a rel="next" href={searchAddress(asked, { after: pageInfo.endCursor })}>
              More results
            </a>
          )}
        </nav>
      )}
    </>
  );
}
