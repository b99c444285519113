/**
 * Decides which level a designator opens. The CFR prints its paragraphs flat, and `(i)` is a letter after `(h)` but a
 * roman numeral after `(1)`: only the sequence tells. The levels are those of 1 CFR 21.11: a, 1, i, A, then 1 and i in
 * italics. All readings of a section's designators are compared as a whole, so that a later `(ii)` or `(j)` decides what
 * an `(i)` was.
 */

/** How a level is numbered; `term` is a definition, which has a name instead of a number. */
export type Counting = 'a' | '1' | 'i' | 'A' | '*1*' | '*i*' | 'term';

/** A designator, in the order of the text. */
export interface Designator {
  /** "a", "12" or "iv"; for a definition, the name that it defines. */
  value: string;
  italic: boolean;
  /** Set for a definition: beside other definitions, or below the paragraph that announces them. */
  term?: { underCurrent: boolean };
  /** It follows another designator in the same block, so it opens a level and is its first. */
  opens: boolean;
}

interface Level {
  counting: Counting;
  ordinal: number;
  value: string;
}
/** An open level; `key` joins all levels above it, so that readings can be compared. */
interface OpenLevel extends Level {
  key: string;
}
interface Reading {
  stack: readonly OpenLevel[];
  cost: number;
  before: Reading | null;
}

const USUAL_CHILD: Readonly<Record<Counting, Counting | undefined>> = {
  a: '1',
  '1': 'i',
  i: 'A',
  A: '*1*',
  '*1*': '*i*',
  '*i*': undefined,
  term: '1',
};

/** The cost of each irregularity, on a scale of its own: the reading with the lowest sum wins. */
const COST = {
  unusualChild: 3,
  rootNotLetter: 1.2,
  notFirst: 6,
  skips: 4,
  repeats: 9,
  italicsLost: 1.5,
  italicsTooMany: 2,
  opensNoLevel: 8,
  closing: 0.01,
};
const READINGS_KEPT = 16;
/** A reading this much worse than the best one is dropped. */
const HOPELESS = 10;

/** The path of each designator below the section: `[['a'], ['a', '1'], ['a', '2'], ['b']]`. */
export function readLevels(designators: readonly Designator[]): string[][] {
  let readings: Reading[] = [{ stack: [], cost: 0, before: null }];
  for (const designator of designators) {
    const next = readings.flatMap((reading) => continuations(reading, designator));
    const best = new Map<string, Reading>();
    const least = Math.min(...next.map(({ cost }) => cost));
    for (const reading of next.sort((a, b) => a.cost - b.cost)) {
      if (reading.cost > least + HOPELESS) break;
      const key = reading.stack.at(-1)?.key ?? '';
      if (!best.has(key)) best.set(key, reading);
      if (best.size === READINGS_KEPT) break;
    }
    readings = [...best.values()];
  }
  const paths: string[][] = [];
  for (let reading = readings[0]; reading?.before; reading = reading.before) {
    paths.push(reading.stack.map(({ value }) => value));
  }
  return paths.reverse();
}

function continuations(reading: Reading, designator: Designator): Reading[] {
  const { stack, cost } = reading;
  const to = (depth: number, level: Level, more: number): Reading => {
    const key = `${stack[depth - 1]?.key ?? ''}/${level.counting}${level.value}`;
    return { stack: [...stack.slice(0, depth), { ...level, key }], cost: cost + more, before: reading };
  };
  if (designator.term) {
    const level: Level = { counting: 'term', ordinal: 0, value: designator.value };
    const sibling = stack.findIndex(({ counting }) => counting === 'term');
    if (sibling >= 0) return [to(sibling, level, 0)];
    return [to(designator.term.underCurrent ? stack.length : 0, level, 0)];
  }
  return countings(designator).flatMap(({ counting, ordinal, doubt }) => {
    const level: Level = { counting, ordinal, value: designator.value };
    const parent = stack.at(-1);
    const usual = parent ? USUAL_CHILD[parent.counting] : 'a';
    const unusual =
      counting === usual ? 0 : parent && parent.counting !== 'term' ? COST.unusualChild : COST.rootNotLetter;
    const child = to(stack.length, level, doubt + unusual + (ordinal === 1 ? 0 : COST.notFirst));
    const siblings = stack.flatMap((known, depth) => {
      if (known.counting !== counting) return [];
      const step = ordinal - known.ordinal;
      const jump = step === 1 ? 0 : step > 1 ? COST.skips + Math.min(step, 10) / 10 : COST.repeats;
      const opens = designator.opens ? COST.opensNoLevel : 0;
      return [to(depth, level, doubt + jump + opens + COST.closing * (stack.length - depth))];
    });
    return [child, ...siblings];
  });
}

/** The ways to read a designator, and how doubtful each is. */
function countings({ value, italic }: Designator): { counting: Counting; ordinal: number; doubt: number }[] {
  if (/^\d+$/.test(value)) {
    const ordinal = Number(value);
    return [
      { counting: '1', ordinal, doubt: italic ? COST.italicsTooMany : 0 },
      { counting: '*1*', ordinal, doubt: italic ? 0 : COST.italicsLost },
    ];
  }
  if (/^[A-Z]/.test(value)) {
    const ordinal = letterOrdinal(value.toLowerCase());
    return ordinal === null ? [] : [{ counting: 'A', ordinal, doubt: 0 }];
  }
  const letter = letterOrdinal(value);
  const roman = romanOrdinal(value);
  return [
    ...(letter === null ? [] : [{ counting: 'a' as const, ordinal: letter, doubt: italic ? COST.italicsTooMany : 0 }]),
    ...(roman === null
      ? []
      : [
          { counting: 'i' as const, ordinal: roman, doubt: italic ? COST.italicsTooMany : 0 },
          { counting: '*i*' as const, ordinal: roman, doubt: italic ? 0 : COST.italicsLost },
        ]),
  ];
}

/** Whether a text can be a designator at all: "(a)", "(12)", "(xiv)" and "(aa)" can, "(the)" cannot. */
export function isDesignator(value: string): boolean {
  return countings({ value, italic: false, opens: false }).length > 0;
}

/** Whether it is the first of some level: "(a)", "(1)", "(i)" or "(A)". */
export const isFirst = (value: string): boolean => ['a', '1', 'i', 'A'].includes(value);

/** a = 1, z = 26, aa = 27, bb = 28. */
function letterOrdinal(value: string): number | null {
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

/** The value of a roman numeral: "iv" is 4. Null for any other text. */
export const romanOrdinal = (value: string): number | null => ROMANS.get(value) ?? null;

/**
 * The designators of a range, both ends included: "a" to "c", "1" to "3", "i" to "iv", "E" to "I". Null when the two are
 * not of one kind in ascending order.
 *
 * @param letters reads both as letters where they could be roman numerals too, as in "(i) through (v)"
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
