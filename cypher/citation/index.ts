import { readCypher } from '../../src/graph/template.ts';
import { fragment } from '../../src/plan/fragment.ts';

/** The two ends of a citation, and the last section of a cited range. Targets may be missing. */
export const citation = {
  source: fragment('citation/source'),
  target: fragment('citation/target'),
  rangeTo: fragment('citation/range-to'),
};

/** An expression over a citation `node`: whether the cited provision is known not to exist. */
export const dangling = readCypher('citation/dangling');
