/**
 * The text of the eCFR as its reader delivers it: divisions contain units, and units have text. Names follow the eCFR XML
 * user guide: DIV1 title, DIV2 subtitle, DIV3 chapter, DIV4 subchapter, DIV5 part, DIV6 subpart, DIV7 subject group, DIV8
 * section, DIV9 appendix.
 */
import type { RegulationLevel } from '../../../model/kinds.ts';
import type { EvidenceRecord } from '../../../model/records.ts';

/** A range of characters: [start, end) in UTF-16 code units. */
export type TextRange = readonly [start: number, end: number];

/** One paragraph of the file (<P>, <FP>, <HD1>, a table row …), with white space collapsed. */
export interface TextBlock {
  text: string;
  /** The ranges in italics. */
  italics: TextRange[];
}

/** What is printed beside the text of a division or a unit and is not law. */
export interface PrintedNotes {
  /** The authority: "42 U.S.C. 300jj-52; 5 U.S.C. 552." */
  authority?: string;
  /** The first publication: "85 FR 25955, May 1, 2020, unless otherwise noted." */
  source?: string;
  /** The history of amendments: "[85 FR 25955, May 1, 2020, as amended at …]". */
  amendments?: string;
  /** Notes on amendments that have not taken effect: "Link to an amendment published at 89 FR 1436, Jan. 9, 2024." */
  effectiveDateNotes?: string[];
  /** Editorial notes, cross references and approvals. */
  notes: string[];
}

/** A section or an appendix: a unit with its own text. */
export interface Unit extends PrintedNotes {
  level: 'SECTION' | 'APPENDIX';
  /** "171.203" or "A"; "170.103-170.104" for a range of reserved sections. */
  number: string;
  /** As printed: "§ 171.203 Security exception—When …". */
  head: string;
  blocks: TextBlock[];
}

/** A part with its contents, or a division above a part. */
export interface Division extends PrintedNotes {
  level: Exclude<RegulationLevel, 'SECTION' | 'APPENDIX' | 'PARAGRAPH'>;
  /** "171" or "A"; "E-I" for a range of reserved subparts. */
  number: string;
  head: string;
  children: (Division | Unit)[];
}

/** Whether a division has its own text. */
export const isUnit = (one: Division | Unit): one is Unit => one.level === 'SECTION' || one.level === 'APPENDIX';

/** A division around a part, without its children. */
export interface Outer extends Omit<Division, 'children'> {
  /** What states the division, for one that is not in the file. */
  statedBy?: EvidenceRecord | undefined;
}

/** A part as a file has it: what is imported at once. A file may hold only a piece of the part. */
export interface PartText {
  title: number;
  /** "171" */
  number: string;
  outer: Outer[];
  /** Whether the file has all of the part. Absent when that is not known, because a file of a part can be an excerpt. */
  whole?: boolean;
  /** The part. Where the file begins further inside, only its `children` are known. */
  division: Division;
}
