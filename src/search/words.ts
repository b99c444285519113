/**
 * A text without the accents of Latin and Greek letters. Such accents seldom change the word. In other scripts, marks
 * are vowels or make a different letter: "दिन" means day, and "दीन" means poor.
 */
export const withoutAccents = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu, '')
    .normalize('NFC');

/**
 * Splits a text into words: letters and digits in any script, in lowercase and without accents. The result contains no
 * operators, wildcards, or field names of Lucene.
 */
export function wordsOf(text: string): string[] {
  return withoutAccents(text)
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map((word) => word.replace(/^\p{M}+/u, '')) // a mark without a letter is no word
    .filter((word) => word !== '');
}

/**
 * The form in which names are compared. For example, `Alias`, `alias`, and `ÁLIAS` are the same name. Every entity
 * stores this form as `nameKey`.
 */
export function nameKey(name: string): string {
  // Most names are plain ASCII, which the rest would not change, and a graph has very many names.
  if (!/[^ -~]| {2}/.test(name)) return name.toLowerCase().trim();
  return withoutAccents(name).toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The form that distinguishes the names in one file. It is like `nameKey`, but "résumé" is different from "resume". */
export function spellingKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/**
 * Splits a text into words like Lucene's standard analyzer. A period between digits and an apostrophe between letters
 * belong to the word, so "171.203(a)" is two words and "provider's" is one. Accents are kept.
 */
export function textWordsOf(text: string): string[] {
  const written = text.normalize('NFKC').replaceAll('’', "'").toLowerCase();
  return [...written.matchAll(TEXT_WORD)].map(([word]) => word);
}

const TEXT_WORD =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:(?:(?<=[\p{L}\p{M}])[.'](?=\p{L})|(?<=\p{N})[.,](?=\p{N}))[\p{L}\p{N}\p{M}]+)*/gu;

/** Removes possessives. A search for "actor's" is a search for "actor". */
export function withoutPossessives(text: string): string {
  return text.replace(/(?<=\p{L})['’]s(?![\p{L}\p{N}])/giu, '');
}

/** Words that a question has and a name may lack. "it" is not one of them: this graph is about IT. */
const FILLING = new Set(
  'a an and are as at be by do does for from how in is of on or that the their to what when where which who with'.split(
    ' ',
  ),
);

/**
 * The words that must match: all words except filler words such as "of", unless there are no others. Next to a number,
 * "a" is a paragraph designator and not a filler word.
 */
export function tellingWords(words: readonly string[]): readonly string[] {
  const numbered = words.some((word) => /\p{N}/u.test(word));
  const telling = words.filter((word) => !FILLING.has(word) || (numbered && word === 'a'));
  return telling.length > 0 ? telling : words;
}

/** Words of questions that tell nothing of their subject. */
const ASKING = new Set(
  'can could did had has have i if it me my not our shall should so such than them then there these they this those too us very was we were why will would you your'.split(
    ' ',
  ),
);

/** The words of a question that show what it is about. */
export function askingWords(words: readonly string[]): readonly string[] {
  return tellingWords(words).filter((word) => !ASKING.has(word) && !FILLING.has(word));
}

/** The singular of a plural, according to the regular rules of English. Any other word stays unchanged. */
export function singular(word: string): string {
  if (word.length < 4 || !/[a-z]s$/.test(word) || word.endsWith('ss')) return word;
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /(?:ss|x|z|ch|sh)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

/** The word itself, its singular, and its plural, without duplicates. */
export function formsOf(word: string): string[] {
  if (!/^[a-z]+$/.test(word)) return [word];
  const one = singular(word);
  const many = /[^aeiou]y$/.test(one)
    ? `${one.slice(0, -1)}ies`
    : /(?:s|x|z|ch|sh)$/.test(one)
      ? `${one}es`
      : `${one}s`;
  return [...new Set([word, one, many])];
}
