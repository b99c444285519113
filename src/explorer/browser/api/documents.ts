/**
 * Every query of the explorer. The server runs them once when it starts, so that no user has to wait for query
 * planning.
 */
import { document, type TypedDocument, type VariablesOf } from '../../../../schema/document.ts';
import { type EntityKind, KIND } from '../../../model/kinds.ts';
import type { RelationType } from '../../../model/relations.ts';
import { PASSAGE_FIELDS } from '../../../view/law/passage.ts';

const NODE = 'key kind label degree distance x y';
const REST = 'edges { key source target type } completeness { exact reasons omittedNodes }';

export const SUBGRAPH = document(`fragment Drawn on Subgraph { nodes { ${NODE} } ${REST} }`);

/** The variables that filter a picture. */
const FILTERS = '$asOf: Date, $excludeTypes: [RelationType!], $kinds: [EntityKind!]';
const FILTERED = 'asOf: $asOf, excludeTypes: $excludeTypes, kinds: $kinds';

export const AROUND = document(
  `query Around($of: [ID!]!, $depth: Int!, $limit: Int!, $layout: Layout!, ${FILTERS}, $vocabularies: [String!]) {
  picture: neighborhood(of: $of, depth: $depth, limit: $limit, layout: $layout, ${FILTERED}, vocabularies: $vocabularies) {
    nodes { ${NODE} entity { ... on Regulation { heading } } } ${REST}
  }
}`,
);

export const WHOLE = document(
  `query Whole($limit: Int!, $layout: Layout!, ${FILTERS}, $vocabularies: [String!]) {
  picture: graph(limit: $limit, layout: $layout, ${FILTERED}, vocabularies: $vocabularies) {
    nodes { ${NODE} community } ${REST}
  }
}`,
);

/** The vocabularies of the terms. */
export const VOCABULARIES = document('query Vocabularies { meta { vocabularies { key name } } }');

export const PATHS = document(`query Paths($from: ID!, $to: ID!, ${FILTERS}) {
  paths(from: $from, to: $to, ${FILTERED}) {
    paths { nodes { id kind label degree ... on Regulation { heading } } hops { key source target type } }
    completeness { exact reasons omittedNodes }
  }
}`);

export const SUGGEST = document(`query Suggest($prefix: String!) {
  suggest(prefix: $prefix, limit: 10) { entity { id kind label summary ... on Term { vocabulary { name } } } matchedAlias { name } }
}`);

export const SEARCH = document(`query Search($query: String!) {
  search(query: $query, first: 20) {
    totalCount didYouMean
    edges { node { id kind label summary ... on Term { vocabulary { name } } } highlights { text } }
  }
}`);

const NAMED = 'id kind label';

export const NAMES = document(`query Names($ids: [ID!]!) { nodes(ids: $ids) { ... on Entity { ${NAMED} } } }`);

export const EVIDENCE = document(`fragment Reason on Evidence {
  rule quote verified source { name url retrieved }
}`);

export const RELATIONS = document(
  `fragment Relations on RelationConnection {
  totalCount pageInfo { hasNextPage endCursor }
  edges { type direction label validFrom validTo node { ${NAMED} } evidence { ...Reason } }
}`,
  EVIDENCE,
);

/** What a list shows of a provision. */
const PROVISION = document('fragment Provision on Regulation { id citation heading }');

export const DEFINITION = document(
  `fragment InTheLaw on Definition {
  text official validFrom validFromBasis validTo validToBasis chainEnd
  regulation { ...Provision } scope { id citation }
  chain { role quote targetCitation regulation { ...Provision } definition { text } }
}`,
  PROVISION,
);

const COMMON = document(
  `fragment Common on Entity {
  ${NAMED} summary url degree relations(first: 100, asOf: $asOf) { ...Relations }
}`,
  RELATIONS,
);

/**
 * What the panel shows for an entity, by kind. The `panel` field distinguishes the responses. Neo4j plans a document
 * for one kind five times faster than a document for all kinds.
 */
export const READINGS = {
  TERM: document(
    `query Reading($id: ID!, $asOf: Date) {
  node(id: $id) {
    ... on Term {
      panel: __typename ...Common category vocabulary { name url } shortDefinition definition keyTakeaways
      aliases { name aliasKind } sections { heading body } definitions(asOf: $asOf) { ...InTheLaw }
      mentioned: relations(first: 100, types: [MENTIONS], direction: OUT) {
        edges { node { ${NAMED} ... on Term { shortDefinition } } evidence { start end verified } }
      }
    }
  }
}`,
    COMMON,
    DEFINITION,
  ),
  REGULATION: document(
    `query Reading($id: ID!, $asOf: Date) {
  node(id: $id) {
    ... on Regulation {
      panel: __typename ...Common citation regulationLevel: level heading reserved authority published
    }
  }
}`,
    COMMON,
  ),
  STANDARD: document(
    `query Reading($id: ID!, $asOf: Date) {
  node(id: $id) {
    ... on Standard {
      panel: __typename ...Common standardLevel: level version status date package path min max mustSupport uscdiRequirement maturity types
      binding { strength valueSet }
      adoptions(asOf: $asOf) {
        validFrom validFromBasis validTo validToBasis regulation { ...Provision } coverage { certainty reason }
        notices { kind text from to source { name url } }
      }
    }
  }
}`,
    COMMON,
    PROVISION,
  ),
  ALIAS: document(
    `query Reading($id: ID!, $asOf: Date) {
  node(id: $id) { ... on Alias { panel: __typename ...Common aliasKind denotes { ${NAMED} } } }
}`,
    COMMON,
  ),
};

