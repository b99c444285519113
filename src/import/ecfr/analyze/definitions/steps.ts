import { type CfrCitation, formatCitation } from '../../../../model/citation.ts';
import type { StepRole } from '../../../../model/definition.ts';
import { nameKey, wordsOf } from '../../../../search/words.ts';
import type { FlatProvision } from '../../provisions/flatten.ts';
import type { CitationTarget, FoundCitation } from '../citations/index.ts';
import type { DefinitionReference } from './types.ts';

/** The canonical form of a citation target. */
export const writtenTarget = (target: CitationTarget): string =>
  'cfr' in target ? formatCitation(target.cfr) : target.other;

/** A text that belongs to a definition. */
export interface DefiningText {
  provision: FlatProvision;
  /** The range of the text that belongs to the definition. */
  from: number;
  to: number;
  /** Where the definition states what the name means. Null in the paragraphs of its list. */
  body: number | null;
  /** Whether the words above this list exclude its members, as in "does not include:". */
  excluded: boolean;
}

const MEANING = String.raw`(?:the|its|their) (?:same )?(?:respective )?meanings?\b[^.;:§]{0,120}?`;
const DEFINED = String.raw`(?:(?:(?:that|such|this|these|those|the)\s+)?(?:same\s+)?(?:terms?|words?|phrases?)\s+(?:is|are)\s+|(?:it|they)\s+(?:is|are)\s+)?(?:used or |currently )?(?:defined|specified)(?:\s+as\s+(?:it|they)\s+(?:is|are))?(?:\s+for (?:the )?purposes? of [^.;:§]{0,80}?)?`;
/** The words before a citation that refer to a definition. */
const REFERS = new RegExp(
  String.raw`(?:(?:\b(?:is|are|as|and)\s+|\(|,\s*)${DEFINED}\s+(?:in|by|at|under|pursuant to)|(?:\b(?:has|have)\s+|^\s*(?:has|have)?\s*)?\b${MEANING}\b(?:in|by|at|under|as)|\bmeets? the definition of [^.;:§]{0,80}? (?:in|at|under))\s*(?:paragraphs?\s+)?$`,
  'i',
);
/** "*Federally assisted*—see § 2.12(b)" */
const SEE = /^[\s.:—–,(-]*see\s+(?:the definition[^.;]{0,60}?\s(?:in|at|under)\s*)?$/i;
/** "as defined in this section": a reference, though no citation. */
const TO_HERE =
  /(?:\b(?:is|are|as)\s+(?:(?:that|such|this|these|those|the)\s+terms?\s+(?:is|are)\s+)?(?:defined|specified)\s+in|\bdefined\s+(?:elsewhere\s+)?in|\bmeanings?\s+(?:given|assigned|set forth)\b[^.;:§]{0,60}?\bin)\s+this\s+(section|subpart|part)\b/gi;
/** Words that leave out what follows. */
const LEAVES_OUT =
  /\b(?:(?:does|do|shall|will|is|are|may) not (?:include|mean|constitute|cover|extend to|apply to)|excluding|excludes?|other than|except(?:ing)?(?: for)?|not including)\b[^,;.]*$/i;
/** Words above a list that exclude its members. */
export const LEAVES_LIST_OUT =
  /\b(?:(?:does|do|shall|will|is|are) not (?:include|mean|constitute|cover)|excludes?|excluding|except(?: for)?|other than)\b[^,.;]{0,60}[:—–-]\s*$/i;

/** The surroundings of a definition's texts that determine where its references lead. */
export interface StepContext {
  names: readonly string[];
  citationsOf: (provision: FlatProvision) => readonly FoundCitation[];
  around: readonly FlatProvision[];
}

/** The references in a definition to other definitions, in text order. */
export function referencesOf(texts: readonly DefiningText[], context: StepContext): DefinitionReference[] {
  return texts.flatMap((one) => referencesIn(one, context));
}

interface Site {
  start: number;
  end: number;
  /** The start of the referring words. */
  words: number;
  targets: string[];
}

function referencesIn(one: DefiningText, { names, citationsOf, around }: StepContext): DefinitionReference[] {
  const { provision, from, to, body, excluded } = one;
  const { text = '' } = provision;
  const sites = [...cited(text, one, citationsOf(provision)), ...selves(provision, from, to, around)];
  return sites
    .sort((a, b) => a.start - b.start)
    .flatMap(({ end, words, targets }) => {
      const clause = clauseBefore(text, Math.max(from, body ?? from), words);
      const before = trimmed(text.slice(from, words));
      const referring = text.slice(words, end);
      const other =
        /\bmeanings? (?:as|of) (?:the terms? )?[“"]?([\p{L}][\p{L} -]{1,60}?)[”"]? (?:in|by|at|under|as)\b/u.exec(
          referring,
        )?.[1];
      const predicate =
        body !== null && words <= body + 2 && /meaning|defined|see/i.test(text.slice(Math.max(0, words - 40), end));
      const last = /^[\s).,;]*(?:$|\n|[.;] )/.test(text.slice(end, to));
      const again = body === null ? null : ownAgain(text.slice(body, words), names, last);
      const own = again !== null || names.some((name) => nameKey(before.replace(/\)$/, '')).endsWith(nameKey(name)));
      const isAside = body !== null && end <= body; // "X (as defined in § 5) means": its own words follow
      const defers = !isAside && body !== null && (predicate || own);
      const role: StepRole = excluded || LEAVES_OUT.test(clause) ? 'EXCLUDES' : defers ? 'DEFERS' : 'BORROWS';
      const named = other ?? again ?? '';
      const meant = names.some((name) => nameKey(name) === nameKey(named)) ? '' : named;
      const as = role === 'DEFERS' ? meant : own ? '' : before.slice(-150);
      return targets.map((citation) => ({ citation, role, as: wordsOf(as).join(' '), quote: referring }));
    });
}

