/**
 * One pass over a text. At each word the tree of names is followed as far as it goes, and the longest name that the rules
 * allow wins; what it covers is passed over. Names have a bounded number of words, so time goes with the text alone.
 */
import { inCapitals, isCapitalized, singularIn, type Token, tokensOf } from './tokens.ts';
import { stepOf, type Vocabulary, type VocabularyBranch, type VocabularyName } from './vocabulary.ts';

/** A name in a text: words `first` to `last`. */
export interface NameCandidate {
  name: VocabularyName;
  first: number;
  last: number;
}

/** What becomes of a candidate: it is what it seems, its words are taken up by something else, or a shorter name is tried. */
export type Verdict<Found> = { found: Found } | 'other' | 'shorter';

/** A name that was found, with what the rules made of it. */
export interface NameMatch<Found> {
  start: number;
  end: number;
  text: string;
  found: Found;
}

/**
 * The names in a text, in order, without overlaps.
 *
 * @param judge decides of the candidates with equal words, in turn of their length
 */
export function matchAll<Found>(
  text: string,
  { root }: Vocabulary,
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
        matches.push({ start, end, text: text.slice(start, end), found: verdict.found });
      }
      first = candidate.last;
      break;
    }
  }
  return matches;
}

/** Every name that begins at a word, the shortest first. */
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
      if (isWrittenSo(name, tokens, first)) found.push({ name, first, last: at });
    }
    // "offers health IT", "developers of certified health IT": words before the last may have an s as well.
    const next: VocabularyBranch | undefined = branch.next?.get(stepOf(gap, word));
    branch = next ?? branch.next?.get(stepOf(gap, singular));
  }
  return found;
}

function isWrittenSo({ cases }: VocabularyName, tokens: readonly Token[], first: number): boolean {
  return cases.every((wanted, i) => {
    const { written } = tokens[first + i] as Token;
    return wanted === 'any' || (wanted === 'capital' ? isCapitalized(written) : inCapitals(written));
  });
}
