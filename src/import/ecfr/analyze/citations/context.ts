import type { CfrCitation } from '../../../../model/citation.ts';

/** Where the text stands that cites: what "this section", "this part" and "this definition" mean there. */
export interface CitationContext {
  title: number;
  part: string;
  subpart?: string | undefined;
  /** "203" of § 171.203; absent in an appendix. */
  section?: string | undefined;
  /** From the section down, definitions by name. */
  path: readonly string[];
  /** The part's sections in order, "203" for § 171.203: what a range of them has. */
  sections: readonly string[];
  /** The names of the section's definitions, as they stand in paths. */
  definitions: readonly string[];
  /** The definitions of the part's other sections, for "the definition of health care operations". */
  elsewhere: readonly { name: string; section: string }[];
}

/** What is cited: a place in the CFR, or a document outside of it by its citation. */
export type CitationTarget = { cfr: CfrCitation } | { other: string };

/** A run of text that cites, and every place it cites: a list or a range has several. */
export interface FoundCitation {
  start: number;
  end: number;
  targets: CitationTarget[];
}

/** The definition inside which a place is: the first named step of its path, with what stands before it. */
export function definitionAround({ path, definitions }: CitationContext): readonly string[] | null {
  const step = path.findIndex((name) => definitions.includes(name));
  return step < 0 ? null : path.slice(0, step + 1);
}
