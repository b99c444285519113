/**
 * The text of the eCFR as its reader delivers it: divisions contain units, and units contain text. The names follow the
 * eCFR XML user guide: DIV1 title, DIV2 subtitle, DIV3 chapter, DIV4 subchapter, DIV5 part, DIV6 subpart, DIV7 subject
 * group, DIV8 section, DIV9 appendix.
 */
import type { RegulationLevel } from '../../../model/kinds.ts';
import type { EvidenceRecord } from '../../../model/records.ts';

/** A range of characters: [start, end) in UTF-16 code units. */
export type TextRange = readonly [start: number, end: number];

/** One paragraph of the file (<P>, <FP>, <HD1>, a table row, …), with collapsed white space. */
export interface TextBlock {
  text: string;
  /** The italic ranges. */
  italics: TextRange[];
}

/** The notes that are printed with the text of a division or a unit but are not law. */
export interface PrintedNotes {
  /** The authority, such as "42 U.S.C. 300jj-52; 5 U.S.C. 552." */
  authority?: string;
  /** The first publication, such as "85 FR 25955, May 1, 2020, unless otherwise noted." */
  source?: string;
  /** The history of amendments, such as "[85 FR 25955, May 1, 2020, as amended at …]". */
  amendments?: string;
  /**
   * Notes about amendments that are not yet in effect, such as "Link to an amendment published at 89 FR 1436, Jan. 9,
   * 2024."
   */
  effectiveDateNotes?: string[];
  /** Editorial notes, cross-references, and approvals. */
  notes: string[];
}

/** A section or an appendix: a unit that has its own text. */
export interface Unit extends PrintedNotes {
  level: 'SECTION' | 'APPENDIX';
  /** The number, such as "171.203" or "A". A range of reserved sections has a number such as "170.103-170.104". */
  number: string;
  /** The heading as printed, such as "§ 171.203 Security exception—When …". */
  head: string;
  blocks: TextBlock[];
}

/** A part with its contents, or a division above a part. */
export interface Division extends PrintedNotes {
  level: Exclude<RegulationLevel, 'SECTION' | 'APPENDIX' | 'PARAGRAPH'>;
  /** The number, such as "171" or "A". A range of reserved subparts has a number such as "E-I". */
  number: string;
  head: string;
  children: (Division | Unit)[];
}

/** Whether a division has its own text. */
export const isUnit = (one: Division | Unit): one is Unit => one.level === 'SECTION' || one.level === 'APPENDIX';

/** A division around a part, without its children. */
export interface Outer extends Omit<Division, 'children'> {
  /** The source that states the division, if the division is not in the file. */
  statedBy?: EvidenceRecord | undefined;
}

/** A part as contained in a file. It is imported in one step. A file can contain only a piece of the part. */
export interface PartText {
  title: number;
  /** The number of the part, such as "171". */
  number: string;
  outer: Outer[];
  /**
   * Whether the file contains the whole part. Absent if that is not known, because a file of a part can be an excerpt.
   */
  whole?: boolean;
  /** The part. If the file begins below the level of a part, only the part's `children` are known. */
  division: Division;
}
