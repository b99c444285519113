/** The page for an address that does not exist, with suggestions. */
import type { VNode } from 'preact';
import { document, type ResultOf } from '../../schema/document.ts';
import { formatCitation } from '../model/citation.ts';
import { ENTITY_KINDS, type EntityKind, KIND } from '../model/kinds.ts';
import { addressOf, citationIn } from '../view/address.ts';
import { Day } from '../view/days.tsx';
import { relatedEntities } from '../view/related-entities.tsx';
import type { Ask } from './ask.ts';

const FOUND = document('fragment Found on Entity { id label kind summary }');
type FoundEntity = ResultOf<typeof FOUND>;

const MEANT = document(
  `
query Meant($words: String!, $start: String!, $kinds: [EntityKind!]) {
  suggest(prefix: $start, kinds: $kinds, limit: 5) { entity { ...Found } }
  search(query: $words, kinds: $kinds, first: 8) {
    edges { node { ...Found } }
    didYouMean
  }
}`,
  FOUND,
);

const NAMED = document(
  `
query Named($names: [String!]!) {
  resolve(names: $names) { candidates { ...Found } }
}`,
  FOUND,
);

/** The content of the page for an address that does not exist. */
export async function notFound(ask: Ask, kind: EntityKind, name: string, asOf: string | null): Promise<VNode> {
  const words = wordsOf(kind, name);
  const meant = await candidates(ask, kind, words);
  const citation = kind === 'REGULATION' ? citationIn(name) : null;
  const same = citation && meant.find(({ label }) => label === formatCitation(citation));
  const suggested = relatedEntities(meant);
  return (
    <>
      <p class="lead">
        {asOf !== null && same ? (
          <>
            {same.label} is in Glossograph, but it is not known to have existed on <Day date={asOf} />.{' '}
            <a href={addressOf(same.id)}>View the current text</a>
          </>
        ) : (
          `Glossograph has no ${KIND[kind].words.one.toLowerCase()} with the name “${words}”.`
        )}
      </p>
      {suggested && (
        <>
          <h2>Did you mean one of these?</h2>
          {suggested}
        </>
      )}
      <p class="note">
        <a href={`/search?${new URLSearchParams({ q: words })}`}>Search for “{words}”</a>
      </p>
    </>
  );
}

const LONGEST = 200;

/** The words that a reader would search for. */
function wordsOf(kind: EntityKind, name: string): string {
  const citation = kind === 'REGULATION' ? citationIn(name) : null;
  return (citation ? formatCitation(citation) : name.replace(/[-_/\s]+/g, ' ')).slice(0, LONGEST).trim();
}

/** Names that are spelled almost so, then the hits of a search, those of the same kind first. Without any: names with the same beginning. */
async function candidates(ask: Ask, kind: EntityKind, words: string): Promise<FoundEntity[]> {
  const kinds = ENTITY_KINDS.filter((one) => one !== 'ALIAS');
  const { search, suggest } = (await ask(MEANT, { words, start: beginningOf(words), kinds })).data;
  const found = search?.edges.map(({ node }) => node) ?? [];
  const names = search?.didYouMean ?? [];
  const resolved = names.length === 0 ? null : (await ask(NAMED, { names })).data.resolve;
  const near = resolved?.flatMap((one) => one.candidates) ?? [];
  const all = [
    ...near,
    ...found.filter((one) => one.kind === kind),
    ...found.filter((one) => one.kind !== kind),
    ...(near.length + found.length > 0 ? [] : (suggest ?? []).map(({ entity }) => entity)),
  ];
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

/** All words but the last, or the first half of a single word: people get beginnings right. */
function beginningOf(words: string): string {
  const blank = words.lastIndexOf(' ');
  return blank > 1 ? words.slice(0, blank) : words.slice(0, Math.max(2, Math.ceil(words.length / 2)));
}
