import { fragment } from '../../src/plan/fragment.ts';

/** Why a relation is in the graph. */
export const evidence = {
  ofRelation: fragment('evidence/of-relation'),
  ofCitation: fragment('evidence/of-citation'),
  source: fragment('evidence/source'),
};
