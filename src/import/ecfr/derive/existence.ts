import { type CfrCitation, regulationId } from '../../../model/citation.ts';
import { runHolds, sectionKeyOf } from '../../../model/citations/reserved-run.ts';
import type { RegulationRecord } from '../../../model/records.ts';
import type { Edition } from '../edition.ts';
import type { ObservedDays } from './observed-days.ts';

/** Whether a provision of a part existed on a day. Null if that is not known. */
export type Existence = (place: CfrCitation, day: string) => boolean | null;

/** The days on which an import contained the whole part, in order. */
export const wholeDays = (editions: readonly Edition[]): string[] =>
  editions.flatMap(({ asOf, text }) => (text.whole ? [asOf] : []));

/**
 * Determines which provisions existed in a part. A provision is known not to exist on a day only if the text that would
 * contain it, which is its section or the whole part, was seen on that day, or both before and after it. All other
 * cases stay open.
 */
export function existenceIn(
  editions: readonly Edition[],
  regulations: ReadonlyMap<string, RegulationRecord>,
  seen: ObservedDays,
): Existence {
  const whole = wholeDays(editions);
  const { title, number } = editions[0]?.text ?? {};
  const runs = [...regulations.values()].flatMap(({ sortKey, throughKey }) =>
    throughKey === undefined ? [] : [{ sortKey, throughKey }],
  );
  return (place, day) => {
    const record = regulations.get(regulationId(place));
    if (record && stoodOn(record, day)) return true;
    const isOwn = place.title === title && place.part === number;
    const unit = regulationId({ ...place, paragraphs: [] });
    if (!isSeen(seen(unit), day) && !(isOwn && isSeen(whole, day))) return null;
    const key = sectionKeyOf(place);
    return key !== undefined && runs.some((run) => runHolds(run, key));
  };
}

const isSeen = (days: readonly string[], day: string) =>
  days.some((one) => one <= day) && days.some((one) => one >= day);

function stoodOn({ validFrom, formerFrom = [], formerTo = [] }: RegulationRecord, day: string): boolean {
  if (validFrom !== undefined && validFrom <= day) return true;
  return formerFrom.some((from, i) => from <= day && (formerTo[i] ?? '') > day);
}
