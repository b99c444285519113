/** What was typed, as what is asked of the indexes. Lucene's query text is put together here, from words and nothing else. */
import { citationsIn } from './citation.ts';
import { formsOf, nameKey, singular, tellingWords, textWordsOf, wordsOf } from './words.ts';

/** The parameters of `search/search`. Every Lucene query is '' where it would ask for nothing. */
export interface SearchQuery {
  /** As it was typed: what is highlighted depends on it. */
  query: string;
  /** Canonical citations, nearest first. */
  citations: string[];
  /** `nameKey` of the name that was typed. */
  typed: string;
  /** Other forms in which the same name may be held, compared with `nameKey`. */
  forms: string[];
  /** The same, compared with `nameWords`. */
  exact: string[];
  /** What `nameWords` of a name that goes on begins with. */
  start: string;
  /** How many words must be found: a name of as many has no others. */
  words: number;
  /** Lucene: names with every word, the last one perhaps only begun. */
  names: string;
  /** Lucene: headings with every word. */
  headings: string;
  /** Lucene: entities whose texts and name hold every word. */
  texts: string;
  /** Lucene: names with every word, long ones with a typo. */
  fuzzy: string;
  /** Lucene: names with a word that is near one of these. */
  near: string;
}

const MOST_WORDS = 16;
/** The shortest word in which a typo is forgiven; in a shorter one another word is as near. */
export const SHORTEST_WITH_TYPO = 5;
/** Longer ones are no words. To compare them letter by letter would take long. */
const LONGEST_WITH_TYPO = 40;
const NEAR = { one: 4, two: 8 };

/** Reads what was typed. Any string will do. */
export function readQuery(query: string): SearchQuery {
  const words = wordsOf(query).slice(0, MOST_WORDS);
  const telling = tellingWords(words);
  const ones = telling.map(singular);
  const exact = [words, telling, [...telling.slice(0, -1), ...ones.slice(-1)], ones].map((form) => form.join(' '));
  const textWords = tellingWords(textWordsOf(query).slice(0, MOST_WORDS));
  const typed = nameKey(query);
  return {
    query,
    citations: citationsIn(query),
    typed,
    forms: [...new Set([...exact, words.join('')])].filter((key) => key !== '' && key !== typed),
    exact: [...new Set(exact)].filter((key) => key !== ''),
    start: words.join(' '),
    words: telling.length,
    names: luceneQuery(query),
    headings: textWords.map((word) => `+${anyOf(formsOf(word).map((form) => `heading:${form}`))}`).join(' '),
    texts: textWords.map((word) => `+${anyOf([...formsOf(word), ...possessives(word)])}`).join(' '),
    fuzzy: telling.some(mayHoldTypo) ? telling.map(withTypo).join(' ') : '',
    near: words
      .filter((word) => word.length >= NEAR.one && word.length <= LONGEST_WITH_TYPO)
      .map(nearTo)
      .join(' '),
  };
}

/** A Lucene query for names that hold every word, the last one perhaps only begun; '' when there is no word. */
export function luceneQuery(text: string): string {
  const telling = tellingWords(wordsOf(text).slice(0, MOST_WORDS));
  return telling
    .map((word, i) => `+${anyOf([...formsOf(word), ...(i === telling.length - 1 ? [`${word}*`] : [])])}`)
    .join(' ');
}

const anyOf = (terms: readonly string[]) => `(${terms.join(' ')})`;
const possessives = (word: string) => (/\p{L}$/u.test(word) ? [`${word}'s`, `${word}’s`] : []);

/** Is a typo in this word forgiven? In a number it would be another number. */
export const mayHoldTypo = (word: string): boolean =>
  word.length >= SHORTEST_WITH_TYPO && word.length <= LONGEST_WITH_TYPO && /\p{L}/u.test(word);

const withTypo = (word: string, i: number, { length }: readonly string[]) => {
  const begun = i === length - 1 ? [`${word}*`] : [];
  return `+${anyOf(mayHoldTypo(word) ? [`${word}~1`, ...begun] : [...formsOf(word), ...begun])}`;
};
const nearTo = (word: string) => `${word}~${word.length >= NEAR.two ? 2 : 1}`;
