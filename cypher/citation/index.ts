import { fragment } from '../../src/plan/fragment.ts';

/** The two ends of a citation, and the last section of a cited range. Targets may be missing. */
export const citation = {
  source: fragment('citation/source'),
  target: fragment('citation/target'),
  rangeTo: fragment('citation/range-to'),
};
