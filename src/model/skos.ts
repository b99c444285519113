/** Definitions that the SKOS readers and writers share, so that an export repeats the contents of an imported file. */

/**
 * The SKOS properties, without their namespace, whose literals are kept as written in a file (`literalProperties` of a
 * term).
 */
export const LITERAL_PROPERTIES = [
  ...(['prefLabel', 'altLabel', 'hiddenLabel', 'notation', 'definition'] as const),
  ...(['scopeNote', 'note', 'example', 'historyNote', 'editorialNote', 'changeNote'] as const),
];
