import { fragment } from '../../src/plan/fragment.ts';

/** The standard that is adopted, if it is in the graph. */
export const adoption = {
  standard: fragment('adoption/standard'),
};
