/** How a definition states a meaning: in its own words, by referring to another definition, or both. */
export const DEFINITION_KINDS = ['TEXT', 'BY_REFERENCE', 'BOTH'] as const;
export type DefinitionKind = (typeof DEFINITION_KINDS)[number];

/**
 * The role of a reference in a definition: it provides the entire meaning (DEFERS), the meaning of a word that the
 * definition uses (BORROWS), or the meaning of something that the definition excludes (EXCLUDES).
 */
export const STEP_ROLES = ['DEFERS', 'BORROWS', 'EXCLUDES'] as const;
export type StepRole = (typeof STEP_ROLES)[number];
