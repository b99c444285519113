import type { ActNames } from '../../../../model/citations/acts.ts';
import type { CitingPlace } from '../../../../model/citations/found.ts';

export type { CitationTarget, FoundCitation } from '../../../../model/citations/found.ts';

/** The location of a citing text: it decides what "this section", "this part" and "this definition" mean. */
export interface CitationContext extends CitingPlace {
  /** "203" for § 171.203; absent in an appendix. */
  section?: string | undefined;
  /** The path below the section; definitions by name. */
  path: readonly string[];
  /** The names of the section's definitions, as in paths. */
  definitions: readonly string[];
  /** The definitions of the part's other sections, for "the definition of health care operations". */
  elsewhere: readonly { name: string; section: string }[];
  /** The short names of acts in the part. */
  acts?: ActNames | undefined;
}

/** The path of the definition that contains the text: up to the first step that is a name. */
export function definitionAround({ path, definitions }: CitationContext): readonly string[] | null {
  const step = path.findIndex((name) => definitions.includes(name));
  return step < 0 ? null : path.slice(0, step + 1);
}
