/**
 * How sure an answer for a day is: read from an edition of that day (OBSERVED), decided by amendments (DERIVED), the latest
 * that is known (PRESUMED), undecided (UNCERTAIN), or in no edition (UNKNOWN).
 */
export const CERTAINTIES = ['OBSERVED', 'DERIVED', 'PRESUMED', 'UNCERTAIN', 'UNKNOWN'] as const;
export type Certainty = (typeof CERTAINTIES)[number];
