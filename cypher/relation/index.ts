import { fragment } from '../../src/plan/fragment.ts';

/** The two ends of a relation, for types that represent a relation (Definition, Adoption). */
export const relation = {
  start: fragment('relation/start'),
  end: fragment('relation/end'),
};
