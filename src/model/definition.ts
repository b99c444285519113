/** How a definition states a meaning: in its own words, by another definition, or both. */
export const DEFINITION_KINDS = ['TEXT', 'BY_REFERENCE', 'BOTH'] as const;
export type DefinitionKind = (typeof DEFINITION_KINDS)[number];

/**
 * What a reference in a definition does: it gives the whole meaning (DEFERS), the meaning of a word that the definition
 * uses (BORROWS), or the meaning of what the definition leaves out (EXCLUDES).
 */
export const STEP_ROLES = ['DEFERS', 'BORROWS', 'EXCLUDES'] as const;
export type StepRole = (typeof STEP_ROLES)[number];
