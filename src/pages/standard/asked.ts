/** The GraphQL queries of the pages of standards. */
import { document, type ResultOf } from '../../../schema/document.ts';
import { NEIGHBORHOOD, PICTURE } from '../neighborhood.tsx';

/** Selects the data that a list shows about a standard or a part of one. */
export const PART = document('fragment Part on Standard { id key name level summary version min max }');
/** A standard, or a part of one, in a list. */
export type Part = ResultOf<typeof PART>;

/** Selects the adoption of a standard: the provision, the dates, the certainty, and the notices. */
export const ADOPTED = document(`
fragment Adopted on Adoption {
  regulation { id citation heading }
  standard { id key name }
  text
  validFrom
  validFromBasis
  validTo
  validToBasis
  coverage { certainty reason }
  notices { kind text from to source { id name url } }
}`);
/** An adoption with its dates, certainty, and notices. */
export type Adopted = ResultOf<typeof ADOPTED>;

/** Selects a row of a table of elements. */
const ELEMENT = document(`
fragment ElementRow on Standard {
  id
  key
  name
  path
  summary
  min
  max
  types
  mustSupport
  differs
  uscdiRequirement
  binding { strength valueSet valueSetNode { id label: name } }
  mappedFrom(level: DATA_ELEMENT) { id name version }
}`);
/** An element as shown in a table of elements. */
export type Element = ResultOf<typeof ELEMENT>;

/**
 * The data on all pages of standards. Parts are selected only for data elements: a version of US Core has 97 profiles,
 * whose elements would be too many. Elements and the chains to the law have separate queries because Neo4j takes long
 * to plan a single query for everything.
 */
export const STANDARD = document(
  `
query StandardPage($key: String!, $id: ID!, $after: String) {
  standard(key: $key) {
    ...Part
    canonical
    status
    maturity
    date
    package
    types
    mustSupport
    differs
    uscdiRequirement
    binding { strength valueSet valueSetNode { id label: name } }
    url
    unmapped
    ancestors {
      ...Part
      children(level: VERSION, first: 100) { edges { node { id key name version children(first: 1) { totalCount } } } }
    }
    children(first: 100, after: $after) {
      totalCount
      edges {
        node {
          ...Part
          date
          adoptions { validFrom }
          implements(level: DATA_TYPE) { name }
          children(level: DATA_ELEMENT, first: 100) { edges { node { id name summary } } }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
    mapsTo { ...Part }
    mappedFrom { ...Part }
    implements { ...Part ancestors { id key level } }
    implementedBy { ...Part }
    supersedes { ...Part }
    supersededBy { ...Part }
    adoptions { ...Adopted }
    terms { id label: name shortDefinition }
  }
  ${NEIGHBORHOOD}
}`,
  PART,
  ADOPTED,
  PICTURE,
);
/** The API's data about the standard on a page. */
export type FoundStandard = NonNullable<ResultOf<typeof STANDARD>['standard']>;

/** The elements of a structure or of an element. Elements below the fourth level are shown on their own pages. */
export const ELEMENTS = document(
  `
query StandardElements($key: String!, $after: String) {
  standard(key: $key) {
    elements: children(level: ELEMENT, first: 100, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          ...ElementRow
          children(level: ELEMENT, first: 100) {
            edges {
              node {
                ...ElementRow
                children(level: ELEMENT, first: 100) {
                  edges {
                    node {
                      ...ElementRow
                      children(level: ELEMENT, first: 100) {
                        edges { node { ...ElementRow children(level: ELEMENT, first: 1) { totalCount } } }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}`,
  ELEMENT,
);
/** One page of elements, with the elements inside them. */
export type FoundElements = NonNullable<ResultOf<typeof ELEMENTS>['standard']>['elements'];

/** The adoptions that require a part, and the relations from the part to the adopted versions. */
export const REQUIRED = document(
  `
query StandardRequired($key: String!) {
  standard(key: $key) {
    level
    ancestors { id name level }
    mappedFrom { id name ancestors { id name level } }
    implementedBy { id name differs ancestors { id name level } }
    requiredBy {
      regulation { id citation heading }
      standard { id name }
      text
      validFrom
      validFromBasis
      validTo
      validToBasis
      coverage { certainty reason }
    }
  }
}`,
);
/** The provisions that require a part. */
export type Required = NonNullable<ResultOf<typeof REQUIRED>['standard']>;

/** Checks which entities exist. The result for an entity that does not exist is null. */
export const EXISTING = document('query ExistingStandards($ids: [ID!]!) { nodes(ids: $ids) { id } }');

/** Selects what a comparison shows of a part: the fields that can differ. */
const COMPARED = document(`
fragment Compared on Standard {
  id
  key
  name
  level
  path
  min
  max
  types
  mustSupport
  status
  binding { strength valueSet }
}`);
/** A part of a standard in one of two compared versions. */
export type Compared = ResultOf<typeof COMPARED>;

/** Compares a standard, a version, or a part with the same item in another version. */
export const COMPARISON = document(
  `
query StandardComparison($key: String!, $version: String!) {
  standard(key: $key) {
    ...Compared
    version
    ancestors { ...Part }
    changesFrom(version: $version) {
      imported
      fields
      from { ...Compared version }
      added { ...Compared }
      removed { ...Compared }
      changed { fields before { ...Compared } after { ...Compared } }
    }
  }
}`,
  PART,
  COMPARED,
);
/** A comparison of two versions of a standard. */
export type Comparison = NonNullable<ResultOf<typeof COMPARISON>['standard']>;
