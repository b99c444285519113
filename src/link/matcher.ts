/**
 * Matches names in one pass over a text. From each word, the matcher follows the tree of names and selects the longest
 * name that the rules accept. It continues after that name. The number of words in a name is limited, so the time is
 * linear in the length of the text.
 */

import { type NameTree, stepOf, type VocabularyBranch, type VocabularyName } from './names.ts';
import { inCapitals, isCapitalized, singularIn, type Token, tokensOf } from './tokens.ts';

/** A possible name in a text, from the word `first` to the word `last`. */
export interface NameCandidate {
  name: VocabularyName;
  first: number;
  last: number;
}

/** The decision about a candidate: it is a name, its words mean something else, or a shorter name might match. */
export type Verdict<Found> = { found: Found } | 'other' | 'shorter';

/** A name that was found, with its position in the text and the result of the rules. */
export interface NameMatch<Found> {
  start: number;
  end: number;
  text: string;
  name: VocabularyName;
  found: Found;
}

/**
 * Finds the names in a text, in order and without overlaps.
 *
 * @param judge decides about each candidate, longest first
 */
export function matchAll<Found>(
  text: string,
  { root }: Pick<NameTree, 'root'>,
  judge: (candidate: NameCandidate, tokens: readonly Token[], text: string) => Verdict<Found>,
): NameMatch<Found>[] {
  const tokens = tokensOf(text);
  const matches: NameMatch<Found>[] = [];
  for (let first = 0; first < tokens.length; first += 1) {
    const candidates = candidatesAt(root, tokens, first);
    for (let i = candidates.length - 1; i >= 0; i -= 1) {
      const candidate = candidates[i] as NameCandidate;
      const verdict = judge(candidate, tokens, text);
      if (verdict === 'shorter') continue;
      if (verdict !== 'other') {
        const start = (tokens[first] as Token).start;
        const { end } = tokens[candidate.last] as Token;
        matches.push({ start, end, text: text.slice(start, end), name: candidate.name, found: verdict.found });
      }
      first = candidate.last;
      break;
    }
  }
  return matches;
}

/** All names that begin at a word, shortest first. */
function candidatesAt(root: VocabularyBranch, tokens: readonly Token[], first: number): NameCandidate[] {
  const found: NameCandidate[] = [];
  let branch: VocabularyBranch | undefined = root;
  for (let at = first; branch !== undefined && at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const { word, gap: before } = token;
    const singular = singularIn(token);
    if (word === '') break;
    const gap = at === first ? '' : before;
    for (const name of branch.ends?.get(stepOf(gap, singular)) ?? []) {
      if (hasCases(name, tokens, first)) found.push({ name, first, last: at });
    }
    // "developers of certified health IT": words before the last one may be plurals, too.
    const next: VocabularyBranch | undefined = branch.next?.get(stepOf(gap, word));
    branch = next ?? branch.next?.get(stepOf(gap, singular));
  }
  return found;
}

function hasCases({ cases }: VocabularyName, tokens: readonly Token[], first: number): boolean {
  return cases.every((wanted, i) => {
    const { written } = tokens[first + i] as Token;
    return wanted === 'any' || (wanted === 'capital' ? isCapitalized(written) : inCapitals(written));
  });
}
