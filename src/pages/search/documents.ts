/** The queries of the search page. */
import { document, type ResultOf } from '../../../schema/document.ts';

const FOUND = document(`fragment Found on Entity {
  id
  kind
  label
  summary
  ... on Regulation { citation heading }
  ... on Term { vocabulary { key name } }
  ... on Standard { version ancestors { label level } }
}`);

/** A search, the vocabularies, and the entities whose name or citation exactly matches the query. */
export const SEARCH = document(
  `
query Search(
  $query: String!, $kinds: [EntityKind!], $vocabularies: [String!], $within: String, $asOf: Date, $after: String
) {
  search(
    query: $query, kinds: $kinds, vocabularies: $vocabularies, within: $within, asOf: $asOf, first: 20, after: $after
  ) {
    totalCount
    didYouMean
    facets { kind count }
    pageInfo { endCursor hasNextPage }
    edges { reasons node { ...Found } highlights { field text ranges } }
  }
  resolve(names: [$query], vocabularies: $vocabularies) {
    candidates {
      id
      ... on Term { definitions { regulation { id citation } } }
      ... on Regulation { text }
    }
  }
  vocabularies { key name }
}`,
  FOUND,
);

type Results = ResultOf<typeof SEARCH>;
/** The results of a search. */
export type Found = NonNullable<Results['search']>;
/** One result. */
export type FoundEdge = Found['edges'][number];
/** A text that contains words of the query. */
export type FoundText = FoundEdge['highlights'][number];
/** Additional data about an entity that the query names exactly. */
export type NamedEntity = NonNullable<Results['resolve']>[number]['candidates'][number];
/** A vocabulary that can be searched. */
export type SearchedVocabulary = NonNullable<Results['vocabularies']>[number];

/** Names that begin like the query, for a search without results. All vocabularies are searched. */
export const NEAREST = document(`query Nearest($start: String!) {
  suggest(prefix: $start, limit: 6) { entity { id kind label summary } }
}`);

/** The vocabularies, for a search without words. */
export const VOCABULARIES = document('query Vocabularies { vocabularies { key name } }');
