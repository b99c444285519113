import { nameKey } from '../../../../search/words.ts';
import { matchAt, type NamesAt, namesAt } from '../../provisions/defined-names.ts';
import type { FlatProvision } from '../../provisions/flatten.ts';
import { daysIn } from './days.ts';
import { headingHead, namedHead } from './listed.ts';
import { sentencesOf } from './sentences.ts';
import type { DefinitionHead } from './types.ts';
import { INCLUDES, isVerbHere, MEANS, STATES } from './verbs.ts';

/** The surroundings of a provision that determine what counts as a definition. */
export interface HeadContext {
  /** Whether the provision is directly in a list of definitions. */
  listed: boolean;
}

/**
 * The definitions that begin in a provision, in text order. A definition is a sentence with a name and a defining verb
 * ("*Board* means", "the term board includes", "Annually means"), or a member of a list of definitions. The noun
 * "means" ("every practical means be used") does not define anything.
 */
export function headsIn(provision: FlatProvision, { listed }: HeadContext): DefinitionHead[] {
  const { text = '', names } = provision;
  const first = names ? namedHead(provision) : listed ? headingHead(provision) : null;
  if (!first && !DEFINING.test(text)) return [];
  const sentences = sentencesOf(text);
  const others = sentences.flatMap(([start, end]) =>
    first && start > first.at && start < first.end ? [] : inSentence(provision, start, end, listed),
  );
  return withoutRepeats([...(first ? [first] : []), ...others]);
}

/** A text without any of these words defines nothing. Most texts are such. */
const DEFINING =
  /\b(?:means?|meanings?|defined|includes?|refers? to|encompass(?:es)?|denotes?|stands? for|collectively|herein\w*|hereafter|referred to)\b/;

/** A later sentence about the same name continues the first; the day that it states is the definition's. */
function withoutRepeats(heads: readonly DefinitionHead[]): DefinitionHead[] {
  const kept: DefinitionHead[] = [];
  for (const head of heads) {
    const known = kept.find(({ names }) =>
      names.some((name) => head.names.some((one) => nameKey(one) === nameKey(name))),
    );
    if (!known) kept.push(head);
    else if (known.start === head.start || head.at - known.end < 60) {
      if (head.from !== undefined) known.from ??= head.from;
      if (head.to !== undefined) known.to ??= head.to;
    }
  }
  return kept;
}

/** Words before a name that say where, when or for what the definition applies. */
const BEFORE =
  /(?:As used in|When used in|(?:Solely )?[Ff]or (?:the )?purposes? of|In|Effective|On|From|Beginning|Starting|Except|Unless|With respect to|Notwithstanding|Under|Within|However)\b/y;
const SCOPE_WORD =
  /\b(?:title|subtitle|chapter|subchapter|part|subpart|section|paragraph|appendix)(?:\s?\(\w{1,5}\))* (?=\p{Ll}|“)/gu;

function inSentence(provision: FlatProvision, start: number, end: number, listed: boolean): DefinitionHead[] {
  const { text = '' } = provision;
  const before = matchAt(BEFORE, text, start) !== null;
  const candidates = [start];
  if (before) {
    const sentence = text.slice(start, Math.min(end, start + 400));
    for (const { index } of sentence.matchAll(/[,;—] ?/g)) candidates.push(start + index + 1);
    for (const { index, 0: words } of sentence.matchAll(SCOPE_WORD)) candidates.push(start + index + words.length);
  }
  for (const at of candidates.sort((a, b) => a - b)) {
    const head = subjectAt(provision, at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0), end, {
      before: before && at > start,
      listed,
    });
    if (head) return [{ ...head, start, ...daysIn(text.slice(start, head.at), text.slice(head.end, end)) }];
  }
  return elsewhere(provision, start, end);
}

