/** The rules that determine whether a name in a text is a term, and to which term it refers. */
import type { DefinitionScope, TermRow } from '../../cypher/link/index.ts';
import { nameKey } from '../search/words.ts';
import { matchAll, type NameCandidate, type NameMatch, type Verdict } from './matcher.ts';
import type { NameSense, NameTree, VocabularyName } from './names.ts';
import type { SpelledOut } from './spelled-out.ts';
import { inCapitals, isCapitalized, type Token, tokensOf } from './tokens.ts';

/** The context of a text that determines what its words mean. */
export interface TextContext {
  /** Ids of the provision that contains the text and of its enclosing provisions, innermost first. */
  around: readonly string[];
  /** Ids of the provisions from which the text takes the meaning of its words: see `definedElsewhere`. */
  definedIn?: readonly string[] | undefined;
  /** The first day on which the text is in force. */
  from?: string | undefined;
  /** The first day after the text is in force. Absent for a current text. */
  to?: string | undefined;
  /** The ranges in which the text defines a term, from the term to the verb. They are definitions and not mentions. */
  heads: readonly { term: string; start: number; end: number }[];
  /**
   * Whether the text is a title-case heading. In such a heading, a capital letter does not make a word part of a proper
   * name.
   */
  isTitle?: boolean | undefined;
  /** The term whose page contains the text, and the term's vocabulary. */
  self?: string | undefined;
  vocabulary?: string | undefined;
  /** The only vocabularies whose terms count. Undefined if all vocabularies count. */
  only?: ReadonlySet<string> | undefined;
  /** The abbreviations that the document explains, with the document's explanations. */
  spelledOut?: SpelledOut | undefined;
}

/** The context of a text that is not in the graph. */
export const NO_CONTEXT: TextContext = { around: [], heads: [] };

/** Ids of the terms to which a name refers. There are several if the name is ambiguous. */
export type TermIds = readonly string[];

/** Finds the terms in a text. */
export function linkText(text: string, names: NameTree, context: TextContext = NO_CONTEXT): NameMatch<TermIds>[] {
  return matchAll(text, names, (candidate, tokens) => judge(candidate, tokens, text, context));
}

function judge(
  candidate: NameCandidate,
  tokens: readonly Token[],
  text: string,
  context: TextContext,
): Verdict<TermIds> {
  const { name, first, last } = candidate;
  if (name.senses.length === 0) return 'other';
  const senses = meantIn(name, context);
  if (senses.length === 0) return 'shorter';
  if (isWithinLongerWord(candidate, tokens, text)) return 'shorter';
  if (!context.isTitle && isWithinProperName(candidate, tokens)) return 'other';
  const isByLaw = ({ onlyWhereDefined, term }: NameSense) => onlyWhereDefined && term.vocabulary !== context.vocabulary;
  if (senses.some(isByLaw) && !isInSense(candidate, tokens)) return 'other';
  const [start, end] = [(tokens[first] as Token).start, (tokens[last] as Token).end];
  const heads = context.heads.filter((head) => head.start < end && start < head.end).map(({ term }) => term);
  const found = senses.map(({ term }) => term.id).filter((id) => id !== context.self && !heads.includes(id));
  return found.length > 0 ? { found } : 'other';
}

/** The possible senses of a name in a context; of several, those with the innermost scope. */
function meantIn(name: VocabularyName, context: TextContext): NameSense[] {
  const { only } = context;
  const senses = only ? name.senses.filter(({ term }) => only.has(term.vocabulary)) : name.senses;
  const ranked = senses.map((sense) => ({ sense, depth: depthOf(sense.definitions, context) }));
  const possible = ranked.filter(
    ({ sense: { onlyWhereDefined, term }, depth }) =>
      (!onlyWhereDefined || depth < Number.POSITIVE_INFINITY || term.vocabulary === context.vocabulary) &&
      !meansElse(name, term, context),
  );
  const least = Math.min(...possible.map(({ depth }) => depth));
  return possible.filter(({ depth }) => depth === least).map(({ sense }) => sense);
}

