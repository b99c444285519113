import type { CfrCitation } from '../../../../model/citation.ts';

/** The location of a citing text: it decides what "this section", "this part" and "this definition" mean. */
export interface CitationContext {
  title: number;
  part: string;
  subpart?: string | undefined;
  /** "203" for § 171.203; absent in an appendix. */
  section?: string | undefined;
  /** The path below the section; definitions by name. */
  path: readonly string[];
  /** The sections of the part in order, "203" for § 171.203: the members of a range. */
  sections: readonly string[];
  /** The names of the section's definitions, as in paths. */
  definitions: readonly string[];
  /** The definitions of the part's other sections, for "the definition of health care operations". */
  elsewhere: readonly { name: string; section: string }[];
}

/** A citation target: a provision of the CFR, or the citation of another document. */
export type CitationTarget = { cfr: CfrCitation } | { other: string };

/** A citing range of text and all its targets: a list or a range has several. */
export interface FoundCitation {
  start: number;
  end: number;
  targets: CitationTarget[];
}

/** The path of the definition that contains the text: up to the first step that is a name. */
export function definitionAround({ path, definitions }: CitationContext): readonly string[] | null {
  const step = path.findIndex((name) => definitions.includes(name));
  return step < 0 ? null : path.slice(0, step + 1);
}
