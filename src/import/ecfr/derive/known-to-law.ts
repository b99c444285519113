import { KnownNames } from '../../known-names.ts';

/** What other imports have in the graph. A part joins it instead of creating its own. Names are compared by `nameKey`. */
export interface KnownToLaw {
  /** Terms and aliases. */
  names: KnownNames;
  /** The id of a statute by citation, "42 U.S.C. 300jj-52", or by name, "Public Health Service Act, section 3022". */
  statutes: ReadonlyMap<string, string>;
  /** The divisions above the part that are already in the graph, outermost first: a file of one part has none. */
  above: readonly { id: string; citation: string; level: string }[];
}

/** What an empty graph has: nothing. */
export const NOTHING_KNOWN: KnownToLaw = { names: new KnownNames([], []), statutes: new Map(), above: [] };
