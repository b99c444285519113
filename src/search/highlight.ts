/** Finds the words of a query in the fields of a hit, because the full-text index does not return positions. */
import { distance } from './distance.ts';
import { mayHoldTypo } from './query.ts';
import { formsOf, tellingWords, withoutPossessives, wordsOf } from './words.ts';

/**
 * A field or an excerpt of it, with the ranges of the matching words. The offsets are UTF-16 code units, and the end is
 * exclusive.
 */
export interface FieldHighlight {
  field: string;
  text: string;
  ranges: [number, number][];
}

/** The fields of an entity to highlight, as returned by the statement `search`. */
export interface Fields {
  query: string;
  aliases: readonly string[];
  [field: string]: string | readonly string[] | null;
}

/** In display order. */
const FIELDS = ['label', 'alias', 'heading', 'summary', 'shortDefinition', 'definition', 'text'] as const;
/** Longer texts are cut to the excerpt with the most matches. UTF-16 code units. */
const LONGEST = 240;
const BEFORE = 60;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * Finds the fields that contain a word of the query. Words with a typo count only if no field contains an exact match.
 */
export function highlights(fields: Fields): FieldHighlight[] {
  const words = tellingWords(wordsOf(withoutPossessives(fields.query)));
  const exact = matcher(words);
  const found = inFields(fields, exact);
  return found.length > 0 ? found : inFields(fields, withTypos(words));
}

type Matches = (word: string) => boolean;

function inFields(fields: Fields, matches: Matches): FieldHighlight[] {
  return FIELDS.flatMap((field) => {
    const texts = field === 'alias' ? fields.aliases : [fields[field]];
    return texts.flatMap((text) => {
      if (typeof text !== 'string') return [];
      const ranges = rangesIn(text, matches);
      return ranges.length === 0 ? [] : [{ field, ...excerpt(text, ranges) }];
    });
  });
}

function rangesIn(text: string, matches: Matches): [number, number][] {
  return [...text.matchAll(WORD)]
    .filter(([word]) => wordsOf(word).some(matches))
    .map(({ 0: word, index }) => [index, index + word.length]);
}

function matcher(words: readonly string[]): Matches {
  const forms = new Set(words.flatMap(formsOf));
  const begun = words.at(-1) ?? '';
  return (word) => forms.has(word) || (begun.length > 1 && word.startsWith(begun));
}

function withTypos(words: readonly string[]): Matches {
  const long = words.filter(mayHoldTypo);
  return (word) => long.some((one) => Math.abs(one.length - word.length) <= 1 && distance(one, word) <= 1);
}

/** Returns a short text as it is, and of a long text the excerpt with the most matches, cut between words. */
function excerpt(text: string, ranges: [number, number][]): Pick<FieldHighlight, 'text' | 'ranges'> {
  if (text.length <= LONGEST) return { text, ranges };
  const within = (from: number) => ranges.filter(([start, end]) => start >= from && end <= from + LONGEST);
  let best = { from: 0, count: -1 };
  for (const [start] of ranges) {
    const from = Math.max(0, Math.min(start - BEFORE, text.length - LONGEST));
    const count = within(from).length;
    if (count > best.count) best = { from, count };
  }
  const complete = within(best.from);
  const [[start, end] = [0, 0]] = ranges;
  if (complete.length === 0) {
    const word = text.slice(start, Math.min(end, start + LONGEST)).replace(/[\ud800-\udbff]$/, ''); // a word longer than the excerpt
    return { text: word, ranges: [[0, word.length]] };
  }
  const [first, last] = [complete[0]?.[0] ?? 0, complete.at(-1)?.[1] ?? 0];
  const from = best.from === 0 ? 0 : wordStart(text, best.from, first);
  const to = best.from + LONGEST >= text.length ? text.length : wordEnd(text, best.from + LONGEST, last);
  return { text: text.slice(from, to), ranges: complete.map(([start, end]) => [start - from, end - from]) };
}

/** The first start of a word at or after `at`, at most `most`. */
function wordStart(text: string, at: number, most: number): number {
  const blank = text.slice(at - 1, most).search(/\s\S/);
  return blank < 0 ? most : at + blank;
}

/** The last end of a word at or before `at`, at least `least`. */
function wordEnd(text: string, at: number, least: number): number {
  const blank = /^[\s\S]*\S(?=\s)/.exec(text.slice(least, at + 1));
  return blank === null ? least : least + blank[0].length;
}
