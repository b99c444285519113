/**
 * Determines which level a designator opens. The CFR prints its paragraphs as a flat list, and `(i)` is a letter after
 * `(h)` but a Roman numeral after `(1)`. Only the sequence shows which it is. The levels are those of 1 CFR 21.11: a,
 * 1, i, A, and then 1 and i in italics. All interpretations of a section's designators are compared as a whole, so a
 * later `(ii)` or `(j)` determines what an earlier `(i)` was.
 */

import { letterOrdinal, romanOrdinal } from '../../../model/citations/designators.ts';

/** How a level is numbered. `term` is a definition, which has a name instead of a number. */
export type Counting = 'a' | '1' | 'i' | 'A' | '*1*' | '*i*' | 'term';

/** A designator, in text order. */
export interface Designator {
  /** The value, such as "a", "12", or "iv". For a definition, the name that it defines. */
  value: string;
  italic: boolean;
  /** Set for a definition. The definition is next to other definitions, or below the paragraph that introduces them. */
  term?: { underCurrent: boolean };
  /** Whether the designator follows another one in the same block. If so, it opens a level and is the first on it. */
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
  repeats: 5,
  goesBack: 9,
  italicsLost: 1.5,
  italicsTooMany: 2,
  opensNoLevel: 8,
  closing: 0.01,
};
const READINGS_KEPT = 16;
/** A reading this much worse than the best one is dropped. */
const HOPELESS = 10;

/** A designator as the next level of a reading, at a depth of its stack. Most of them are hopeless and become no reading. */
interface Step {
  from: Reading;
  depth: number;
  level: Level;
  cost: number;
}

/** The path of each designator below the section: `[['a'], ['a', '1'], ['a', '2'], ['b']]`. */
export function readLevels(designators: readonly Designator[]): string[][] {
  let readings: Reading[] = [{ stack: [], cost: 0, before: null }];
  for (const designator of designators) {
    const ways = designator.term ? [] : countings(designator);
    const next = readings.flatMap((reading) => stepsFrom(reading, designator, ways));
    const least = next.reduce((lowest, { cost }) => Math.min(lowest, cost), Number.POSITIVE_INFINITY);
    const hopeful = next.filter(({ cost }) => cost <= least + HOPELESS).sort((a, b) => a.cost - b.cost);
    const best = new Map<string, Reading>();
    for (const step of hopeful) {
      const key = keyOf(step);
      if (!best.has(key)) best.set(key, readingOf(step, key));
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

const keyOf = ({ from, depth, level }: Step): string =>
  `${from.stack[depth - 1]?.key ?? ''}/${level.counting}${level.value}`;

const readingOf = ({ from, depth, level, cost }: Step, key: string): Reading => ({
  stack: [...from.stack.slice(0, depth), { ...level, key }],
  cost,
  before: from,
});

/** The levels that a designator can open or continue in a reading. */
function stepsFrom(from: Reading, { value, term, opens }: Designator, ways: readonly Counted[]): Step[] {
  const { stack } = from;
  const steps: Step[] = [];
  const add = (depth: number, level: Level, more: number) => steps.push({ from, depth, level, cost: from.cost + more });
  if (term) {
    const sibling = stack.findIndex(({ counting }) => counting === 'term');
    const depth = sibling >= 0 ? sibling : term.underCurrent ? stack.length : 0;
    add(depth, { counting: 'term', ordinal: 0, value }, 0);
    return steps;
  }
  const parent = stack.at(-1);
  const usual = parent ? USUAL_CHILD[parent.counting] : 'a';
  for (const { counting, ordinal, doubt } of ways) {
    const level: Level = { counting, ordinal, value };
    const unusual =
      counting === usual ? 0 : parent && parent.counting !== 'term' ? COST.unusualChild : COST.rootNotLetter;
    add(stack.length, level, doubt + unusual + (ordinal === 1 ? 0 : COST.notFirst));
    for (const [depth, known] of stack.entries()) {
      if (known.counting !== counting) continue;
      const step = ordinal - known.ordinal;
      const jump = step === 1 ? 0 : irregular(step);
      add(depth, level, doubt + jump + (opens ? COST.opensNoLevel : 0) + COST.closing * (stack.length - depth));
    }
  }
  return steps;
}

/** The cost of a step other than to the next ordinal: a repeated designator is a fault of the text more often than a level. */
const irregular = (step: number) =>
  step > 1 ? COST.skips + Math.min(step, 10) / 10 : step === 0 ? COST.repeats : COST.goesBack;

/** A way to read a designator, and how doubtful it is. */
interface Counted extends Omit<Level, 'value'> {
  doubt: number;
}

/** The ways to read a designator. */
function countings({ value, italic }: Designator): Counted[] {
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

/** Whether the designator can be the first on a level: "(a)", "(1)", "(i)", or "(A)". */
export const isFirst = (value: string): boolean => ['a', '1', 'i', 'A'].includes(value);
