import { fragment } from '../../src/plan/fragment.ts';

/** The two ends of an amendment. The rule may be unknown. */
export const amendment = {
  regulation: fragment('amendment/regulation'),
  rule: fragment('amendment/rule'),
};
