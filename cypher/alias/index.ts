import { fragment } from '../../src/plan/fragment.ts';

/** Names and what they stand for. */
export const alias = {
  of: fragment('alias/of'),
  denotes: fragment('alias/denotes'),
};
