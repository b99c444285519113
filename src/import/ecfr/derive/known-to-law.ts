import { KnownNames } from '../../known-names.ts';

/** What other imports have in the graph, and a part joins instead of making its own: by names as they are compared. */
export interface KnownToLaw {
  /** Terms and aliases. */
  names: KnownNames;
  /** "42 U.S.C. 300jj-52", or a name ("Public Health Service Act, section 3022"), to the id of the statute. */
  statutes: ReadonlyMap<string, string>;
  /** The divisions above the part that are known from elsewhere, outermost first: a file of one part has none. */
  above: readonly { id: string; citation: string; level: string }[];
}

/** A graph with nothing in it. */
export const NOTHING_KNOWN: KnownToLaw = { names: new KnownNames([], []), statutes: new Map(), above: [] };
