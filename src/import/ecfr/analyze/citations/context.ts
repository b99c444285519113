import type { ActNames } from '../../../../model/citations/acts.ts';
import type { CitingPlace } from '../../../../model/citations/found.ts';

export type { CitationTarget, FoundCitation } from '../../../../model/citations/found.ts';

/** The location of a citing text. It determines the meaning of "this section", "this part", and "this definition". */
export interface CitationContext extends CitingPlace {
  /** The section number, such as "203" for § 171.203. Absent in an appendix. */
  section?: string | undefined;
  /** The path below the section. Definitions are identified by name. */
  path: readonly string[];
  /** The names of the section's definitions, as written in paths. */
  definitions: readonly string[];
  /**
   * The definitions in other sections of the part, for citations such as "the definition of health care operations".
   */
  elsewhere: readonly { name: string; section: string }[];
  /** The short names of acts that the part uses. */
  acts?: ActNames | undefined;
}

/** The path of the definition that contains the text, up to the first step that is a name. */
export function definitionAround({ path, definitions }: CitationContext): readonly string[] | null {
  const step = path.findIndex((name) => definitions.includes(name));
  return step < 0 ? null : path.slice(0, step + 1);
}
