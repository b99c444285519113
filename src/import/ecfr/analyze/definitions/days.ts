import { dayAfter } from '../../../../model/day.ts';
import { defined } from '../../../../model/defined.ts';
import { parseDay } from '../../read/days.ts';

const DATE = String.raw`([A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})`;
const STARTS = `(?:[Ee]ffective|[Oo]n (?:and|or) after|[Ss]tarting|[Bb]eginning|[Oo]n|[Ff]rom|[Aa]s of)(?: on)?`;
const BEFORE = new RegExp(`^${STARTS} ${DATE}`);
const AFTER = new RegExp(`^,? ?${STARTS} ${DATE}`);
const UNTIL = new RegExp(`^,? ?(until|before|prior to|through) ${DATE}`);

/**
 * The dates that the words around a name and its verb state, as in "Effective January 1, 2030, x means" or "x means,
 * until June 1, 2030, …". `to` is the first day on which the definition no longer applies.
 */
export function daysIn(before: string, after: string): { from?: string; to?: string } {
  const from = parseDay((BEFORE.exec(before) ?? AFTER.exec(after))?.[1]);
  const [, word, date] =
    UNTIL.exec(after) ?? UNTIL.exec(before.toLowerCase() === before ? before : uncapitalized(before)) ?? [];
  const last = parseDay(date);
  return defined({ from, to: last !== undefined && word === 'through' ? dayAfter(last) : last });
}

const uncapitalized = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
