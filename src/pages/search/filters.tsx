/** Links that limit or widen a search. Each link keeps all other parameters. */
import { KIND } from '../../model/kinds.ts';
import { areUsual, type SearchAsked, searchAddress, USUAL_VOCABULARIES } from './asked.ts';
import type { Found, SearchedVocabulary } from './documents.ts';

/** The kinds of the results, with counts. */
export function KindFilter({ asked, facets }: { asked: SearchAsked; facets: Found['facets'] }) {
  // An alias is a result only if it is asked for: what it names is one.
  const shown = facets.filter(({ kind }) => kind !== 'ALIAS' || asked.kinds.includes(kind));
  const all = facets.reduce((sum, { kind, count }) => (kind === 'ALIAS' ? sum : sum + count), 0);
  if (shown.length === 0) return null;
  const isCurrent = (kind: string) => asked.kinds.some((one) => one === kind);
  return (
    <nav aria-label="Kinds of results">
      <ul class="filters">
        <li>
          <a href={searchAddress(asked, { kinds: [] })} aria-current={asked.kinds.length === 0 ? 'true' : undefined}>
            All <Count of={all} />
          </a>
        </li>
        {shown.map(({ kind, count }) => (
          <li>
            <a href={searchAddress(asked, { kinds: [kind] })} aria-current={isCurrent(kind) ? 'true' : undefined}>
              {KIND[kind].words.many} <Count of={count} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const Count = ({ of }: { of: number }) => <span class="count">{of.toLocaleString('en-US')}</span>;

/**
 * The vocabularies of the terms in the results, with links to other vocabularies. Renders nothing if there are no
 * others.
 */
export function VocabularyFilter({ asked, all }: { asked: SearchAsked; all: readonly SearchedVocabulary[] }) {
  const others = all.filter(({ key }) => !USUAL_VOCABULARIES.includes(key));
  if (others.length === 0) return null;
  const left = all.filter(({ key }) => !asked.vocabularies.includes(key));
  const shown = all.filter(({ key }) => asked.vocabularies.includes(key));
  const more = (keys: readonly string[]) => searchAddress(asked, { vocabularies: [...asked.vocabularies, ...keys] });
  return (
    <p class="search-notes">
      Terms of {inList.format(shown.map(({ key, name }) => (key === 'law' ? 'the law' : name)))}.
      {left.length > 0 && ' Also search '}
      {left.slice(0, MOST_NAMED).map(({ key, name }, i) => (
        <>
          {i > 0 && ', '}
          <a href={more([key])}>{name}</a>
        </>
      ))}
      {left.length > 1 && (
        <>
          {' or '}
          <a href={more(left.map(({ key }) => key))}>all of them</a>
        </>
      )}
      {left.length > 0 && '.'}
      {!areUsual(asked.vocabularies) && (
        <>
          {' '}
          <a href={searchAddress(asked, { vocabularies: USUAL_VOCABULARIES })}>Only Glossograph and the law</a>.
        </>
      )}
    </p>
  );
}

/** So many vocabularies have a link of their own. */
const MOST_NAMED = 6;
const inList = new Intl.ListFormat('en-US');