/** A kind without a panel of its own design shows the facts of its descriptor. */
const plainReading = (kind: EntityKind) =>
  document(
    `query Reading($id: ID!, $asOf: Date) {
  node(id: $id) { ... on Entity { ...Common } ...Facts }
}`,
    document(`fragment Facts on ${KIND[kind].label} { id ${Object.keys(KIND[kind].plain?.facts ?? {}).join(' ')} }`),
    COMMON,
  );

const isDesigned = (kind: EntityKind): kind is keyof typeof READINGS => kind in READINGS;

/** The document for an entity's kind. */
export const readingOf = (kind: EntityKind) => (isDesigned(kind) ? READINGS[kind] : plainReading(kind));

export const MORE = document(
  `query More($id: ID!, $asOf: Date, $after: String, $types: [RelationType!]) {
  node(id: $id) { ... on Entity { relations(first: 100, asOf: $asOf, after: $after, types: $types) { ...Relations } } }
}`,
  RELATIONS,
);

/** What a provision of any level does in the law on a day. */
const DOES = document(
  `fragment Does on Regulation {
  heading
  exceptions { ...Provision } exceptionTo { ...Provision }
  defines(asOf: $asOf) { term { ${NAMED} } ...InTheLaw }
}`,
  DEFINITION,
  PROVISION,
);

/**
 * The text of a section, an appendix, or a paragraph on a date, and its effects in the law. Neo4j plans each of them
 * separately.
 */
export const LAW = document(
  `query Law($citation: String!, $asOf: Date) {
  regulation(citation: $citation, asOf: $asOf) {
    ...Does
    coverage { certainty inForce missing reason }
    versions { heading validFrom validFromBasis validTo validToBasis }
  }
  text: regulation(citation: $citation, asOf: $asOf) { passages { ...Passage } }
}`,
  DOES,
  document(PASSAGE_FIELDS),
);

/** The contents of a part, or of a division above or below it. The text of a part is the text of all its sections. */
export const CONTENTS = document(
  `query Contents($citation: String!, $asOf: Date) {
  regulation(citation: $citation, asOf: $asOf) { ...Does children { ...Provision } }
}`,
  DOES,
  PROVISION,
);

/** A query with two origins and no room for any other node. It returns exactly the relations between the origins. */
export const BETWEEN = document(
  `query Between($of: [ID!]!, $limit: Int!, $asOf: Date) {
  neighborhood(of: $of, depth: 1, limit: $limit, asOf: $asOf) {
    nodes { key kind label }
    edges { key type source target validFrom validTo evidence { ...Reason } }
  }
}`,
  EVIDENCE,
);

const usual = <Document extends TypedDocument>(document: Document, variables: VariablesOf<Document>) =>
  [document.text, variables] as const;

/** The filter of most questions. */
const QUIET = {
  ...{ asOf: null, kinds: null, vocabularies: null },
  excludeTypes: ['ALIAS_OF', 'MENTIONS'] as const satisfies readonly RelationType[],
};

/** The queries for a visitor's first actions, with their variables. */
export const USUAL: readonly (readonly [document: string, variables: object])[] = [
  usual(AROUND, { of: ['Term:information-blocking'], depth: 1, limit: 15, layout: 'NONE', ...QUIET }),
  usual(AROUND, { of: ['Term:emr-vs-ehr'], depth: 2, limit: 60, layout: 'FORCE', ...QUIET }),
  usual(AROUND, { of: ['Term:ehr'], depth: 1, limit: 11, layout: 'NONE', ...QUIET }),
  usual(READINGS.TERM, { id: 'Term:ehr', asOf: null }),
  usual(SUGGEST, { prefix: 'eh' }),
  usual(READINGS.REGULATION, { id: 'Regulation:45-CFR-171.103', asOf: null }),
  usual(LAW, { citation: '45 CFR 171.103', asOf: null }),
  usual(WHOLE, { limit: 2_000, layout: 'FORCE', ...QUIET }),
  usual(PATHS, {
    from: 'Term:emr-vs-ehr',
    to: 'Organization:hl7',
    asOf: null,
    excludeTypes: ['MENTIONS'],
    kinds: null,
  }),
  usual(READINGS.STANDARD, { id: 'Standard:fhir', asOf: null }),
  usual(CONTENTS, { citation: '45 CFR Part 171', asOf: null }),
];
