import { readCypher } from '../../src/graph/template.ts';
import { fragment } from '../../src/plan/fragment.ts';

/** How sure an answer for a day is. */
export const coverage = {
  ofRegulation: fragment('coverage/of-regulation'),
  ofAdoption: fragment('coverage/of-adoption'),
  amendments: fragment('coverage/amendments'),
};

/** An expression over a coverage `node` whose value is a list of `InTimeRow`, or null above a part. */
export const parts = readCypher('coverage/parts');
