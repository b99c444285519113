/** The content of the page without a query, and without results. */
import type { ComponentChildren } from 'preact';
import type { ResultOf } from '../../../schema/document.ts';
import { EntityLink } from '../../view/links.tsx';
import { list } from '../../view/parts.tsx';
import { KindName } from '../../view/shape.tsx';
import { isLimited, type SearchAsked, searchAddress } from './asked.ts';
import type { NEAREST } from './documents.ts';

type Suggestions = NonNullable<ResultOf<typeof NEAREST>['suggest']>;

/** Searches that show what can be asked. */
const EXAMPLES: readonly (readonly [query: string, about: string])[] = [
  ['information blocking', 'a term, and what the law says about it'],
  ['171.203(a)', 'a citation, in any form'],
  ['why was my claim not paid', 'a question in your own words'],
  ['EHI', 'an abbreviation'],
  ['USCDI v3', 'a standard and its versions'],
];

/** The page before a search. */
export const Examples = ({ asked }: { asked: SearchAsked }) => (
  <section aria-labelledby="examples">
    <h2 id="examples">You can search for</h2>
    {list(
      EXAMPLES.map(([q, about]) => (
        <>
          <a href={searchAddress(asked, { q })}>{q}</a> <span class="muted">{about}</span>
        </>
      )),
    )}
    <Indexes>Or browse</Indexes>
  </section>
);

/** Suggestions with a similar spelling. Renders nothing if there are none. */
export const DidYouMean = ({ asked, names }: { asked: SearchAsked; names: readonly string[] }) =>
  names.length === 0 ? null : (
    <p class="lead">
      Did you mean{' '}
      {names.map((q, i) => (
        <>
          {i > 0 && ' or '}
          <a href={searchAddress(asked, { q })}>{q}</a>
        </>
      ))}
      ?
    </p>
  );

/** The page of a search without results. */
export const Nothing = ({ asked, nearest }: { asked: SearchAsked; nearest: Suggestions }) => (
  <>
    <p class="lead">
      Nothing in Glossograph matches “{asked.q}”{isLimited(asked) && ' with these limits'}.
    </p>
    {isLimited(asked) && (
      <p>
        <a href={searchAddress(asked, { kinds: [], within: null, asOf: null })}>Search everything for “{asked.q}”</a>
      </p>
    )}
    {nearest.length > 0 && (
      <section aria-labelledby="nearest">
        <h2 id="nearest">Names that begin with the same letters</h2>
        {list(
          nearest.map(({ entity }) => (
            <>
              <EntityLink {...entity} />{' '}
              <span class="muted">
                <KindName kind={entity.kind} />
              </span>
            </>
          )),
        )}
      </section>
    )}
    <Indexes>Try fewer or different words. You can also browse</Indexes>
  </>
);

/** Links to everything there is. */
const Indexes = ({ children }: { children: ComponentChildren }) => (
  <p>
    {children} <a href="/terms">all terms</a>, <a href="/regulations">the law</a>,{' '}
    <a href="/standards">the standards</a>, or <a href="/organizations">the organizations</a>.
  </p>
);
