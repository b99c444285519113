import { fragment } from '../../src/plan/fragment.ts';

/** The parameters of a list of adoptions. */
interface AdoptionsWanted {
  asOf: string | null | undefined;
  within: string | null;
  /** Only adoptions that end before this day. */
  expiringBefore: string | null;
}

/** What the law adopts. */
export const adoption = {
  all: fragment<AdoptionsWanted>('adoption/all'),
  /** Of the list: it has the parameters of `all`. */
  coverage: fragment('adoption/coverage'),
  /** The standard that is adopted, if it is in the graph. */
  standard: fragment('adoption/standard'),
  notices: fragment('adoption/notices'),
};
