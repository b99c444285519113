/** What a redline compares, and what its page is made from. */
import type { ComponentChildren } from 'preact';
import type { Asked } from '../ask.ts';
import type { ComparedPlace, KnownOnDay } from './asked.ts';

/** What is compared, for the body of a page. */
export interface Comparison {
  citation: string;
  /** The earlier and the later of the two days. */
  from: string;
  to: string;
  /** True if the reader compares a day with an earlier one: what is only in the earlier text then reads as inserted. */
  isSwapped: boolean;
}

/** What the body of a page was made from, and the body; it is made only if the text of both days is known. */
export interface ComparedBody {
  asked: Asked;
  place: ComparedPlace;
  earlier: KnownOnDay | null;
  later: KnownOnDay | null;
  main: () => Promise<ComponentChildren> | ComponentChildren;
  /** The days for which no text was found although the provision may have been in force. */
  lacking?: readonly string[];
  /** What comes below the comparison. It is shown even if the texts cannot be compared. */
  end?: ComponentChildren;
}
