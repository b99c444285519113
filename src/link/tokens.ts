/**
 * Splits a text into words. A word is a run of letters and digits in any script. Hyphens, spaces, and trademark signs
 * between two words do not separate a name ("health-care provider"). Other punctuation does ("… health. Care …").
 */

import { withoutAccents } from '../search/words.ts';

/** A word in a text. Its offsets are UTF-16 code units, and the end is exclusive. */
export interface Token {
  /** The word in normalized form for comparison: lowercase and without accents. Empty for a URL. */
  word: string;
  /** The word as written. */
  written: string;
  start: number;
  end: number;
  /** The punctuation before the word. Empty if there are only spaces and hyphens. */
  gap: string;
}

const WORD =
  /(?:https?:\/\/|www\.)[^\s<>()[\]]+|[\p{L}\p{N}\p{M}_]+(?:['’](?!s(?![\p{L}\p{N}\p{M}_]))[\p{L}\p{M}]+)*/gu;
/** Characters that may occur in a name without changing it. */
const SOFT = /[\s\-‐‑®™]+/g;
const BLANK_LINE = /\n[^\S\n]*\n/;

/** Splits a text into words, in order. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const { 0: written, index: start } of text.matchAll(WORD)) {
    const end = start + written.length;
    const address = /^(?:https?:\/\/|www\.)/.test(written);
    tokens.push({ word: address ? '' : fold(written), written, start, end, gap: gapOf(text.slice(last, start)) });
    last = end;
  }
  return tokens;
}

/** Words belong to one name only with the same punctuation between them. A blank line always separates. */
function gapOf(between: string): string {
  if (between === ' ' || between === '-') return '';
  return BLANK_LINE.test(between) ? '\n' : between.replace(SOFT, '').replaceAll('’', "'");
}

/** Converts a word to its normalized form for comparison. */
export function fold(word: string): string {
  // Most words are plain ASCII, which the rest would not change.
  if (/^[ -~]*$/.test(word)) return word.toLowerCase();
  return withoutAccents(word).toLowerCase();
}

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['criteria', 'criterion'],
  ['children', 'child'],
  ['analyses', 'analysis'],
  ['bases', 'basis'],
]);

/** The singular of a folded word that looks like a plural, so that singular and plural find each other. */
function singularOf(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length < 3 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/**
 * The singular of a word as written: "APIs" becomes "api". A short word in capital letters is an abbreviation: "PAS" is
 * not the plural of "PA".
 */
export function singularIn({ word, written }: Token): string {
  if (/^\p{Lu}{2,4}$/u.test(written)) return word;
  return /\p{Lu}s$/u.test(written) ? word.slice(0, -1) : singularOf(word);
}

/** Whether a word is in capital letters, with or without a plural s, such as API, APIs, or HL7. */
export function inCapitals(written: string): boolean {
  const bare = written.length > 2 ? written.replace(/s$/, '') : written;
  return bare === bare.toUpperCase() && bare !== bare.toLowerCase();
}

/** Whether a word begins with a capital letter. */
export const isCapitalized = (written: string): boolean => /^\p{Lu}/u.test(written);
