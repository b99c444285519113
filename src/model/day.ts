/** Calendar days as text, `2026-01-31`: compared as strings, and never a time of day. */

/** Returns the current day, by UTC. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** What a day is, for messages. */
export const DAY_FORM = 'a real calendar date, such as 2026-01-31';

/** True for a calendar date as ISO 8601 writes it, in years 0001 to 9999; false for 2026-02-30. */
export const isDay = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  value >= '0001' &&
  new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value) === true;

/** The day after a day. */
export const dayAfter = (day: string): string => shiftedDay(day, 1);

/** The day before a day. */
export const dayBefore = (day: string): string => shiftedDay(day, -1);

/** The day so many days later, or earlier for a negative number. */
export function shiftedDay(day: string, by: number): string {
  const other = new Date(`${day}T00:00:00Z`);
  other.setUTCDate(other.getUTCDate() + by);
  return other.toISOString().slice(0, 10);
}
