import type { AmendmentDays } from '../../../law/amendment-days.ts';
import type { AmendingRule } from '../../../law/noted.ts';
import type { RegulationLevel } from '../../../model/kinds.ts';
import { KnownNames } from '../../known-names.ts';

/**
 * What other imports have added to the graph. A part joins these entities instead of creating its own. Names are
 * compared by `nameKey`.
 */
export interface KnownToLaw {
  /** Terms and aliases. */
  names: KnownNames;
  /**
   * The id of a statute, found by citation ("42 U.S.C. 300jj-52") or by name ("Public Health Service Act, section
   * 3022").
   */
  statutes: ReadonlyMap<string, string>;
  /**
   * The divisions above the part that other imports state, outermost first. A file of one part does not contain them.
   */
  above: readonly KnownDivision[];
  /** The rules that amend the part or provisions in it. */
  amending: readonly AmendingRule[];
  /**
   * The days on which sections of the part were amended, from the eCFR's list of versions, by the id of the section.
   */
  days: ReadonlyMap<string, AmendmentDays>;
}

/** A division above a part, as stored in the graph. */
export interface KnownDivision {
  id: string;
  citation: string;
  level: RegulationLevel;
}

/** The data in an empty graph: nothing. */
export const NOTHING_KNOWN: KnownToLaw = {
  names: new KnownNames([], []),
  statutes: new Map(),
  above: [],
  amending: [],
  days: new Map(),
};
