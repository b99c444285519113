/** Calendar dates as text, such as `2026-01-31`. They are compared as strings and never contain a time of day. */

/** Returns the current date in UTC. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** The form of a date, for messages. */
export const DAY_FORM = 'a real calendar date, such as 2026-01-31';

/** True for a calendar date in ISO 8601 form, in the years 0001 to 9999. False for 2026-02-30. */
export const isDay = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  value >= '0001' &&
  new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value) === true;

/** The day after a given day. */
export const dayAfter = (day: string): string => shiftedDay(day, 1);

/** The day before a given day. */
export const dayBefore = (day: string): string => shiftedDay(day, -1);

/** The day that is the given number of days later, or earlier if the number is negative. */
export function shiftedDay(day: string, by: number): string {
  const other = new Date(`${day}T00:00:00Z`);
  other.setUTCDate(other.getUTCDate() + by);
  return other.toISOString().slice(0, 10);
}
