import { readCypher } from '../../src/graph/template.ts';
import type { ChangeKind } from '../../src/model/change.ts';
import { fragment } from '../../src/plan/fragment.ts';

/** The parameters of a list of changes: the first and the last day, and where to look. */
export interface ChangesWanted {
  from: string;
  to: string;
  within: string | null;
  kinds: readonly ChangeKind[] | null;
}

/** What changed in the law, and in the standards that it adopts. */
export const change = {
  all: fragment<ChangesWanted>('change/all'),
  /** Of the list: it has the parameters of `all`. */
  coverage: fragment('change/coverage'),
  subject: fragment('change/subject'),
  regulation: fragment('change/regulation'),
  amendments: fragment('change/amendments'),
  affects: fragment('change/affects'),
};

/** Expressions over a row `node` of `change/all`: what its date rests on, and what stood before and after. */
export const basis = readCypher('change/basis');
export const sides = readCypher('change/sides');
