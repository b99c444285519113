import { fragment } from '../../src/plan/fragment.ts';

/** How sure an answer for a day is. */
export const coverage = {
  ofRegulation: fragment('coverage/of-regulation'),
  ofAdoption: fragment('coverage/of-adoption'),
  ofGoverning: fragment('coverage/of-governing'),
  amendments: fragment('coverage/amendments'),
};
