/** Converts a search query to queries of the indexes. The Lucene queries contain only plain words. */
import { citationsIn } from './citation.ts';
import { otherSpellings } from './spellings.ts';
import {
  askingWords,
  formsOf,
  nameKey,
  singular,
  tellingWords,
  textWordsOf,
  withoutPossessives,
  wordsOf,
} from './words.ts';

/** The parameters of the statement `search/search`. */
export interface SearchQuery {
  /** The query as typed, for highlighting. */
  query: string;
  /** Canonical citations, with the scores of their hits. */
  cited: { citation: string; score: number }[];
  /** Names in the form of `nameKey`, with the scores of their hits. */
  named: { key: string; score: number }[];
  /** The queries of the full-text indexes. */
  asked: IndexQuery[];
  /** The forms of the whole name, as stored in `nameWords`. */
  exact: string[];
  /** The beginning of `nameWords` for names that begin with the query. */
  start: string;
  /** The number of words that must match. A name with the same number of words contains no other words. */
  words: number;
  /** The queries for texts that contain some of the words. */
  some: SomeWordsQuery[];
  /** The same queries for passages. */
  said: SomeWordsQuery[];
  /** A Lucene query for names that contain a word similar to one in the query. Empty if the query has no such word. */
  near: string;
}

/** A query of a full-text index. */
export interface IndexQuery {
  index: 'entity_names' | 'entity_texts';
  lucene: string;
  score: number;
  /** Whether an exact name, or a name that begins with the query, has a higher score. */
  exactly: boolean;
  /** Whether a name without other words has a higher score. */
  wholly: boolean;
  /** The reason that a result was found, for the client. */
  reason: 'WORDS' | 'HEADING' | 'TEXT' | 'TYPO';
}

/**
 * A query of a full-text index in which any word can match. A hit's share of the score grows with the significance of
 * its matching words.
 */
export interface SomeWordsQuery {
  index: IndexQuery['index'] | 'glossograph_passage_texts';
  lucene: string;
  /** The share of a hit in which every word matches well. */
  weight: number;
  /** The Lucene score (BM25) at which a hit gets half of the share. */
  half: number;
}

/** The score of a hit by how it was found. An exact name raises SCORE.words by 1.5, a name that begins with the query by 1. */
const SCORE = { cited: 7, typed: 6, named: 5.5, words: 4, heading: 3, text: 2, typo: 1 } as const;
/** The penalty for each step from the cited provision outward. */
const OUTWARD = 0.01;

const MOST_WORDS = 16;
/**
 * The length of the shortest word that can contain a typo. If one letter of a shorter word is changed, the result is
 * usually a different word.
 */
export const SHORTEST_WITH_TYPO = 5;
/** Longer words are searched neither by prefix nor with typos: Lucene rejects very long terms. */
const LONGEST_WORD = 64;
const NEAR = { one: 4, two: 8 };

/** Parses a query. Accepts any string. */
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
    ...someWords(query),
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
    { ...names, lucene: luceneQuery(query), score: SCORE.words, exactly: true, reason: 'WORDS' },
    { ...of, lucene: headings.join(' '), score: SCORE.heading, exactly: false, reason: 'HEADING' },
    { ...of, lucene: texts.join(' '), score: SCORE.text, exactly: false, reason: 'TEXT' },
    { ...names, lucene: typos.join(' '), score: SCORE.typo, exactly: false, reason: 'TYPO' },
  ];
}

/**
 * How much of a share a hit gets in each index. Names tell less than texts: they are short, and a question seldom has their words.
 * A text is searched whole only until it is cut into passages.
 */
const SOME = { names: 0.1, texts: 0.3, passages: 1, half: 6 };
/** The shortest word of which another spelling is looked for among others. */
const LONG_ENOUGH = 7;

/** The queries for names, texts, and passages with some of the words: none for a single word, which the other queries find. */
function someWords(query: string): Pick<SearchQuery, 'some' | 'said'> {
  const words = [...new Set(askingWords(fewEnough(textWordsOf(withoutPossessives(query)))))];
  const half = SOME.half * words.length;
  const spelled = (word: string) => [word, ...otherSpellings(word)].filter((form) => /^[\p{L}\p{N}]+$/u.test(form));
  const typo = (word: string) => (mayHoldTypo(word) && word.length >= LONG_ENOUGH ? [`${word}~1`] : []);
  const forms = words.flatMap((word) => [...spelled(word), ...typo(word)]).join(' ');
  const stems = words.flatMap((word) => [...new Set(spelled(word).map(singular)), ...typo(word)]).join(' ');
  if (words.length < 2 || forms === '' || stems === '') return { some: [], said: [] };
  return {
    some: [
      { index: 'entity_names', lucene: forms, weight: SOME.names, half },
      { index: 'entity_texts', lucene: forms, weight: SOME.texts, half },
    ],
    said: [{ index: 'glossograph_passage_texts', lucene: stems, weight: SOME.passages, half }],
  };
}

/** A Lucene query for names that contain every word. The last word can be a prefix. Empty if there are no words. */
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
 * Keeps the query within the 1,024 clauses that Lucene accepts: every form of a word counts in each of six fields, and in
 * scripts without blanks the analyzer makes a word of each letter. Drops words beyond a number of non-ASCII letters.
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

/** Whether a word can contain a typo. A number cannot, because with a different digit it is a different number. */
export const mayHoldTypo = (word: string): boolean =>
  word.length >= SHORTEST_WITH_TYPO && word.length <= LONGEST_WORD && /\p{L}/u.test(word);

const withTypo = (word: string, i: number, { length }: readonly string[]) => {
  const beginning = i === length - 1 ? begun(word) : [];
  return `+${anyOf([...(mayHoldTypo(word) ? [`${word}~1`] : formsOf(word)), ...beginning])}`;
};
const nearTo = (word: string) => `${word}~${word.length >= NEAR.two ? 2 : 1}`;