const trimmed = (text: string) => text.trimEnd().replace(/[(,“”"‘’\s]+$/g, '');

/** The words between the last sentence end and a place. */
function clauseBefore(text: string, from: number, at: number): string {
  const words = text.slice(from, at);
  return words.slice(words.search(/[^.;:]*$/));
}

/**
 * The end of the own name, which a definition repeats: "HIPAA-covered entity means a covered entity under the Act, as defined
 * in". Null when the definition uses other words.
 *
 * @param isAll whether the reference ends the definition, so that a part of the name is enough
 */
function ownAgain(body: string, names: readonly string[], isAll: boolean): string | null {
  const [, said] = /^[\s,:]*(?:(?:an?|the) )?[“"]?([^,(“”"]{3,80}?)[”"]?(?: under |,| \(| as |$)/i.exec(body) ?? [];
  if (said === undefined || /\b(?:that|which|who|to the extent)\b/.test(body)) return null;
  const key = nameKey(said.trim());
  return names.some((name) => nameKey(name) === key || (isAll && key.includes(' ') && nameKey(name).endsWith(key)))
    ? said.trim()
    : null;
}

/** The citations to which the text refers for a definition, with the others of the same list. */
function cited(text: string, { from, to, body }: DefiningText, citations: readonly FoundCitation[]): Site[] {
  const sites: Site[] = [];
  let last: { end: number; site: Site } | null = null;
  for (const { start, end, targets } of citations) {
    if (start < from || start >= to) continue;
    const gap = last ? text.slice(last.end, start) : '';
    const written = targets.map(writtenTarget);
    if (last && isParallel(gap, written, last.site.targets)) {
      // The place in the United States Code stands for the section of the act.
      last.site.targets = written;
      last.site.end = end;
      last.end = end;
      continue;
    }
    const found = REFERS.exec(text.slice(from, start));
    const seen = body !== null && SEE.test(text.slice(body, start)) ? body : null;
    if (found || seen !== null) {
      const words = found ? from + found.index + (/^[,(\s]*/.exec(found[0])?.[0].length ?? 0) : (seen ?? start);
      const site: Site = { start, end, words, targets: written };
      sites.push(site);
      last = { end, site };
    } else if (last && /^,? (?:and|or) (?:(?:its |the )?(?:implementing )?regulations (?:in|at|under) )?$/.test(gap)) {
      const site: Site = { ...last.site, start, end, targets: written };
      sites.push(site);
      last = { end, site };
    } else last = null;
  }
  return sites;
}

/** "section 3(1) of the Act (the Act), 42 U.S.C. 300": two citations of one place. */
const isParallel = (gap: string, now: readonly string[], before: readonly string[]) =>
  /^(?: \([^()]*\))?,? ?\(?$/.test(gap) &&
  now.some((one) => /U\.S\.C\./.test(one)) &&
  before.every((one) => !/ (?:CFR|U\.S\.C\.) /.test(one));

/** "as defined in this section" */
function selves(
  { text = '', citation }: FlatProvision,
  from: number,
  to: number,
  around: readonly FlatProvision[],
): Site[] {
  return [...text.slice(from, to).matchAll(TO_HERE)].flatMap(({ 0: words, 1: level = '', index }): Site[] => {
    const division = around.findLast((one) => one.level === level.toUpperCase())?.citation;
    const place: CfrCitation | undefined =
      level.toLowerCase() === 'section' ? { ...citation, paragraphs: [] } : division;
    const start = from + index;
    if (!place) return [];
    return [{ start, end: start + words.length, words: start, targets: [formatCitation(place)] }];
  });
}
