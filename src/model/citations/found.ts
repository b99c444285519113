import type { CfrCitation } from '../citation.ts';

/**
 * A citation target: a provision of the CFR, or the citation of another document. `rangeTo` is the last section in a
 * range of statute sections. Such a range is stored as its two ends because the sections of a statute cannot be
 * enumerated by number.
 */
export type CitationTarget = { cfr: CfrCitation } | OtherTarget;

/** The citation of another document, or of a range of statute sections. */
export interface OtherTarget {
  other: string;
  rangeTo?: RangeEnd;
}

/** The end of a range of statute sections. */
export interface RangeEnd {
  citation: string;
  /** False for a range such as "591-96", which does not name section 596 in full. */
  whole: boolean;
}

/**
 * A range of provisions in another part, or a range of parts. The provisions between the ends are known only when that
 * part is known.
 */
export interface CitedRange {
  from: CfrCitation;
  to: CfrCitation;
}

/** A citing range of text and all its targets. A list or a range has several targets. */
export interface FoundCitation {
  start: number;
  end: number;
  targets: CitationTarget[];
  ranges?: readonly CitedRange[];
}

/** The location of a text. It determines the meaning of a citation without a title or a part. */
export interface CitingPlace {
  title: number;
  part: string;
  subpart?: string | undefined;
  /** The sections of the part in order, such as "203" for § 171.203. They are needed to expand ranges. */
  sections: readonly string[];
}

/** The provisions of the CFR that a parser found, and the ranges that it could not expand. */
export interface CfrTargets {
  targets: CfrCitation[];
  ranges: CitedRange[];
}

/** The same provisions in another title, for a list that ends with words such as "of title 42". */
export function movedTo(title: number, { targets, ranges }: CfrTargets): CfrTargets {
  const moved = (one: CfrCitation) => ({ ...one, title });
  return { targets: targets.map(moved), ranges: ranges.map(({ from, to }) => ({ from: moved(from), to: moved(to) })) };
}
