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

/** A Lucene query for names that hold every word, the last one perhaps only begun; '' when there is no word. */
export function luceneQuery(text: string): string {
  const words = wordsOf(text).slice(0, MOST_WORDS);
  return words.map((word) => `+(${word}^2 ${word}*)`).join(' ');
}

const MOST_WORDS = 16;

/**
 * The form in which names are compared: `Alias`, `alias` and `ÁLIAS` are one name. Stored on every entity as `nameKey`.
 */
export function nameKey(name: string): string {
  // Most names are plain ASCII: for them the rest would change nothing, and a graph has very many names.
  if (!/[^ -~]| {2}/.test(name)) return name.toLowerCase().trim();
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}
