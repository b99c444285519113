/** The queries of the page with a day's adoptions. */
import { document, type ResultOf } from '../../../schema/document.ts';
import { ADOPTED } from '../standard/asked.ts';

const CHANGES = document(`
fragment Ahead on ChangeConnection {
  totalCount
  edges { node { on basis before after subject { id label } regulation { id citation heading } } }
}`);
/** Adoptions that begin or end after a day. */
export type Ahead = ResultOf<typeof CHANGES>;

/** The adoptions on a day, each with its section, and the adoptions that begin or end next. */
export const ADOPTIONS = document(
  `
query AdoptedOnDay($asOf: Date!, $after: String, $within: String, $from: Date!, $to: Date!) {
  adoptions(asOf: $asOf, first: 100, after: $after, within: $within) {
    totalCount
    coverage { certainty reason }
    edges { node { ...Adopted regulation { level ancestors { id citation heading level } } } }
    pageInfo { hasNextPage endCursor }
  }
  changes(from: $from, to: $to, kinds: [ADOPTION], first: 20, within: $within) { ...Ahead }
}`,
  ADOPTED,
  CHANGES,
);
/** One page of the adoptions on a day. */
export type DayAdoptions = NonNullable<ResultOf<typeof ADOPTIONS>['adoptions']>;
/** An adoption in the list of all adoptions on a day. */
export type DayAdoption = DayAdoptions['edges'][number]['node'];

/** The adoptions that begin or end after a day, in all provisions. */
export const AHEAD = document(
  `
query AdoptionsAhead($from: Date!, $to: Date!) {
  changes(from: $from, to: $to, kinds: [ADOPTION], first: 100) { ...Ahead }
}`,
  CHANGES,
);

const NAMED = document(`
fragment NamedByWord on Entity {
  id
  label
  kind
  ... on Term {
    about: relations(first: 20, kinds: [STANDARD], types: [ABOUT]) { edges { label node { id label } } }
    near: relations(first: 50, kinds: [TERM], types: [RELATED_TO, CONTRASTS_WITH, BROADER]) {
      edges {
        label
        node {
          id
          label
          ... on Term {
            about: relations(first: 20, kinds: [STANDARD], types: [ABOUT]) { edges { label node { id label } } }
          }
        }
      }
    }
  }
}`);
/** The entity that a word names, and the standards that a term or its neighbors describe. */
export type Named = ResultOf<typeof NAMED>;

/** Finds what a word names: an entity with that name, or the term with that slug. */
export const WORD = document(
  `
query AdoptedWord($names: [String!]!, $slug: String!) {
  resolve(names: $names) { candidates { ...NamedByWord } }
  term(slug: $slug) { ...NamedByWord }
}`,
  NAMED,
);

/**
 * The adoptions of standards on a day: adoptions of the standard, of its versions, or of a standard that requires a
 * part of it.
 */
export const TARGETS = document(
  `
query AdoptedTargets($ids: [ID!]!, $asOf: Date!) {
  nodes(ids: $ids) {
    id
    ... on Standard {
      name
      level
      ancestors { id name level }
      adoptions(asOf: $asOf) { ...Adopted }
      requiredBy(asOf: $asOf) { ...Adopted }
      children(level: VERSION, first: 100) { edges { node { id name adoptions(asOf: $asOf) { ...Adopted } } } }
    }
  }
}`,
  ADOPTED,
);
/** A standard to which a word leads. */
export type Target = Extract<
  NonNullable<NonNullable<ResultOf<typeof TARGETS>['nodes']>[number]>,
  { requiredBy: unknown }
>;

const MAPPED = document(`
fragment MappedElement on Standard {
  id
  name
  mapsTo { id key name path level ancestors { id name level } }
}`);
/** A data element and the elements to which it maps. */
export type MappedElement = ResultOf<typeof MAPPED>;

/** The data elements of versions and data classes, or individual data elements, and the elements to which they map. */
export const DATA = document(
  `
query AdoptedData($ids: [ID!]!) {
  nodes(ids: $ids) {
    id
    ... on Standard {
      ...MappedElement
      level
      ancestors { id name level }
      children(level: DATA_ELEMENT, first: 100) { edges { node { ...MappedElement } } }
      classes: children(level: DATA_CLASS, first: 100) {
        edges { node { id name children(level: DATA_ELEMENT, first: 100) { edges { node { ...MappedElement } } } } }
      }
    }
  }
}`,
  MAPPED,
);

/** Which of these versions are adopted on a day. */
export const VERSIONS_ON_DAY = document(`
query VersionsOnDay($ids: [ID!]!, $asOf: Date!) {
  nodes(ids: $ids) { id ... on Standard { name adoptions(asOf: $asOf) { regulation { id citation heading } } } }
}`);

/** The versions of the same standards that are adopted on a later day. */
export const THEN = document(`
query AdoptedThen($ids: [ID!]!, $asOf: Date!) {
  nodes(ids: $ids) {
    id
    ... on Standard {
      ancestors {
        children(level: VERSION, first: 100) {
          edges { node { id name adoptions(asOf: $asOf) { regulation { id citation heading } } } }
        }
      }
    }
  }
}`);
