/** Which of the names that stand in a text are terms there, and which term a name means. */
import { matchAll, type NameCandidate, type NameMatch, type Verdict } from './matcher.ts';
import { inCapitals, isCapitalized, type Token } from './tokens.ts';
import type { DefinitionScope, NameSense, Vocabulary, VocabularyName } from './vocabulary.ts';

/** Where a text stands, so far as it matters for what its words mean. */
export interface TextContext {
  /** Ids of the provisions around the text, innermost first, its own among them. */
  around: readonly string[];
  /** The days on which it reads so; open at the end where it still does. */
  from?: string | undefined;
  to?: string | undefined;
  /** Where the text defines a term: the words that name it, up to the verb. There it is not mentioned. */
  heads: readonly { term: string; start: number; end: number }[];
  /** The term whose page it is. */
  self?: string | undefined;
}

/** A text that stands nowhere. */
export const NO_CONTEXT: TextContext = { around: [], heads: [] };

/** The terms that a name means at a place: several where nothing tells which. */
export type TermIds = readonly string[];

/** The terms in a text, by the ids of what each name means there. */
export function linkText(text: string, vocabulary: Vocabulary, place: TextContext = NO_CONTEXT): NameMatch<TermIds>[] {
  return matchAll(text, vocabulary, (candidate, tokens) => judge(candidate, tokens, text, place));
}

function judge(candidate: NameCandidate, tokens: readonly Token[], text: string, place: TextContext): Verdict<TermIds> {
  const { name, first, last } = candidate;
  if (name.senses.length === 0) return 'other';
  const senses = meantAt(name, place);
  if (senses.length === 0) return 'shorter';
  if (isWithinLongerWord(candidate, tokens, text)) return 'shorter';
  if (isWithinProperName(candidate, tokens)) return 'other';
  if (senses.some(({ onlyWhereDefined }) => onlyWhereDefined) && !isInSense(candidate, tokens)) return 'other';
  const [start, end] = [(tokens[first] as Token).start, (tokens[last] as Token).end];
  const heads = place.heads.filter((head) => head.start < end && start < head.end).map(({ term }) => term);
  const found = senses.map(({ term }) => term.id).filter((id) => id !== place.self && !heads.includes(id));
  return found.length > 0 ? { found } : 'other';
}

/** The senses that are possible at a place; of several, those whose definition governs there, innermost scope first. */
function meantAt({ senses }: VocabularyName, place: TextContext): NameSense[] {
  const ranked = senses.map((sense) => ({ sense, depth: depthOf(sense.term.definitions, place) }));
  const possible = ranked.filter(({ sense, depth }) => !sense.onlyWhereDefined || depth < Number.POSITIVE_INFINITY);
  const least = Math.min(...possible.map(({ depth }) => depth));
  return possible.filter(({ depth }) => depth === least).map(({ sense }) => sense);
}

/** How many steps the innermost scope is above the place in which one of the definitions governs it; infinite for none. */
function depthOf(definitions: readonly DefinitionScope[], { around, from, to }: TextContext): number {
  let least = Number.POSITIVE_INFINITY;
  for (const one of definitions) {
    const inForce =
      to === undefined ? one.to === undefined : (one.from ?? '') < to && (one.to ?? '9999') > (from ?? '');
    const depth = inForce ? around.indexOf(one.scope) : -1;
    if (depth >= 0 && depth < least) least = depth;
  }
  return least;
}

/** "standard" in "non-standard", "patient" in "clinician-patient", "HL7" in "hl7.org": part of a longer word. */
function isWithinLongerWord({ name, first, last }: NameCandidate, tokens: readonly Token[], text: string): boolean {
  const [start, end] = [(tokens[first] as Token).start, (tokens[last] as Token).end];
  const before = /[\p{L}\p{N}_]([.@#\\&=:/]|[-‐‑])$/u.exec(text.slice(Math.max(0, start - 3), start));
  const after = /^([.@#\\&=:]|[-‐‑])[\p{L}\p{N}_]/u.exec(text.slice(end, end + 3));
  if (before?.[1] !== undefined && /[.@#\\&=:]/.test(before[1])) return true;
  if (after?.[1] !== undefined && /[.@#\\&=:]/.test(after[1])) return true;
  const hyphenBefore = before?.[1] !== undefined && /[-‐‑]/.test(before[1]);
  const hyphenAfter = after !== null;
  // An abbreviation keeps its meaning in "FHIR-based" and "non-FHIR", not in "ONC-ACB".
  if (name.capitals) return hyphenBefore && !/^\p{Ll}/u.test(tokens[first - 1]?.written ?? '');
  return hyphenBefore || (hyphenAfter && first === last);
}

/** Words that begin a sentence or tie a name together, and are no part of a longer name. */
const LITTLE = new Set(
  'a an and any all as at because before both but by each every either for from if in into it its neither no not of on or other our such than that the their these this those to under unless until upon when where whether which while who with without section part subpart paragraph'.split(
    ' ',
  ),
);

/**
 * "Act" in "Privacy Act", "State" in "United States", "Health IT" in "Health IT Policy Committee": what is written with a
 * capital beside another word with one is a part of a longer name, unless that is a name by itself, which would have won.
 */
function isWithinProperName({ name, first, last }: NameCandidate, tokens: readonly Token[]): boolean {
  const written = (tokens[first] as Token).written;
  if (name.capitals || !isCapitalized(written)) return false;
  const before = tokens[first - 1];
  const soft = tokens[first]?.gap === '';
  if (before && soft && isOfName(before)) return true;
  const further = tokens[first - 2];
  const tied = soft && before?.gap === '' && (before.word === 'of' || before.word === 'for');
  if (tied && first === last && further && isOfName(further) && !isSentenceStart(tokens, first - 2)) return true;
  const after = tokens[last + 1];
  return after !== undefined && after.gap === '' && isOfName(after) && isCapitalized((tokens[last] as Token).written);
}

/** A word with a capital; abbreviations stand beside names without being part of them. */
function isOfName({ written, word }: Token): boolean {
  return isCapitalized(written) && !inCapitals(written) && !LITTLE.has(word);
}

function isSentenceStart(tokens: readonly Token[], at: number): boolean {
  return at <= 0 || /[.:;?!)\n—]/.test(tokens[at]?.gap ?? '');
}

/** Words that English needs all the time; what the law defines them as is meant where other such words keep them company. */
const NEEDS_COMPANY = new Set(['use', 'access']);
const REACH = 3;

/** "access, exchange, or use", "access to electronic health information", and not "while the practice remains in use". */
function isInSense({ name, first, last }: NameCandidate, tokens: readonly Token[]): boolean {
  const [word = ''] = name.words;
  if (name.words.length > 1 || !NEEDS_COMPANY.has(word)) return true;
  const near = [...tokens.slice(Math.max(0, first - REACH), first), ...tokens.slice(last + 1, last + 1 + REACH)];
  return near.some((token) => COMPANY.has(token.word));
}

const COMPANY = new Set([
  'access',
  'exchange',
  'use',
  'disclosure',
  'disclose',
  'disclosed',
  'information',
  'ehi',
  'phi',
]);
