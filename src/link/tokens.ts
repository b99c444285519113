/**
 * Text as words with their places. A word is a run of letters and digits of any script; hyphens, blanks and trade marks
 * between two words do not tell names apart ("health-care provider"), other punctuation does ("… health. Care …").
 */

/** A word and where it stands, in UTF-16 code units, end exclusive. */
export interface Token {
  /** As words are compared: small letters, without marks. '' for an address on the web, which is no word. */
  word: string;
  written: string;
  start: number;
  end: number;
  /** What parts it from the word before: '' for blanks and hyphens alone, else the signs that stand there too. */
  gap: string;
}

const WORD =
  /(?:https?:\/\/|www\.)[^\s<>()[\]]+|[\p{L}\p{N}\p{M}_]+(?:['’](?!s(?![\p{L}\p{N}\p{M}_]))[\p{L}\p{M}]+)*/gu;
/** What may stand within a name without changing it. */
const SOFT = /[\s\-‐‑®™]+/g;
const BLANK_LINE = /\n[^\S\n]*\n/;

/** The words of a text, in order. */
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

/** Two words are of one name only across the same signs. A blank line parts everything. */
function gapOf(between: string): string {
  if (between === ' ' || between === '-') return '';
  return BLANK_LINE.test(between) ? '\n' : between.replace(SOFT, '').replaceAll('’', "'");
}

/** A word as words are compared. */
export function fold(word: string): string {
  // Most words are plain ASCII, for which the rest changes nothing.
  if (/^[ -~]*$/.test(word)) return word.toLowerCase();
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['criteria', 'criterion'],
  ['children', 'child'],
  ['analyses', 'analysis'],
  ['bases', 'basis'],
]);

/** The singular of a folded word, where it looks like a plural; the same for both, so that either finds the other. */
function singularOf(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length < 3 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** The singular of a word as it is written: APIs are of an API, whatever an "apis" may be. */
export function singularIn({ word, written }: Token): string {
  return /\p{Lu}s$/u.test(written) ? word.slice(0, -1) : singularOf(word);
}

/** Written in capitals throughout, perhaps with a plural's s: API, APIs, HL7. */
export function inCapitals(written: string): boolean {
  const bare = written.length > 2 ? written.replace(/s$/, '') : written;
  return bare === bare.toUpperCase() && bare !== bare.toLowerCase();
}

/** Begins with a capital. */
export const isCapitalized = (written: string): boolean => /^\p{Lu}/u.test(written);
