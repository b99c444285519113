import { isDesignator, rangeOf, romanOrdinal } from './designators.ts';
import { type Scanner, takeList } from './scanner.ts';

const DESIGNATOR = /\s?\(\s?([A-Za-z]{1,5}|\d{1,3})\s?\)/y;
/** "paragraph (b)" within a list of paragraphs. */
const AGAIN = /(?:paragraphs?\s+)?(?=\()/y;
const BRACKET = /(?=\()/y;

/** Parses "(a)(1)(i)" as a list of steps. Null if there is no path. */
export function takePath(scanner: Scanner): string[] | null {
  const path: string[] = [];
  for (;;) {
    const step = scanner.attempt(() => {
      const value = scanner.take(path.length === 0 ? /\(\s?([A-Za-z]{1,5}|\d{1,3})\s?\)/y : DESIGNATOR)?.[1];
      return value !== undefined && isDesignator(value) ? value : null;
    });
    if (step === null) return path.length === 0 ? null : path;
    path.push(step);
  }
}

/**
 * Parses the rest of a list after its first path, such as "(a)(1) and (2)", "(a) through (c)", or "(5) and (14),
 * (b)(1)". Each member is returned in full; a shorter one inherits the beginning of the previous member.
 *
 * @param fixed leading steps that no member replaces: the definition that contains the paragraphs
 * @param worded whether the word "paragraph" can be repeated; after a section, it starts another citation
 */
export function takeMore(
  scanner: Scanner,
  first: readonly string[],
  { fixed = 0, worded = false }: { fixed?: number; worded?: boolean } = {},
): string[][] {
  return takeList(scanner, [[...first]], ({ range }, members) => {
    const steps = scanner.take(worded ? AGAIN : BRACKET) && takePath(scanner);
    const before = members.at(-1);
    return steps && before ? continued(before, steps, range, fixed) : null;
  });
}

function continued(
  before: readonly string[],
  steps: readonly string[],
  range: boolean,
  fixed: number,
): string[][] | null {
  const [first = ''] = steps;
  const depth = depthOf(before, first, fixed);
  if (depth === null) return null;
  const path = [...before.slice(0, depth), ...steps];
  if (!range) return [path];
  const last = path.length - 1;
  const sameParent = before.length === path.length && before.slice(0, last).every((step, i) => step === path[i]);
  const between = sameParent ? rangeOf(before[last] ?? '', path[last] ?? '', isLetterDepth(last, fixed)) : null;
  if (!between) return [path];
  return between.slice(1).map((step) => [...path.slice(0, last), step]);
}

/** The deepest step of a path of the same kind as `step`: (2) replaces a number, (b) a letter, (ii) a roman numeral. */
function depthOf(path: readonly string[], step: string, fixed: number): number | null {
  for (let depth = path.length - 1; depth >= fixed; depth -= 1) {
    const known = path[depth] ?? '';
    if (/^\d/.test(step) !== /^\d/.test(known) || /^[A-Z]/.test(step) !== /^[A-Z]/.test(known)) continue;
    if (/^[a-z]/.test(step) && !alike(known, step, isLetterDepth(depth, fixed))) continue;
    return depth;
  }
  return null;
}

/** Lower-case letters are letters at the first level of a section and roman numerals further down. */
const isLetterDepth = (depth: number, fixed: number) => depth === 0 && fixed === 0;
/** The largest gap between two roman numerals in a list: "(i) or (c)" does not continue to a hundred. */
const FARTHEST = 20;

function alike(known: string, step: string, letters: boolean): boolean {
  const [from, to] = [romanOrdinal(known), romanOrdinal(step)];
  if (letters) return step.length === 1 || step[0] === step[1] || to === null;
  return from !== null && to !== null && Math.abs(to - from) <= FARTHEST;
}
