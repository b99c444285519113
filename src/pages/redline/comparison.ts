/** The data and the contents of a redline page. */
import type { ComponentChildren } from 'preact';
import type { Asked } from '../ask.ts';
import type { ComparedPlace, KnownOnDay } from './asked.ts';

/** The compared texts, for the body of a page. */
export interface Comparison {
  citation: string;
  /** The earlier and the later of the two days. */
  from: string;
  to: string;
  /**
   * Whether the reader compares a day with an earlier one. If so, text that is only on the earlier day is shown as
   * inserted.
   */
  isSwapped: boolean;
}

/** The data of a page's body, and the body. The body is created only if the text on both days is known. */
export interface ComparedBody {
  asked: Asked;
  place: ComparedPlace;
  earlier: KnownOnDay | null;
  later: KnownOnDay | null;
  main: () => Promise<ComponentChildren> | ComponentChildren;
  /** The days for which no text was found although the provision might have been in force. */
  lacking?: readonly string[];
  /** Content below the comparison. It is shown even if the texts cannot be compared. */
  end?: ComponentChildren;
}
