/** The kinds of entity, in the order in which pictures and counts list them (contract: `enum EntityKind`). */
export const ENTITY_KINDS = ['TERM', 'ALIAS', 'REGULATION', 'STATUTE', 'STANDARD', 'ORGANIZATION'] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

/** The Neo4j label, and the GraphQL type, of each kind. Every such node also carries the label `Entity`. */
export const LABEL_OF = {
  TERM: 'Term',
  ALIAS: 'Alias',
  REGULATION: 'Regulation',
  STATUTE: 'Statute',
  STANDARD: 'Standard',
  ORGANIZATION: 'Organization',
} as const satisfies Record<EntityKind, string>;
export type EntityLabel = (typeof LABEL_OF)[EntityKind];

/** Neo4j's labels for kinds asked for; null for all. */
export const labelsOf = (kinds: readonly EntityKind[] | null | undefined): EntityLabel[] | null =>
  kinds?.map((kind) => LABEL_OF[kind]) ?? null;

export const ALIAS_KINDS = ['ABBREVIATION', 'EXPANSION', 'SYNONYM', 'VARIANT'] as const;
export type AliasKind = (typeof ALIAS_KINDS)[number];

/** Levels of the Code of Federal Regulations, outermost first (names as the eCFR's own hierarchy has them). */
export const REGULATION_LEVELS = [
  'TITLE',
  'SUBTITLE',
  'CHAPTER',
  'SUBCHAPTER',
  'PART',
  'SUBPART',
  'SUBJECT_GROUP',
  'SECTION',
  'PARAGRAPH',
  'APPENDIX',
] as const;
export type RegulationLevel = (typeof REGULATION_LEVELS)[number];

export const STANDARD_LEVELS = [
  'STANDARD',
  'VERSION',
  'RESOURCE',
  'DATA_TYPE',
  'PROFILE',
  'ELEMENT',
  'DATA_CLASS',
  'DATA_ELEMENT',
  'VALUE_SET',
  'CODE_SYSTEM',
] as const;
export type StandardLevel = (typeof STANDARD_LEVELS)[number];

export const EVIDENCE_RULES = ['AUTHORED', 'PARSED', 'MATCHED'] as const;
export type EvidenceRule = (typeof EVIDENCE_RULES)[number];

/** Which way relations are followed, seen from where one stands. */
export const DIRECTIONS = ['OUT', 'IN', 'BOTH'] as const;
export type Direction = (typeof DIRECTIONS)[number];
