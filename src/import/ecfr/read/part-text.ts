/**
 * The text of the eCFR as its XML reader leaves it: divisions that contain, units that speak. Names follow the eCFR XML
 * user guide: DIV1 title, DIV2 subtitle, DIV3 chapter, DIV4 subchapter, DIV5 part, DIV6 subpart, DIV7 subject group,
 * DIV8 section, DIV9 appendix.
 */
import type { RegulationLevel } from '../../../model/kinds.ts';

/** A run of characters, as [start, end) in UTF-16 code units. */
export type TextRange = readonly [start: number, end: number];

/** One paragraph of the file (<P>, <FP>, <HD1>, a table row …), blanks collapsed. */
export interface TextBlock {
  text: string;
  /** What is set in italics. */
  italics: TextRange[];
}

/** A section or an appendix: what has text of its own. */
export interface Unit {
  level: 'SECTION' | 'APPENDIX';
  /** "171.203", "A"; of a run of reserved ones "170.103-170.104". */
  number: string;
  /** As it stands: "§ 171.203 Security exception—When …". */
  head: string;
  blocks: TextBlock[];
  /** The history of its amendments: "[85 FR 25955, May 1, 2020, as amended at …]". */
  amendments?: string;
  /** Editorial and effective-date notes, cross references, approvals: beside the law, not of it. */
  notes: string[];
}

/** A part and what is inside it, or a division above. */
export interface Division {
  level: Exclude<RegulationLevel, 'SECTION' | 'APPENDIX' | 'PARAGRAPH'>;
  /** "171", "A"; of a run of reserved ones "E-I". */
  number: string;
  head: string;
  /** The law on which it rests: "42 U.S.C. 300jj-52; 5 U.S.C. 552." */
  authority?: string;
  /** Where it was published first: "85 FR 25955, May 1, 2020, unless otherwise noted." */
  source?: string;
  notes: string[];
  children: (Division | Unit)[];
}

/** Whether a thing has text of its own. */
export const isUnit = (one: Division | Unit): one is Unit => one.level === 'SECTION' || one.level === 'APPENDIX';

/** The divisions around a part, without their children: outermost first. */
export type Outer = Omit<Division, 'children'>;

/** A part as a file has it: the unit of import. It may be a part of a part. */
export interface PartText {
  title: number;
  /** "171" */
  number: string;
  outer: Outer[];
  /** Absent where the file begins further inside: then `children` are what it has. */
  division: Division;
}
