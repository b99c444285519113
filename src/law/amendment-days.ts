/**
 * The days on which a section was amended, according to the eCFR's own list of versions. The notes printed with a text
 * do not list older amendments and rarely state when an amendment took effect. The list states the effective date for
 * each day that it covers.
 */
import type { NotedAmendment } from './amendments.ts';

/** The data about one section in the list of versions. */
export interface AmendmentDays {
  /** The days on which the section was added, amended, or removed, in order. */
  on: readonly string[];
  /** The period that the list covers, including both days. */
  from: string;
  to: string;
  /** Whether the section was added on the first day in `on`. If so, the section did not exist before. */
  isAdded: boolean;
  /** Whether the section was removed on the last day in `on`. */
  isRemoved: boolean;
}

/**
 * Combines the amendments in a section's notes with the days in the list. If only the publication date of a page is
 * known, the amendment took effect on the first listed day after publication that no other page explains. A listed day
 * that no page explains is a separate amendment for which the list is the only evidence. It says nothing about editions
 * after the days that the list covers.
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