const THE_TERM = /(?:(?:[Tt]he|[Aa]n?) )?(?:[Tt]erms?|[Pp]hrases?|[Ww]ords?|[Ee]xpressions?) (?=\p{L}|“|")/uy;
const ARTICLE = /(?:[Aa]n?|[Tt]he) /y;

interface SubjectOptions {
  before: boolean;
  listed: boolean;
}

/** The name and the verb at a place. */
function subjectAt(
  provision: FlatProvision,
  at: number,
  end: number,
  { before, listed }: SubjectOptions,
): Omit<DefinitionHead, 'start'> | null {
  const { text = '', italics } = provision;
  const termed = matchAt(THE_TERM, text, at);
  const article = termed ? null : matchAt(ARTICLE, text, at);
  const from = at + (termed?.[0].length ?? article?.[0].length ?? 0);
  const repeated = repeatedName(provision, from, end);
  if (repeated) return { names: repeated.names, at: from, end: repeated.end };
  const marked = namesAt(text, italics, from);
  if (marked) {
    const verbs = isAt(text, marked) ? [MEANS_AFTER, STATES_AFTER, INCLUDES_AFTER] : [MEANS_AFTER];
    for (const verb of verbs) {
      const verbEnd = verbAfter(text, marked.end, end, verb);
      if (verbEnd !== null) return { names: marked.names, at: from, end: verbEnd };
    }
    return null;
  }
  const plain = plainName(text, from, end, { termed: termed !== null, before, listed });
  if (!plain || !isVerbHere(provision, plain.end)) return null;
  return { names: plain.names, at: from, end: plain.end };
}

const isAt = (text: string, { end }: NamesAt) => !/^\s*[.;]/.test(text.slice(end));

/** Words between marked names and the verb: an aside, or "of a company", "as used in this part", "with respect to". */
const GLOSS =
  /(?:,? ?\((?:[^()]|\([^()]*\))*\))?(?:,? (?:of|as used|when used|in|with respect to|with regard to|for|under|also)\b[^.;:“”()]{0,100}?)?,? ?/;

const [MEANS_AFTER, STATES_AFTER, INCLUDES_AFTER] = [MEANS, STATES, INCLUDES].map(
  (verb) => new RegExp(`${GLOSS.source}(?:${verb.source})`, 'uy'),
) as [RegExp, RegExp, RegExp];

function verbAfter(text: string, at: number, end: number, verb: RegExp): number | null {
  const found = matchAt(verb, text, at);
  return found && at + found[0].length <= end + 40 ? at + found[0].length : null;
}

const NAME = String.raw`(\p{L}[\p{L}\p{N}'’ ,/®.-]{1,90}?(?:\(\w{1,3}\))?)`;
const QUALIFIED = `,?(?: (?:as|when) used [^.;:]{0,60}?,?)?`;
const AFTER_TERM = new RegExp(`${NAME}${QUALIFIED} (?:${MEANS.source}|${STATES.source}|${INCLUDES.source})`, 'uy');
const AFTER_SCOPE = new RegExp(`${NAME},? (?:${MEANS.source}|${INCLUDES.source})`, 'uy');
const PLAIN = new RegExp(`${NAME} (?:${MEANS.source})`, 'uy');
/** Words that a name does not have: the sentence is not a definition. */
const NO_NAME =
  /\b(?:that|which|who|whom|shall|may|must|will|can|is|are|was|were|be|been|has|have|had|do|does|not|by|every|any|all|each|other|this|these|those|such|it|its|if|you|your|we|they|means?|also|includes?|including|specifically|meaning)\b|\. \p{Ll}/iu;

/** A phrase that starts so is no name. */
const NO_START =
  /^(?:in|of|on|for|following|and|or|importing|used|with|to|as|at|under|by|within|upon|during|effective|beginning|starting|except|unless|notwithstanding|solely|where|when|if|however|until|from|after|before)\b/i;

function plainName(
  text: string,
  at: number,
  end: number,
  { termed, before, listed }: SubjectOptions & { termed: boolean },
): { names: string[]; end: number } | null {
  const found = matchAt(termed ? AFTER_TERM : before ? AFTER_SCOPE : PLAIN, text, at);
  const name = found?.[1]?.replace(/,$/, '').trim();
  if (!found || !name || at + found[0].length > end + 1 || NO_NAME.test(name) || NO_START.test(name)) return null;
  if (name.split(' ').length > (termed || before ? 12 : 8)) return null;
  if (!termed && !before && !/^\p{Lu}/u.test(text.slice(at)) && matchAt(ARTICLE, text, at - 2) === null) return null;
  if (!termed && !before && !listed && /[,.]|\b(?:an?|the)\b/.test(name)) return null;
  return { names: [name], end: at + found[0].length };
}

const REPEATED = new RegExp(`${NAME} (?:${INCLUDES.source})`, 'uy');

/** "… or other persons in custody. Other persons in custody includes …": words of the definition before. */
function repeatedName(
  { text = '', names }: FlatProvision,
  at: number,
  end: number,
): { names: string[]; end: number } | null {
  const found = names && at > 0 ? matchAt(REPEATED, text, at) : null;
  const name = found?.[1] ?? '';
  if (!found || !name.includes(' ') || at + found[0].length > end) return null;
  const before = text.slice(0, at).toLowerCase();
  return before.includes(name.toLowerCase()) ? { names: [name], end: at + found[0].length } : null;
}

/** "the term person means" after other words; "(collectively “executor”)"; "referred to in this part as “you”". */
const TERM_INSIDE = /\bthe terms? (?=\p{L}|“|")/gu;
const QUOTED_INSIDE = /[“"][^”"]{2,120}?[”"],? (?:(?:as|when) used[^.]{0,60}?,? )?means\b/g;
const CALLED =
  /\((?:collectively|hereinafter|hereafter|together|(?:hereinafter )?referred to)\b[^()“"]{0,60}[“"]([^”"]{2,80}?)[,.]?[”"]\)|\b(?:is|are) (?:hereinafter |hereafter )?referred to (?:in|for (?:the )?purposes of|throughout) this \w+ as [“"]?(\p{L}[\p{L}\p{N} -]{0,60}?)[”".,;]/gu;

function elsewhere(provision: FlatProvision, start: number, end: number): DefinitionHead[] {
  const { text = '' } = provision;
  const sentence = text.slice(start, end);
  const heads: DefinitionHead[] = [];
  for (const pattern of [TERM_INSIDE, QUOTED_INSIDE]) {
    for (const { index } of sentence.matchAll(pattern)) {
      if (/(?:[“"”,]|\band|\bor)\s*$/.test(sentence.slice(0, index))) continue; // a member of a list of words
      const head = subjectAt(provision, start + index, end, { before: false, listed: false });
      if (head) heads.push({ ...head, start });
    }
  }
  for (const found of sentence.matchAll(CALLED)) {
    const at = start + found.index;
    heads.push({ names: [(found[1] ?? found[2] ?? '').trim()], start, at, end: at + found[0].length, called: true });
  }
  return heads;
}
