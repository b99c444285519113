import { type CfrCitation, formatCitation, regulationId } from '../../../model/citation.ts';
import { nameKey, wordsOf } from '../../../search/words.ts';
import type { FlatProvision } from '../provisions/flatten.ts';
import type { TextRange } from '../read/part-text.ts';
import type { CitationTarget, FoundCitation } from './citations/index.ts';

/** A definition in the text. */
export interface ParsedDefinition {
  /** The provision that contains the definition. */
  by: FlatProvision;
  /** The defined names: the term, then its abbreviation or second name. */
  names: string[];
  /** The defining text, with the list that belongs to it. */
  text: string;
  /** The provision in which the definition applies. */
  scope: CfrCitation;
  /** The range of the defining words, name and verb, in the provision's own text. */
  quote: TextRange;
  /** Other texts that the definition refers to. */
  references: DefinitionReference[];
}

/** A reference to another definition: "electronic protected health information as defined in 45 CFR 160.103". */
export interface DefinitionReference {
  /** The canonical citation. */
  citation: string;
  /** The words before the reference, which end with the name of the referenced term. Empty for the term itself. */
  as: string;
  /** The referring words. */
  quote: string;
}

const QUOTED = '[“"]([^”"]{2,120}?),?[”"]';
/** "The term individual as used in this section means", "For purposes of this section, “patient” means". */
const VERB = '(?:means?\\b|(?:has|have) the (?:same )?meanings?\\b|(?:is|are) defined\\b|refers? to\\b|includes?\\b)';
const NAMED_VERB = new RegExp(`${VERB.slice(0, -1)}|is\\b|are\\b|stands for\\b|encompass(?:es)?\\b)`);
const THE_TERM = new RegExp(
  String.raw`\b[Tt]he terms? (?:${QUOTED}|(\p{L}[\p{L}\p{N} -]{1,80}?)),?(?: (?:as used|when used)[^.]{0,60}?,?)? ${VERB}`,
  'u',
);
const QUOTED_MEANS = new RegExp(String.raw`${QUOTED},? (?:(?:as used|when used)[^.]{0,60}?,? )?means\b`);
/** "(a) Information blocking means a practice": a paragraph that starts with the term it defines. */
const BEGINS = /^(?:\(\w{1,5}\)\s*)+(?:[Aa]n?\s+)?(\p{Lu}[\p{L} -]{2,60}?) means\b(?! of\b| to\b| for\b| by\b)/u;
/** "As used in this section, legal action means any one or more of the following—". */
const AS_USED =
  /\b(?:[Aa]s used in|[Ff]or (?:the )?purposes of) this (?:part|subpart|section|paragraph)(?: \(\w+\))*,? (\p{Ll}[\p{L} -]{2,60}?) means\b(?! of\b| to\b| for\b| by\b)/u;

/**
 * The definitions of a section.
 *
 * @param section its provisions in order, the section first
 * @param citationsOf the citations in the text of a provision
 * @param around the divisions around it, outermost first
 */
export function definitionsOf(
  section: readonly FlatProvision[],
  citationsOf: (provision: FlatProvision) => readonly FoundCitation[],
  around: readonly FlatProvision[],
): ParsedDefinition[] {
  return section.flatMap((by, at): ParsedDefinition[] => {
    const found = namesIn(by);
    if (!found) return [];
    const below = section.slice(at + 1).filter(({ id }) => id.startsWith(`${by.id}(`));
    const text = [by, ...below].map(({ lead, text: own = '' }, i) => (i === 0 ? own : lead + own)).join('');
    const references = [by, ...below].flatMap((one) =>
      referencesIn(one.text ?? '', citationsOf(one), by === one ? found.names : []),
    );
    return [{ by, names: found.names, quote: found.quote, text, scope: scopeOf(by, section, around), references }];
  });
}

function namesIn({ names, text = '', italics }: FlatProvision): { names: string[]; quote: TextRange } | null {
  if (names) {
    const end = Math.max(0, ...italics.slice(0, names.length).map(([, to]) => to));
    const verb = NAMED_VERB.exec(text.slice(end, end + 200));
    return { names, quote: [0, verb ? end + verb.index + verb[0].length : Math.max(end, 1)] };
  }
  for (const pattern of [THE_TERM, QUOTED_MEANS, BEGINS, AS_USED]) {
    const found = pattern.exec(text);
    const name = found?.[1] ?? found?.[2];
    if (found && name !== undefined)
      return { names: [name.trim()], quote: [found.index, found.index + found[0].length] };
  }
  return null;
}

