/** What was typed, as what is asked of the indexes. Lucene's query text is put together here, from words and nothing else. */
import { citationsIn } from './citation.ts';
import { formsOf, nameKey, singular, tellingWords, textWordsOf, withoutPossessives, wordsOf } from './words.ts';

/** The parameters of `search/search`. */
export interface SearchQuery {
  /** As it was typed: what is highlighted depends on it. */
  query: string;
  /** Canonical citations. */
  cited: { citation: string; score: number }[];
  /** Names in the form of `nameKey`. */
  named: { key: string; score: number }[];
  /** What is asked of the full-text indexes. */
  asked: IndexQuery[];
  /** Forms of the whole name as `nameWords` holds it. */
  exact: string[];
  /** What `nameWords` of a name that goes on begins with. */
  start: string;
  /** How many words must be found: a name of as many has no others. */
  words: number;
  /** Lucene: names with a word that is near one of these; '' when there is none. */
  near: string;
}

/** One question to a full-text index. */
export interface IndexQuery {
  index: 'entity_names' | 'entity_texts';
  lucene: string;
  score: number;
  /** Whether the name of what is found may raise the score: as it is exact, or begins so, or as it has no other words. */
  exactly: boolean;
  wholly: boolean;
}

/** What a hit is worth, by how it was found. An exact name in words raises SCORE.words by 1.5, one that begins so by 1. */
const SCORE = { cited: 7, typed: 6, named: 5.5, words: 4, heading: 3, text: 2, typo: 1 } as const;
/** How much less a provision is worth with each step outward. */
const OUTWARD = 0.01;

const MOST_WORDS = 16;
/** The shortest word in which a typo is forgiven; in a shorter one another word is as near. */
export const SHORTEST_WITH_TYPO = 5;
/** Longer ones are no words, and nothing is looked for that is near to them or begins so: Lucene refuses what is very long. */
const LONGEST_WORD = 64;
const NEAR = { one: 4, two: 8 };

/** Reads what was typed. Any string will do. */
export function readQuery(query: string): SearchQuery {
  const words = wordsOf(withoutPossessives(query)).slice(0, MOST_WORDS);
  const telling = tellingWords(words);
  const ones = telling.map(singular);
  const forms = [words, telling, [...telling.slice(0, -1), ...ones.slice(-1)], ones].map((form) => form.join(' '));
  const exact = [...new Set(forms)].filter((form) => form !== '');
  const typed = nameKey(query);
  const others = [...new Set([...exact, words.join('')])].filter((key) => key !== '' && key !== typed);
  return {
    query,
    cited: citationsIn(query).map((citation, away) => ({ citation, score: SCORE.cited - away * OUTWARD })),
    named: [
      ...(typed === '' ? [] : [{ key: typed, score: SCORE.typed }]),
      ...others.map((key) => ({ key, score: SCORE.named })),
    ],
    asked: asked(query, telling).filter(({ lucene }) => lucene !== ''),
    exact,
    start: words.join(' '),
    words: telling.length,
    near: words
      .filter((word) => word.length >= NEAR.one && word.length <= LONGEST_WORD)
      .map(nearTo)
      .join(' '),
  };
}

function asked(query: string, telling: readonly string[]): IndexQuery[] {
  const textWords = tellingWords(fewEnough(textWordsOf(withoutPossessives(query))));
  const headings = textWords.map((word) => `+${anyOf(formsOf(word).map((form) => `heading:${form}`))}`);
  const texts = textWords.map((word) => `+${anyOf([...formsOf(word), ...possessives(word)])}`);
  const typos = telling.some(mayHoldTypo) ? telling.map(withTypo) : [];
  const [names, of] = [
    { index: 'entity_names', wholly: true } as const,
    { index: 'entity_texts', wholly: false } as const,
  ];
  return [
    { ...names, lucene: luceneQuery(query), score: SCORE.words, exactly: true },
    { ...of, lucene: headings.join(' '), score: SCORE.heading, exactly: false },
    { ...of, lucene: texts.join(' '), score: SCORE.text, exactly: false },
    { ...names, lucene: typos.join(' '), score: SCORE.typo, exactly: false },
  ];
}

/** A Lucene query for names that hold every word, the last one perhaps only begun; '' when there is no word. */
export function luceneQuery(text: string): string {
  const telling = tellingWords(wordsOf(withoutPossessives(text)).slice(0, MOST_WORDS));
  return telling
    .map((word, i) => `+${anyOf([...formsOf(word), ...(i === telling.length - 1 ? begun(word) : [])])}`)
    .join(' ');
}

const begun = (word: string) => (word.length <= LONGEST_WORD ? [`${word}*`] : []);
const anyOf = (terms: readonly string[]) => `(${terms.join(' ')})`;
const possessives = (word: string) => (/^[a-z]+$/.test(word) ? [`${word}'s`, `${word}’s`] : []);

/**
 * Lucene takes 1,024 clauses: a word in all its forms, in each of six fields, and each letter of a script without blanks is
 * a word to its analyzer. So letters that are not ASCII are counted, and what is over is not looked for.
 */
function fewEnough(words: readonly string[]): string[] {
  let letters = 0;
  return words
    .filter((word) => {
      if (/[^ -~]/.test(word)) letters += word.length;
      return word.length <= LONGEST_WORD && letters <= LONGEST_WORD;
    })
    .slice(0, MOST_WORDS);
}

/** Is a typo in this word forgiven? In a number it would be another number. */
export const mayHoldTypo = (word: string): boolean =>
  word.length >= SHORTEST_WITH_TYPO && word.length <= LONGEST_WORD && /\p{L}/u.test(word);

const withTypo = (word: string, i: number, { length }: readonly string[]) => {
  const beginning = i === length - 1 ? begun(word) : [];
  return `+${anyOf([...(mayHoldTypo(word) ? [`${word}~1`] : formsOf(word)), ...beginning])}`;
};
const nearTo = (word: string) => `${word}~${word.length >= NEAR.two ? 2 : 1}`;
