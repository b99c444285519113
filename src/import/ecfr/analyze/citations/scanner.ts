/** A place in a text that moves on as patterns match there. */
export class Scanner {
  readonly text: string;
  at: number;

  constructor(text: string, at = 0) {
    this.text = text;
    this.at = at;
  }

  /** Matches `pattern` (sticky: /…/y) here and moves past it; null, and no move, where it does not match. */
  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  /** Runs `read`, and moves back if it gives null. */
  attempt<T>(read: () => T | null): T | null {
    const before = this.at;
    const value = read();
    if (value === null) this.at = before;
    return value;
  }
}

/**
 * What joins the members of a list: "and", ", or", "; and", "except", "through", of which the last makes a range; perhaps
 * with a condition between commas: "and, where applicable, (3)".
 */
const JOIN =
  /\s*(?:[,;]\s*(?:and\/or|and|or|as well as|except|through|to)?|(?:and\/or|and|or|as well as|except|through|to)(?=[\s,])|[-–—](?=\s?[(\d]))(?:,\s+[a-z][^()§,;.:]{2,60},(?=\s))?\s*/y;

/**
 * "(9) (until the criterion expires), and (14)", "171.201 (wells), 171.202": an aside. It has blanks inside, or is a word that
 * is no numeral, and the list goes on after it.
 */
const ASIDE =
  /\s*\((?![ivxlc]+\))(?=[^()]*\s|[a-z]{4,}\))(?:[^()]|\([^()\s]{1,5}\)){4,120}\)(?=\s*(?:[,;]|(?:and|or|through)\b))/y;

/** The insides of the asides in a run of text, each with the place where it begins. */
export function asidesIn(text: string, start: number, end: number): { at: number; inside: string }[] {
  return [...text.slice(start, end).matchAll(new RegExp(ASIDE.source, 'g'))].map(({ 0: aside, index }) => {
    const from = aside.indexOf('(') + 1;
    return { at: start + index + from, inside: aside.slice(from, -1) };
  });
}

/** Takes what joins two members; tells whether it makes a range. Null where the list ends. */
export function takeJoin(scanner: Scanner): { range: boolean } | null {
  scanner.take(ASIDE);
  const found = scanner.take(JOIN);
  return found && { range: /through|\bto\b|^\s*[-–—]/.test(found[0]) };
}
