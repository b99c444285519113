/** The relation between concepts of two vocabularies: the mapping properties of SKOS. */
export const MAPPING_PREDICATES = ['EXACT', 'CLOSE', 'BROAD', 'NARROW', 'RELATED'] as const;
export type MappingPredicate = (typeof MAPPING_PREDICATES)[number];

/** The SKOS mapping property for each predicate, without its namespace. */
export const MATCH_OF: Readonly<Record<MappingPredicate, string>> = {
  EXACT: 'exactMatch',
  CLOSE: 'closeMatch',
  BROAD: 'broadMatch',
  NARROW: 'narrowMatch',
  RELATED: 'relatedMatch',
};
