import { cypherOf } from '../../src/graph/template.ts';
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

/** Whether a piece of evidence has its quote in place: true, false, or null if the texts have to be compared. */
export const inPlace = cypherOf('evidence/in-place', 'node');
