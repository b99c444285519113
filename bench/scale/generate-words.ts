/** Seeded words, names, and texts. Few words are very frequent and most are rare, as in English. */
import { type Random, random } from '../../test/plan/random.ts';

/** The most frequent words of English say nothing about a subject, so they occur only in texts. */
const COMMON = 200;
const WORDS = 12_000;
/** The larger this number, the less the first words stand out. */
const EVENNESS = { text: 20, name: 200 };

/** A text, and the places at which it contains names of terms. */
export interface TextWithNames {
  text: string;
  names: { term: number; name: string; start: number; end: number }[];
}

const CONSONANTS = 'bcdfglmnprstvz';
const VOWELS = 'aeiou';

/** Made-up words of two to four syllables, such as "mirotan". */
const LEXICON: readonly string[] = made(random(1), COMMON + WORDS);

function made(r: Random, count: number): string[] {
  const words = new Set<string>();
  while (words.size < count) {
    const syllables = Array.from({ length: 2 + r.int(3) }, () => r.pick([...CONSONANTS]) + r.pick([...VOWELS]));
    words.add(syllables.join('') + (r.chance(0.6) ? r.pick([...CONSONANTS]) : ''));
  }
  return [...words];
}

/** A source of chance for one item. The same seed and item always give the same values. */
export const chanceOf = (seed: number, item: number): Random =>
  random((Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(item + 7, 0x85ebca6b)) | 0);

/** A number below `count`. Small numbers are far more frequent, so that the first items are hubs. */
export const hubBelow = (r: Random, count: number): number => Math.floor(count * r.next() ** 3);

/** A word. Its probability is roughly inversely proportional to its rank. */
function wordFrom(r: Random, first: number, evenness: number): string {
  const count = LEXICON.length - first;
  const rank = Math.floor(evenness * ((count + evenness) / evenness) ** r.next() - evenness);
  return LEXICON[first + Math.min(rank, count - 1)] ?? '';
}

/** A word that can be searched for. */
export const subjectWord = (r: Random): string => wordFrom(r, COMMON, EVENNESS.text);

/** A name of two to four words, such as "Mirotan celu". */
export function nameFrom(r: Random): string {
  const words = Array.from({ length: 2 + r.int(3) }, () => wordFrom(r, COMMON, EVENNESS.name));
  return capitalized(words.join(' '));
}

/** A heading of three to six words. */
export const headingFrom = (r: Random): string => capitalized(plainWords(r, 3 + r.int(4)).join(' '));

/** A text of sentences in which names of terms occur. */
export function textFrom(r: Random, words: number, terms: readonly { term: number; name: string }[]): TextWithNames {
  const at = new Map(terms.map((one) => [r.int(words), one]));
  const names: TextWithNames['names'] = [];
  let text = '';
  for (let i = 0; i < words; i += 1) {
    const named = at.get(i);
    const ends = i % 15 === 14 || i === words - 1;
    const word = named?.name.toLowerCase() ?? wordFrom(r, 0, EVENNESS.text);
    const start = text.length;
    text += i % 15 === 0 ? capitalized(word) : word;
    if (named) names.push({ ...named, name: text.slice(start), start, end: text.length });
    text += ends ? '.' : '';
    if (i < words - 1) text += ' ';
  }
  return { text, names };
}

const plainWords = (r: Random, count: number) =>
  Array.from({ length: count }, () => wordFrom(r, COMMON, EVENNESS.text));

/** The text with a capital at the beginning. */
export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
