import { distance } from './distance.ts';
import { wordsOf } from './words.ts';

const MOST = 3;
/** How many letters of a name are compared: a longer difference is not a typo. */
const COMPARED = 100;

/**
 * "Did you mean" suggestions: at most three names, closest first. A name that differs in more than half of its letters
 * is not suggested.
 *
 * @param names the names that the index returns for words similar to those in the query
 */
export function nearNames(query: string, names: readonly string[]): string[] {
  const form = (text: string) => wordsOf(text).join(' ').slice(0, COMPARED);
  const typed = form(query);
  return [...new Set(names)]
    .map((name) => ({ name, away: distance(typed, form(name)) }))
    .filter(({ name, away }) => away * 2 <= Math.max(typed.length, form(name).length))
    .sort((a, b) => a.away - b.away || (a.name < b.name ? -1 : 1))
    .slice(0, MOST)
    .map(({ name }) => name);
}
