/**
 * What a date is based on: the words of the law (STATED), the effective date of a rule (EFFECTIVE_DATE), the
 * publication of a rule (PUBLICATION), the first edition that shows the text (FIRST_SEEN), or nothing (UNKNOWN).
 */
export const DATE_BASES = ['STATED', 'EFFECTIVE_DATE', 'PUBLICATION', 'FIRST_SEEN', 'UNKNOWN'] as const;
export type DateBasis = (typeof DATE_BASES)[number];
