import { fragment } from '../../src/plan/fragment.ts';

/** A row of `ofRelation` and of `ofCitation`: one piece of evidence. */
export interface EvidenceRow {
  rule: 'AUTHORED' | 'PARSED' | 'MATCHED';
  quote: string | null;
  start: number | null;
  end: number | null;
}

/** The evidence of relations. */
export const evidence = {
  ofRelation: fragment('evidence/of-relation'),
  ofCitation: fragment('evidence/of-citation'),
  source: fragment('evidence/source'),
};
