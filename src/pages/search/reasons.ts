/** States why a search found a result, in words for readers. */
import { citationsIn } from '../../search/citation.ts';
import { askingWords, nameKey, singular, wordsOf } from '../../search/words.ts';
import type { FoundEdge, FoundText } from './documents.ts';

/** So many words are named; a reader sees the others in the passage. */
const MOST_WORDS = 5;

/**
 * The strongest reason that a result was found, and whether its meaning is also close, such as "Some words: billing,
 * denied".
 */
export function whyFound(edge: FoundEdge, query: string): string {
  const [strongest, ...others] = edge.reasons;
  const why = strongest === undefined ? '' : wordsFor(strongest, edge, query);
  return others.includes('MEANING') ? `${why}; also similar in meaning` : why;
}

function wordsFor(reason: FoundEdge['reasons'][number], { node, highlights }: FoundEdge, query: string): string {
  const alias = aliasFor(reason, highlights, query);
  switch (reason) {
    case 'CITED':
      return 'citation' in node && citationsIn(query)[0] !== node.citation
        ? 'Contains the cited provision'
        : 'Matches the citation';
    case 'NAMED':
      return nameKey(node.label) !== nameKey(query) && alias ? `Matches an alias: ${alias}` : 'Matches the name';
    case 'BEGINS':
      return !nameKey(node.label).startsWith(nameKey(query)) && alias
        ? `An alias begins with the search text: ${alias}`
        : 'The name begins with the search text';
    case 'WORDS':
      return alias && !highlights.some(({ field }) => field === 'label')
        ? `All words found in an alias: ${alias}`
        : 'All words found in the name';
    case 'HEADING':
      return 'All words found in the heading';
    case 'TEXT':
      return 'All words found in the text';
    case 'SOME_WORDS':
      return someWords(highlights);
    case 'MEANING':
      return 'Similar in meaning';
    case 'TYPO':
      return alias && !highlights.some(({ field }) => field === 'label')
        ? `Similar spelling in an alias: ${alias}`
        : 'Similar spelling';
  }
}

/** The alias that is the query, or begins like it, or has its words. */
function aliasFor(
  reason: FoundEdge['reasons'][number],
  texts: readonly FoundText[],
  query: string,
): string | undefined {
  const aliases = texts.filter(({ field }) => field === 'alias').map(({ text }) => text);
  const key = nameKey(query);
  const same = aliases.find((alias) => nameKey(alias) === key);
  if (reason === 'NAMED') return same ?? aliases[0];
  if (reason === 'BEGINS') return aliases.find((alias) => nameKey(alias).startsWith(key)) ?? aliases[0];
  const most = [...texts].filter(({ field }) => field === 'alias').sort((a, b) => b.ranges.length - a.ranges.length)[0];
  return same ?? most?.text;
}

/** Words of the query as the result has them, once each. */
function someWords(texts: readonly FoundText[]): string {
  const words = [...new Set(texts.flatMap((text) => [...wordsIn(text)]))];
  if (words.length === 0) return 'Some words';
  const named = words.slice(0, MOST_WORDS).join(', ');
  return `${words.length === 1 ? 'One word' : 'Some words'}: ${named}${words.length > MOST_WORDS ? ', …' : ''}`;
}

/** The highlighted words of a text, without duplicates, in lowercase and in the singular. */
export const wordsIn = ({ text, ranges }: FoundText): Set<string> =>
  new Set(ranges.map(([start = 0, end = start]) => singular(text.slice(start, end).toLowerCase())));

/**
 * The same result with only the significant words highlighted. For "why was my claim not paid", these are "claim" and
 * "paid".
 */
export function withTellingMarks(edge: FoundEdge, query: string): FoundEdge {
  if (askingWords(wordsOf(query)).length === 0) return edge;
  const tells = (word: string) => askingWords(wordsOf(word)).length > 0;
  const highlights = edge.highlights.flatMap((found) => {
    const ranges = found.ranges.filter(([start = 0, end = start]) => tells(found.text.slice(start, end)));
    return ranges.length === 0 ? [] : [{ ...found, ranges }];
  });
  return { ...edge, highlights };
}
