/**
 * What a person typed, as words. No character of it reaches Lucene's or Cypher's syntax: only letters and digits of any
 * script stay, in small letters, so that no operator, wildcard or field name is left.
 */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/**
 * The form in which names are compared: `Alias`, `alias` and `ÁLIAS` are one name. Stored on every entity as `nameKey`.
 */
export function nameKey(name: string): string {
  // Most names are plain ASCII: for them the rest would change nothing, and a graph has very many names.
  if (!/[^ -~]| {2}/.test(name)) return name.toLowerCase().trim();
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/**
 * Words as Lucene's standard analyzer cuts texts, which are stored as they are: a stop between digits and an apostrophe
 * between letters are inside a word, so "171.203(a)" is two and "provider's" is one. Accents stay, as they do there.
 */
export function textWordsOf(text: string): string[] {
  const written = text.normalize('NFKC').replaceAll('’', "'").toLowerCase();
  return [...written.matchAll(TEXT_WORD)].map(([word]) => word);
}

const TEXT_WORD =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:(?:(?<=[\p{L}\p{M}])[.'](?=\p{L})|(?<=\p{N})[.,](?=\p{N}))[\p{L}\p{N}\p{M}]+)*/gu;

/** What was typed without its possessives: whoever asks for an "actor's" looks for an actor. */
export function withoutPossessives(text: string): string {
  return text.replace(/(?<=\p{L})['’]s(?![\p{L}\p{N}])/giu, '');
}

/** Words that a question holds and a name may lack. "it" is none of them: IT is what this graph is about. */
const FILLING = new Set(
  'a an and are as at be by do does for from how in is of on or that the their to what when where which who with'.split(
    ' ',
  ),
);

/**
 * The words that must be found: those that fill a sentence are left out, unless there are no others. Beside a number "a" is
 * a paragraph.
 */
export function tellingWords(words: readonly string[]): readonly string[] {
  const numbered = words.some((word) => /\p{N}/u.test(word));
  const telling = words.filter((word) => !FILLING.has(word) || (numbered && word === 'a'));
  return telling.length > 0 ? telling : words;
}

/** One of a word in the plural, by the rules that most English words follow; a word that is in none stays. */
export function singular(word: string): string {
  if (word.length < 4 || !/[a-z]s$/.test(word) || word.endsWith('ss')) return word;
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /(?:ss|x|z|ch|sh)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

/** A word as it was given, in the singular and in the plural, each once. */
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
