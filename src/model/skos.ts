/** What the readers and the writers of SKOS must agree on, so that an export says again what a file said. */

/** The properties of SKOS, without their namespace, whose literals are kept as a file writes them (`literalProperties` of a term). */
export const LITERAL_PROPERTIES = [
  ...(['prefLabel', 'altLabel', 'hiddenLabel', 'notation', 'definition'] as const),
  ...(['scopeNote', 'note', 'example', 'historyNote', 'editorialNote', 'changeNote'] as const),
];
