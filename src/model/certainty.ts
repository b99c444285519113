/**
 * How certain an answer for a day is: read from an edition of that day (OBSERVED), determined by amendments (DERIVED),
 * the latest known text (PRESUMED), undecided (UNCERTAIN), or not in any edition (UNKNOWN).
 */
export const CERTAINTIES = ['OBSERVED', 'DERIVED', 'PRESUMED', 'UNCERTAIN', 'UNKNOWN'] as const;
export type Certainty = (typeof CERTAINTIES)[number];
