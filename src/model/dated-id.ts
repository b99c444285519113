/**
 * Ids of entities as of a date. If a query specifies a date, the API adds the date to each id:
 * "Regulation:45-CFR-171.103@2021-01-01". A client that caches objects by id therefore never confuses the texts of two
 * dates.
 */
import { isDay } from './day.ts';

/** An id without its date, and the date. The date is null if the id does not contain one. */
export interface DatedId {
  id: string;
  day: string | null;
}

const DAY_AT_END = /^(.+)@(\d{4}-\d{2}-\d{2})$/s;

/**
 * Splits an id. For example, "Term:ehr@2021-01-01" is "Term:ehr" on that date. An id that does not end with a real date
 * has no date.
 */
export function splitDatedId(written: string): DatedId {
  const [, id, day] = DAY_AT_END.exec(written) ?? [];
  return id !== undefined && isDay(day) ? { id, day } : { id: written, day: null };
}

/** An id without its date. */
export const undatedId = (written: string): string => splitDatedId(written).id;

/** Cypher for the end of an id: the date of the query, or nothing. */
export const DAY_OF_ID = "coalesce('@' + $asOf, '')";

const NAMES_OF_IDS: ReadonlySet<string> = new Set(['id', 'key', 'source', 'target']);

/**
 * Removes the dates from the ids in an API response, for callers that know the date of the query. Pages link to
 * entities by their plain ids, and the explorer keeps a picture in place while the date changes. Modifies the response
 * itself.
 */
export function undateAnswer<Answer>(answer: Answer): Answer {
  if (typeof answer !== 'object' || answer === null) return answer;
  for (const [name, value] of Object.entries(answer)) {
    if (typeof value === 'object') undateAnswer(value);
    else if (typeof value === 'string' && NAMES_OF_IDS.has(name)) Object.assign(answer, { [name]: undatedId(value) });
  }
  return answer;
}
