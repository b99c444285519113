/** Designators of paragraphs, in lists and ranges: letters, numbers, and Roman numerals (1 CFR 21.11). */

/**
 * Whether a text can be a designator. For example, "(a)", "(12)", "(xiv)", and "(aa)" can be designators, but "(the)"
 * cannot.
 */
export const isDesignator = (value: string): boolean =>
  /^\d+$/.test(value) ||
  letterOrdinal(/^[A-Z]/.test(value) ? value.toLowerCase() : value) !== null ||
  romanOrdinal(value) !== null;

/** The number of a letter designator: a = 1, z = 26, aa = 27, bb = 28. */
export function letterOrdinal(value: string): number | null {
  if (!/^([a-z])\1*$/.test(value) || value.length > 3) return null;
  return (value.length - 1) * 26 + value.charCodeAt(0) - 96;
}

const ROMAN: readonly (readonly [string, number])[] = [
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
];

/** A number as a lower-case roman numeral: 4 is "iv". */
function roman(ordinal: number): string {
  let left = ordinal;
  let written = '';
  for (const [digits, worth] of ROMAN) {
    for (; left >= worth; left -= worth) written += digits;
  }
  return written;
}

const ROMANS: ReadonlyMap<string, number> = new Map(Array.from({ length: 199 }, (_, i) => [roman(i + 1), i + 1]));

/** The value of a Roman numeral. For example, "iv" is 4. Null for any other text. */
export const romanOrdinal = (value: string): number | null => ROMANS.get(value) ?? null;

/**
 * The designators in a range, including both ends, such as "a" to "c", "1" to "3", "i" to "iv", or "E" to "I". Null if
 * the two ends are not of the same kind in ascending order.
 *
 * @param letters interprets both ends as letters if they can also be Roman numerals, as in "(i) through (v)"
 */
export function rangeOf(from: string, to: string, letters = false): string[] | null {
  const between = (first: number, last: number, write: (ordinal: number) => string) =>
    last > first && last - first < 100 ? Array.from({ length: last - first + 1 }, (_, i) => write(first + i)) : null;
  if (/^\d+$/.test(from) && /^\d+$/.test(to)) return between(Number(from), Number(to), String);
  const upper = /^[A-Z]+$/.test(from) && /^[A-Z]+$/.test(to);
  const [a, b] = upper ? [from.toLowerCase(), to.toLowerCase()] : [from, to];
  const [romanA, romanB] = [romanOrdinal(a), romanOrdinal(b)];
  if (!upper && !letters && romanA !== null && romanB !== null) return between(romanA, romanB, roman);
  const [letterA, letterB] = [letterOrdinal(a), letterOrdinal(b)];
  if (letterA === null || letterB === null) return null;
  const write = (ordinal: number) => String.fromCharCode(97 + ((ordinal - 1) % 26)).repeat(Math.ceil(ordinal / 26));
  return between(letterA, letterB, upper ? (ordinal) => write(ordinal).toUpperCase() : write);
}