/** Whether the document explains an abbreviation with words that are no name of the term: "incorporation by reference (IBR)". */
function meansElse({ capitals, words }: VocabularyName, term: TermRow, { spelledOut }: TextContext): boolean {
  const explained = capitals ? spelledOut?.get(words.join(' ')) : undefined;
  if (explained === undefined) return false;
  return ![term.name, ...term.aliases.map(({ name }) => name)].some((name) => explained.has(nameKey(name)));
}

/** The number of levels from the context up to the innermost scope of the definitions; infinite when none applies. */
function depthOf(definitions: readonly DefinitionScope[], { around, definedIn = [], from, to }: TextContext): number {
  let least = Number.POSITIVE_INFINITY;
  for (const one of definitions) {
    const inForce = to === undefined ? one.to == null : (one.from ?? '') < to && (one.to ?? '9999') > (from ?? '');
    if (!inForce) continue;
    const depth = definedIn.some((id) => one.by === id || one.by.startsWith(`${id}(`)) ? 0 : around.indexOf(one.scope);
    if (depth >= 0 && depth < least) least = depth;
  }
  return least;
}

/** Whether a name is part of a longer word: "standard" in "non-standard", "HL7" in "hl7.org". */
function isWithinLongerWord({ name, first, last }: NameCandidate, tokens: readonly Token[], text: string): boolean {
  const [start, end] = [(tokens[first] as Token).start, (tokens[last] as Token).end];
  const before = /[\p{L}\p{N}_]([.@#\\&=:/]|[-‐‑])$/u.exec(text.slice(Math.max(0, start - 3), start));
  const after = /^([.@#\\&=:]|[-‐‑])[\p{L}\p{N}_]/u.exec(text.slice(end, end + 3));
  if (before?.[1] !== undefined && /[.@#\\&=:]/.test(before[1])) return true;
  if (after?.[1] !== undefined && /[.@#\\&=:]/.test(after[1])) return true;
  const hyphenBefore = before?.[1] !== undefined && /[-‐‑]/.test(before[1]);
  const hyphenAfter = after !== null;
  // An abbreviation keeps its meaning in "FHIR-based" and "non-FHIR", but not in "ONC-ACB".
  if (name.capitals) return hyphenBefore && !/^\p{Ll}/u.test(tokens[first - 1]?.written ?? '');
  return hyphenBefore || (hyphenAfter && first === last);
}

/** Function words: a capital at the start of a sentence does not make them part of a name. */
const FUNCTION_WORDS = new Set(
  'a an and any all as at because before both but by each every either for from if in into it its neither no not of on or other our such than that the their these this those to under unless until upon when where whether which while who with without section part subpart paragraph'.split(
    ' ',
  ),
);

/**
 * Whether a name is part of a longer proper name: "Act" in "Privacy Act", "Health IT" in "Health IT Policy Committee". A
 * capitalized word beside another one belongs to a longer name. If the longer name were a term, it would have won already.
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

/** Whether a heading is in title case: every word except function words begins with a capital letter. */
export function isInTitleCase(heading: string): boolean {
  const words = tokensOf(heading).filter(({ word, written }) => /^\p{L}/u.test(written) && !FUNCTION_WORDS.has(word));
  return words.length > 1 && words.every(({ written }) => isCapitalized(written));
}

/** Whether a word can be part of a proper name: it is capitalized and not an abbreviation. */
function isOfName({ written, word }: Token): boolean {
  return isCapitalized(written) && !inCapitals(written) && !FUNCTION_WORDS.has(word);
}

function isSentenceStart(tokens: readonly Token[], at: number): boolean {
  return at <= 0 || /[.:;?!)\n—]/.test(tokens[at]?.gap ?? '');
}

/** Very common words: their legal meaning applies only near other words of that meaning. */
const NEEDS_COMPANY = new Set(['use', 'access']);
const REACH = 3;

/** Accepts "access, exchange, or use" and "access to electronic health information", but not "remains in use". */
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
