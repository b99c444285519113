/**
 * The days on which a section was amended, as the eCFR's own list of versions states them. Notes beside a text lose older
 * amendments and rarely say when an amendment took effect; the list says it for each day that it covers.
 */
import type { NotedAmendment } from './amendments.ts';

/** What the list of versions says of one section. */
export interface AmendmentDays {
  /** The days on which the section was added, amended, or removed, in order. */
  on: readonly string[];
  /** The days that the list covers, both included. */
  from: string;
  to: string;
  /** The first of `on` is the day on which the section was added: before, there was none. */
  isAdded: boolean;
  /** The last of `on` is the day on which the section was removed. */
  isRemoved: boolean;
}

/**
 * Joins what the notes of a section name with the days of the list. A page of which only the publication is known took effect on
 * the first day of the list after it that no other page explains. A day that no page explains is an amendment of its own, of which the
 * list is the only witness; it says nothing of editions after the days that it covers.
 */
export function withDays(notes: readonly NotedAmendment[], { on, to, isAdded }: AmendmentDays): NotedAmendment[] {
  const open = on.filter((day) => !notes.some(({ effectiveOn }) => effectiveOn === day));
  const dated = notes.map((one): NotedAmendment => {
    if (one.effectiveOn !== null) return one;
    const at = open.findIndex((day) => day >= (one.publishedOn ?? '') && day <= one.citedFrom);
    const [effectiveOn] = at < 0 ? [] : open.splice(at, 1);
    return effectiveOn === undefined ? one : { ...one, effectiveOn, basis: 'STATED' };
  });
  const alone = open.map(
    (day): NotedAmendment => ({
      ...{ citation: `the amendment of ${day}`, publishedOn: null, effectiveOn: day, basis: 'STATED', rule: null },
      ...{ adds: false, citedFrom: day, citedUntil: to, pending: false },
    }),
  );
  const first = isAdded ? on[0] : undefined;
  return [...dated, ...alone].map((one) => (one.effectiveOn === first ? { ...one, adds: true } : one));
}
