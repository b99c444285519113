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

/** What joins the members of a list: "and", ", or", "; and", "through"; the last makes a range. */
const JOIN =
  /\s*(?:[,;]\s*(?:and\/or|and|or|as well as|through|to)?|(?:and\/or|and|or|as well as|through|to)(?=\s)|[-–—](?=\s?[(\d]))\s*/y;

/** "(9) (until the criterion expires), and (14)": an aside, which has blanks inside and a comma after it. */
const ASIDE = /\s*\((?=[^()]*\s)[^()]{5,120}\)(?=\s*[,;])/y;

/** Takes what joins two members; tells whether it makes a range. Null where the list ends. */
export function takeJoin(scanner: Scanner): { range: boolean } | null {
  scanner.take(ASIDE);
  const found = scanner.take(JOIN);
  return found && { range: /through|\bto\b|^\s*[-–—]/.test(found[0]) };
}
