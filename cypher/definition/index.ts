import { fragment } from '../../src/plan/fragment.ts';

/** What a legal definition leads to, beside its two ends. */
export const definition = {
  scope: fragment('definition/scope'),
};
