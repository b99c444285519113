import type { CfrCitation } from '../citation.ts';

/**
 * A citation target: a provision of the CFR, or the citation of another document. `rangeTo` is the last section of a range
 * of statute sections, which is kept as its two ends because existing law cannot be counted by number.
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
  /** False for "591-96", which does not name section 596 in full. */
  whole: boolean;
}

/** A range of provisions of another part, or of parts. Which provisions lie between the ends is known with that part. */
export interface CitedRange {
  from: CfrCitation;
  to: CfrCitation;
}

/** A citing range of text and all its targets: a list or a range has several. */
export interface FoundCitation {
  start: number;
  end: number;
  targets: CitationTarget[];
  ranges?: readonly CitedRange[];
}

/** Where a text stands: it decides what a citation without a title or a part means. */
export interface CitingPlace {
  title: number;
  part: string;
  subpart?: string | undefined;
  /** The sections of the part in order, "203" for § 171.203: the members of a range. */
  sections: readonly string[];
}

/** The provisions of the CFR that a reader found, and the ranges that it could not fill. */
export interface CfrTargets {
  targets: CfrCitation[];
  ranges: CitedRange[];
}

/** The same provisions in another title, for a list that ends "of title 42". */
export function movedTo(title: number, { targets, ranges }: CfrTargets): CfrTargets {
  const moved = (one: CfrCitation) => ({ ...one, title });
  return { targets: targets.map(moved), ranges: ranges.map(({ from, to }) => ({ from: moved(from), to: moved(to) })) };
}
