import type { DateBasis } from '../model/date-basis.ts';

/**
 * A period, and the basis of its start and end dates. `validTo` is the first day after the period; null means that the
 * end is open.
 */
export interface DatedPeriod {
  validFrom: string | null;
  validFromBasis: DateBasis;
  validTo: string | null;
  validToBasis: DateBasis | null;
}

/**
 * A period in words, in pieces around its dates. There are no pieces if nothing is known about the period. The words
 * "since" and "until" are used only for dates of the law. The day on which an import first saw a text does not show
 * when the text began.
 *
 * @param day writes an ISO 8601 date
 */
export function periodInWords<Day>(period: DatedPeriod, day: (date: string) => Day): (string | Day)[] {
  const { validFrom, validFromBasis, validTo, validToBasis } = period;
  const from = isOfLaw(validFromBasis) ? validFrom : null;
  const to = isOfLaw(validToBasis) ? validTo : null;
  const parts: (string | Day)[][] = [];
  if (from !== null) parts.push([validTo === null ? 'since ' : 'from ', day(from)]);
  else if (validFrom !== null && validFromBasis === 'FIRST_SEEN') parts.push(['first seen on ', day(validFrom)]);
  if (to !== null) parts.push(['until ', day(to)]);
  else if (validTo !== null && validToBasis === 'FIRST_SEEN') parts.push(['no longer seen on ', day(validTo)]);
  const comma = from !== null && to !== null ? ' ' : ', ';
  return parts.flatMap((part, i) => (i === 0 ? part : [comma, ...part]));
}

const isOfLaw = (basis: DateBasis | null): boolean => basis === 'STATED' || basis === 'EFFECTIVE_DATE';
