import { fragment } from '../../src/plan/fragment.ts';

/** Acts of Congress and their sections. */
export const statute = {
  byCitation: fragment<{ citation: string }>('statute/by-citation'),
  all: fragment('statute/all'),
};
