/** The GraphQL queries of a term's page. */
import { document, type ResultOf } from '../../../schema/document.ts';
import { NEIGHBORHOOD, PICTURE } from '../neighborhood.tsx';

const PLACE = document('fragment Place on Regulation { id citation heading }');

const DEFINITION = document(
  `
fragment InTheLaw on Definition {
  text
  official
  regulation { ...Place }
  scope { id citation }
  validFrom
  validFromBasis
  validTo
  validToBasis
  chainEnd
  chain { role quote targetCitation regulation { ...Place } definition { text } }
}`,
  PLACE,
);

/**
 * The query for a term. Legal definitions have a separate root field, so Neo4j can plan the two statements in parallel.
 */
export const TERM = document(
  `
query TermPage($slug: String!, $id: ID!) {
  term(slug: $slug) {
    id
    name
    category
    shortDefinition
    definition
    vocabulary { key name url license }
    mappings(first: 12) {
      totalCount
      edges { node { predicate iri term { id label: name shortDefinition vocabulary { key name } } evidence { rule } } }
    }
    keyTakeaways
    sections { heading body references { end source { id } } }
    reviewedOn
    sources { id name url retrieved }
    aliases { id name aliasKind }
    mentionedIn(first: 100) { totalCount edges { count node { ...Place } } }
    related: relations(first: 100, types: [RELATED_TO, CONTRASTS_WITH, BROADER]) {
      totalCount
      edges { type direction node { id label ... on Term { shortDefinition } } }
    }
    about: relations(first: 100, types: [ABOUT]) { edges { node { id label kind } } }
    mentioned: relations(first: 100, types: [MENTIONS], direction: OUT) {
      edges {
        node { id label ... on Term { shortDefinition } }
        evidence { start end verified }
      }
    }
    jsonLd
  }
  law: term(slug: $slug) {
    definitions { ...InTheLaw }
    previous { id label: name }
    next { id label: name }
  }
  ${NEIGHBORHOOD}
}`,
  DEFINITION,
  PLACE,
  PICTURE,
);

/** A term with all the data on its page. */
export type FoundTerm = NonNullable<ResultOf<typeof TERM>['term']>;
/** The legal definitions of a term, and the terms before and after it by name. */
export type TermInTheLaw = NonNullable<ResultOf<typeof TERM>['law']>;
/** A definition of a term in a provision. */
export type LegalDefinition = TermInTheLaw['definitions'][number];

/** Queries which of the provisions that a page cites are in the graph. */
export const CITED = document('query Cited($ids: [ID!]!) { nodes(ids: $ids) { id } }');
