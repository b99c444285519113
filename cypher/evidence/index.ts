import { fragment } from '../../src/plan/fragment.ts';

/** The evidence of relations. */
export const evidence = {
  ofRelation: fragment('evidence/of-relation'),
  ofCitation: fragment('evidence/of-citation'),
  source: fragment('evidence/source'),
};
