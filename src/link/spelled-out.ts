/** Finds the abbreviations that a document explains, as in "incorporation by reference (IBR)". */
import { nameKey } from '../search/words.ts';
import { tokensOf } from './tokens.ts';

/** The explanations of each abbreviation, in the form of `nameKey`. The abbreviations are normalized words. */
export type SpelledOut = ReadonlyMap<string, ReadonlySet<string>>;

/** Words, and behind them an abbreviation in parentheses. */
const EXPLAINED = /([^()\n]{3,160})\s\(([A-Z][A-Za-z0-9]{1,9})s?\)/g;

/** The abbreviations that a set of texts explains. */
export function spelledOutIn(texts: Iterable<string>): SpelledOut {
  const found = new Map<string, Set<string>>();
  for (const text of texts) {
    for (const [, before = '', abbreviation = ''] of text.matchAll(EXPLAINED)) {
      const key = tokensOf(abbreviation)[0]?.word ?? '';
      const all = found.get(key) ?? new Set();
      for (const words of wordsFor(abbreviation, before)) found.set(key, all.add(nameKey(words)));
    }
  }
  return found;
}

/**
 * The last words of a text that have the initials of an abbreviation. Small words may be passed over, so there may be several:
 * "of the National Coordinator" and "Office of the National Coordinator" are both ONC.
 */
function wordsFor(abbreviation: string, before: string): string[] {
  const letters = [...abbreviation.toLowerCase()];
  const tokens = tokensOf(before).slice(-(MOST_SMALL + 1) * letters.length);
  const beginnings = (letter: number, last: number): number[] => {
    if (letter < 0) return [last + 1];
    const found: number[] = [];
    for (let at = last; at >= 0; at -= 1) {
      const word = tokens[at]?.word ?? '';
      if (word.startsWith(letters[letter] ?? '')) found.push(...beginnings(letter - 1, at - 1));
      if (word.length > SMALL || last - at >= MOST_SMALL) break;
    }
    return found;
  };
  return beginnings(letters.length - 1, tokens.length - 1).map((at) => before.slice(tokens[at]?.start).trim());
}

/** The length of a small word, such as "and", and how many of them may stand between two others. */
const SMALL = 3;
const MOST_SMALL = 2;
