import type { DateBasis } from '../model/date-basis.ts';

/** A period and what its ends rest on. `validTo` is the first day after it; null leaves an end open. */
export interface DatedPeriod {
  validFrom: string | null;
  validFromBasis: DateBasis;
  validTo: string | null;
  validToBasis: DateBasis | null;
}

/**
 * A period in words, as pieces around its days; no pieces if nothing is known of it. Only of a date of the law a sentence
 * says "since" or "until". The day on which an import first saw a text says nothing about when the text began.
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
