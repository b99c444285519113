import type { AmendmentDays } from '../../../law/amendment-days.ts';
import type { AmendingRule } from '../../../law/noted.ts';
import type { RegulationLevel } from '../../../model/kinds.ts';
import { KnownNames } from '../../known-names.ts';

/** What other imports have in the graph. A part joins it instead of creating its own. Names are compared by `nameKey`. */
export interface KnownToLaw {
  /** Terms and aliases. */
  names: KnownNames;
  /** The id of a statute by citation, "42 U.S.C. 300jj-52", or by name, "Public Health Service Act, section 3022". */
  statutes: ReadonlyMap<string, string>;
  /** The divisions above the part that other imports state, outermost first: a file of one part has none. */
  above: readonly KnownDivision[];
  /** The rules that amend the part or places in it. */
  amending: readonly AmendingRule[];
  /** The days on which sections of the part were amended, as the eCFR's list of versions states them, by the id of the section. */
  days: ReadonlyMap<string, AmendmentDays>;
}

/** A division above a part, as the graph has it. */
export interface KnownDivision {
  id: string;
  citation: string;
  level: RegulationLevel;
}

/** What an empty graph has: nothing. */
export const NOTHING_KNOWN: KnownToLaw = {
  names: new KnownNames([], []),
  statutes: new Map(),
  above: [],
  amending: [],
  days: new Map(),
};
