import { distance } from './distance.ts';
import { wordsOf } from './words.ts';

const MOST = 3;
/** Letters of a name that are compared: what differs after them is no typo. */
const COMPARED = 100;

/**
 * "Did you mean": the names nearest to what was typed, at most three, nearest first. A name of which more than half would
 * have to be changed is not near.
 *
 * @param names what the index gives for words near those typed
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
