import { fragment } from '../../src/plan/fragment.ts';

/** The two ends of a relation, for types that stand for the relation itself (Definition, Adoption, Citation). */
export const relation = {
  start: fragment('relation/start'),
  end: fragment('relation/end'),
};
