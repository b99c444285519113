import { isDay } from '../../../model/day.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Converts "January 1, 2026" or "Jan. 3, 2017" to ISO 8601. Returns undefined if the text is not a date. A mark after
 * the year, as in "Jan. 3, 2031(zz)", is not part of the date.
 */
export function parseDay(written: string | undefined): string | undefined {
  const [, month = '', day = '', year = ''] =
    /^([A-Z][a-z]+)(?:\.\s*|\s+)(\d{1,2}),\s*(\d{4})(?!\d)/.exec(written?.trim() ?? '') ?? [];
  const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  if (number === 0) return undefined;
  const iso = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) ? iso : undefined;
}
