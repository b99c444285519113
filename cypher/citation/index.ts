import { fragment } from '../../src/plan/fragment.ts';

/** The two ends of a citation. The target may be missing. */
export const citation = {
  source: fragment('citation/source'),
  target: fragment('citation/target'),
};
