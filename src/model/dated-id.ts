/**
 * Ids of entities as of a day. Below a date, the API adds the date to each id: "Regulation:45-CFR-171.103@2021-01-01". So a client
 * that keeps objects by their ids never takes the text of one day for that of another.
 */
import { isDay } from './day.ts';

/** An id without its day, and the day; null for an id without one. */
export interface DatedId {
  id: string;
  day: string | null;
}

const DAY_AT_END = /^(.+)@(\d{4}-\d{2}-\d{2})$/s;

/** Splits an id: "Term:ehr@2021-01-01" is "Term:ehr" on that day. What does not end with a real day is an id without one. */
export function splitDatedId(written: string): DatedId {
  const [, id, day] = DAY_AT_END.exec(written) ?? [];
  return id !== undefined && isDay(day) ? { id, day } : { id: written, day: null };
}

/** An id without its day. */
export const undatedId = (written: string): string => splitDatedId(written).id;

/** Cypher for the end of an id: the day that governs, or nothing. */
export const DAY_OF_ID = "coalesce('@' + $asOf, '')";

const NAMES_OF_IDS: ReadonlySet<string> = new Set(['id', 'key', 'source', 'target']);

/**
 * An answer of the API with ids without days, for a reader who knows the day of the question: pages link to entities by their plain
 * ids, and the explorer keeps a picture in place while the day changes. Changes the answer itself.
 */
export function undateAnswer<Answer>(answer: Answer): Answer {
  if (typeof answer !== 'object' || answer === null) return answer;
  for (const [name, value] of Object.entries(answer)) {
    if (typeof value === 'object') undateAnswer(value);
    else if (typeof value === 'string' && NAMES_OF_IDS.has(name)) Object.assign(answer, { [name]: undatedId(value) });
  }
  return answer;
}
