/** A position in a text that advances when a pattern matches. */
export class Scanner {
  readonly text: string;
  at: number;

  constructor(text: string, at = 0) {
    this.text = text;
    this.at = at;
  }

  /**
   * Matches `pattern` (sticky: /…/y) at the current position and moves past it. If the pattern does not match, returns
   * null without moving.
   */
  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  /** Runs `read`, and moves back if it returns null. */
  attempt<T>(read: () => T | null): T | null {
    const before = this.at;
    const value = read();
    if (value === null) this.at = before;
    return value;
  }
}

/**
 * The words between members of a list: "and", ", or", "; and", "except" or "through"; the last makes a range. They may
 * include a condition between commas: "and, where applicable, (3)".
 */
const JOIN =
  /\s*(?:[,;]\s*(?:and\/or|and|or|as well as|except|through|to)?|(?:and\/or|and|or|as well as|except|through|to)(?=[\s,])|[-–—](?=\s?[(\d]))(?:,\s+[a-z][^()§,;.:]{2,60},(?=\s))?\s*/y;

/**
 * An aside in a list: "(9) (until the criterion expires), and (14)", "171.201 (wells), 171.202". It contains spaces or is
 * a word that is not a numeral, and the list continues after it.
 */
const ASIDE =
  /\s*\((?![ivxlc]+\))(?=[^()]*\s|[a-z]{4,}\))(?:[^()]|\([^()\s]{1,5}\)){4,120}\)(?=\s*(?:[,;]|(?:and|or|through)\b))/y;

/** The texts of the parenthetical remarks in a range, each with its offset. */
export function asidesIn(text: string, start: number, end: number): { at: number; inside: string }[] {
  return [...text.slice(start, end).matchAll(new RegExp(ASIDE.source, 'g'))].map(({ 0: aside, index }) => {
    const from = aside.indexOf('(') + 1;
    return { at: start + index + from, inside: aside.slice(from, -1) };
  });
}

/** Reads the words between two members; returns whether they make a range, or null at the end of the list. */
function takeJoin(scanner: Scanner): { range: boolean } | null {
  scanner.take(ASIDE);
  const found = scanner.take(JOIN);
  return found && { range: /through|\bto\b|^\s*[-–—]/.test(found[0]) };
}

/**
 * Parses a list: its first members, followed by the members that `next` parses after each joining word.
 *
 * @param next returns null at the end of the list; the scanner then stays at that end
 */
export function takeList<Member>(
  scanner: Scanner,
  first: readonly Member[],
  next: (join: { range: boolean }, before: readonly Member[]) => readonly Member[] | null,
): Member[] {
  const found = [...first];
  for (;;) {
    const more = scanner.attempt(() => {
      const join = takeJoin(scanner);
      return join && next(join, found);
    });
    if (!more) return found;
    found.push(...more);
  }
}