const DEFERS =
  /(?:\b(?:is|are|as)\s+(?:(?:that|such|this|these|those|the)\s+terms?\s+(?:is|are)\s+)?(?:used or )?defined(?:\s+as\s+(?:it|they)\s+(?:is|are))?\s+(?:in|by|at|under)|\b(?:has|have)\s+the\s+(?:same\s+)?meanings?\s+(?:given|assigned|set forth|as)?[^.;:§]{0,120}?\b(?:in|by|at|under)|\b(?:has|have)\s+the\s+meanings?\s+given\b[^.;:§]{0,60}?\b(?:in|by|at|under))\s*(?:paragraphs?\s+)?$/i;

/** The citations that follow words such as "as defined in". */
function referencesIn(
  text: string,
  citations: readonly FoundCitation[],
  names: readonly string[],
): DefinitionReference[] {
  return citations.flatMap(({ start, end, targets }): DefinitionReference[] => {
    const found = DEFERS.exec(text.slice(0, start));
    if (!found) return [];
    const before = text
      .slice(0, found.index)
      .trimEnd()
      .replace(/[(,“”"‘’]+$/g, '')
      .trimEnd();
    const own = names.length > 0 && names.some((name) => nameKey(before.replace(/\)$/, '')).endsWith(nameKey(name)));
    return targets.map((target) => ({
      citation: writtenTarget(target),
      as: own ? '' : wordsOf(before.slice(-150)).join(' '),
      quote: text.slice(found.index, end),
    }));
  });
}

/** The canonical form of a citation target. */
export const writtenTarget = (target: CitationTarget): string =>
  'cfr' in target ? formatCitation(target.cfr) : target.other;

/** In the defining words, only phrases with one meaning: "as defined in this section" is not a scope. */
const OWN_SCOPE =
  /\b(?:for (?:the )?purposes? of|as used in|when used in|applies to .{0,40}as used in) this (title|subtitle|chapter|subchapter|part|subpart|section|paragraph|appendix)\b((?: ?\(\w{1,5}\))*)/i;
const SCOPE =
  /\b(?:for (?:the )?purposes? of|as used in|used in|when used in|appl(?:y|ies) (?:to|in|throughout)|definitions? (?:in|for)|in) this (title|subtitle|chapter|subchapter|part|subpart|section|paragraph|appendix)\b((?: ?\(\w{1,5}\))*)/i;

/**
 * The provision in which a definition applies: the one that the defining words name; else the one that the words
 * announcing the definitions name, in a paragraph above or at the head of the section. Else it is the division around a
 * section of definitions, or the section itself for a definition in passing.
 */
function scopeOf(by: FlatProvision, section: readonly FlatProvision[], around: readonly FlatProvision[]): CfrCitation {
  const [head] = section;
  const above = section.filter(({ id }) => by.id.startsWith(`${id}(`)).reverse();
  for (const one of [by, ...above]) {
    const phrase = (one === by ? OWN_SCOPE : SCOPE).exec(one.text ?? '');
    const scope = phrase && placed(phrase[1] ?? '', phrase[2] ?? '', one, around);
    if (scope) return scope;
    if (one !== by && one.level === 'PARAGRAPH' && /\bdefinitions?\b/i.test(one.heading ?? '')) return sectionOf(by);
  }
  const isDefinitions = /\bdefinitions?\b/i.test(head?.heading ?? '');
  const division = around.at(-1);
  return isDefinitions && division ? division.citation : sectionOf(by);
}

function placed(word: string, path: string, at: FlatProvision, around: readonly FlatProvision[]): CfrCitation | null {
  const level = word.toLowerCase();
  if (level === 'section' || level === 'appendix') return sectionOf(at);
  if (level === 'paragraph') {
    const named = [...path.matchAll(/\((\w+)\)/g)].map(([, step]) => step ?? '');
    return named.length > 0 ? { ...sectionOf(at), paragraphs: named } : at.citation;
  }
  const division = around.find((one) => one.level.toLowerCase() === level);
  // A part that was imported alone does not state its subchapter: the definition then applies to the part.
  return (division ?? around.find((one) => one.level === 'PART'))?.citation ?? null;
}

const sectionOf = ({ citation }: FlatProvision): CfrCitation => ({ ...citation, paragraphs: [] });

/** The id of the provision in which a definition applies. */
export const scopeIdOf = ({ scope }: ParsedDefinition): string => regulationId(scope);
