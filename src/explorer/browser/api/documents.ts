/** Every question that the page asks, as GraphQL. The server asks them once when it starts, so that nobody waits for plans. */
import { type EntityKind, KIND, kindOf } from '../../../model/kinds.ts';

const SUBGRAPH = `
  nodes { key kind label degree distance x y }
  edges { key source target type }
  completeness { exact reasons omittedNodes }`;

export const AROUND = `query Around($of: [ID!]!, $depth: Int!, $limit: Int!, $layout: Layout!, $asOf: Date) {
  picture: neighborhood(of: $of, depth: $depth, limit: $limit, layout: $layout, asOf: $asOf) {${SUBGRAPH} }
}`;

export const WHOLE = `query Whole($limit: Int!, $layout: Layout!, $asOf: Date) {
  picture: graph(limit: $limit, layout: $layout, asOf: $asOf) {${SUBGRAPH} }
}`;

export const PATHS = `query Paths($from: ID!, $to: ID!, $asOf: Date) {
  paths(from: $from, to: $to, asOf: $asOf) {
    paths { nodes { id kind label degree } hops { key source target type } }
    completeness { exact reasons omittedNodes }
  }
}`;

export const SUGGEST = `query Suggest($prefix: String!) {
  suggest(prefix: $prefix, limit: 10) { entity { id kind label summary } matchedAlias { name } }
}`;

export const SEARCH = `query Search($query: String!) {
  search(query: $query, first: 20) {
    totalCount didYouMean
    edges { node { id kind label summary } highlights { field text ranges } }
  }
}`;

export const NAMES = `query Names($ids: [ID!]!) { nodes(ids: $ids) { ... on Entity { id kind label } } }`;

const NAMED = 'id kind label';
const EVIDENCE = 'evidence { rule quote verified source { name url retrieved } }';
const RELATIONS = `totalCount pageInfo { hasNextPage endCursor }
  edges { type direction label validFrom validTo node { ${NAMED} } ${EVIDENCE} }`;
const DEFINITION = `text validFrom validTo chainEnd
  term { ${NAMED} } regulation { ${NAMED} } scope { ${NAMED} }
  chain { quote targetCitation regulation { ${NAMED} } }`;

/** The fields of kinds that have a panel of their own design; the others have the facts of their descriptor. */
const OF_KIND: Partial<Readonly<Record<EntityKind, string>>> = {
  TERM: `slug category shortDefinition definition keyTakeaways
    aliases { name aliasKind } sections { heading body } definitions(asOf: $asOf) { ${DEFINITION} }
    mentioned: relations(first: 100, types: [MENTIONS], direction: OUT) {
      edges { node { ${NAMED} ... on Term { shortDefinition } } evidence { start end verified } }
    }`,
  REGULATION:
    'citation regulationLevel: level heading reserved authority published versions { heading validFrom validTo }',
  STANDARD: `key standardLevel: level version status date package path min max mustSupport types
    binding { strength valueSet }
    adoptions(asOf: $asOf) { validFrom validTo regulation { ${NAMED} } standard { ${NAMED} } }`,
  ALIAS: `aliasKind denotes { ${NAMED} }`,
};

/** Everything that the panel shows of an entity. A document for the kind of the id alone is planned five times faster. */
export function readingOf(id: string): string {
  const kind = kindOf(id);
  const own = kind && (OF_KIND[kind] ?? Object.keys(KIND[kind].plain?.facts ?? {}).join(' '));
  return `query Reading($id: ID!, $asOf: Date) {
  node(id: $id) {
    __typename
    ... on Entity { ${NAMED} summary url degree relations(first: 100, asOf: $asOf) { ${RELATIONS} } }
    ${kind ? `... on ${KIND[kind].label} { ${own} }` : ''}
  }
}`;
}

export const MORE = `query More($id: ID!, $asOf: Date, $after: String, $types: [RelationType!]) {
  node(id: $id) { ... on Entity { relations(first: 100, asOf: $asOf, after: $after, types: $types) { ${RELATIONS} } } }
}`;

/** The text of a provision as it reads on a day, and what the names in it mean there then. */
export const LAW = `query Law($citation: String!, $asOf: Date) {
  regulation(citation: $citation, asOf: $asOf) {
    text heading
    annotations { start end entities { ${NAMED} } }
    mentions(first: 100) {
      edges { node {
        id shortDefinition
        definitionInForce(citation: $citation, asOf: $asOf) { text regulation { ${NAMED} } scope { ${NAMED} } }
      } }
    }
    cites { text targetCitation dangling target { ${NAMED} } }
    defines(asOf: $asOf) { ${DEFINITION} }
  }
}`;

/** Two origins and room for no other: exactly what lies between them. */
export const BETWEEN = `query Between($of: [ID!]!, $limit: Int!, $asOf: Date) {
  neighborhood(of: $of, depth: 1, limit: $limit, asOf: $asOf) {
    nodes { key kind label degree }
    edges { key type source target ${EVIDENCE} }
  }
}`;

/** What somebody who opens the page asks first, with what fits. */
export const USUAL: readonly (readonly [document: string, variables: object])[] = [
  [AROUND, { of: ['Term:emr-vs-ehr'], depth: 2, limit: 60, layout: 'FORCE', asOf: null }],
  [AROUND, { of: ['Term:ehr'], depth: 1, limit: 26, layout: 'NONE', asOf: null }],
  [readingOf('Term:ehr'), { id: 'Term:ehr', asOf: null }],
  [SUGGEST, { prefix: 'eh' }],
  [readingOf('Regulation:45-CFR-171.103'), { id: 'Regulation:45-CFR-171.103', asOf: null }],
  [LAW, { citation: '45 CFR 171.103', asOf: null }],
  [WHOLE, { limit: 2_000, layout: 'FORCE', asOf: null }],
  [PATHS, { from: 'Term:emr-vs-ehr', to: 'Organization:hl7', asOf: null }],
  [readingOf('Standard:fhir'), { id: 'Standard:fhir', asOf: null }],
];
