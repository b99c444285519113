import { type CfrCitation, formatCitation, regulationId } from '../../../model/citation.ts';
import { nameKey, wordsOf } from '../../../search/words.ts';
import type { FlatProvision } from '../provisions/flatten.ts';
import type { TextRange } from '../read/part-text.ts';
import type { CitationTarget, FoundCitation } from './citations/index.ts';

/** A definition as the text gives it. */
export interface LegalDefinition {
  /** The provision that defines. */
  by: FlatProvision;
  /** What is defined: the term, then its abbreviation or second name. */
  names: string[];
  /** Its words, with the list that belongs to it. */
  text: string;
  /** The provision within which it governs. */
  scope: CfrCitation;
  /** Where the words that define stand in the provision's own text: name and verb. */
  quote: TextRange;
  /** Where it defers to another text. */
  references: DefinitionReference[];
}

/** "electronic protected health information as defined in 45 CFR 160.103": which words, where they are defined. */
export interface DefinitionReference {
  /** Canonical. */
  citation: string;
  /** What stands before, as words: it ends with the name of the term meant. Empty: the term itself. */
  as: string;
  /** The words that defer. */
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
/** "(a) Information blocking means a practice": a paragraph that begins with what it defines. */
const BEGINS = /^(?:\(\w{1,5}\)\s*)+(?:[Aa]n?\s+)?(\p{Lu}[\p{L} -]{2,60}?) means\b(?! of\b| to\b| for\b| by\b)/u;
/** "As used in this section, legal action means any one or more of the following—". */
const AS_USED =
  /\b(?:[Aa]s used in|[Ff]or (?:the )?purposes of) this (?:part|subpart|section|paragraph)(?: \(\w+\))*,? (\p{Ll}[\p{L} -]{2,60}?) means\b(?! of\b| to\b| for\b| by\b)/u;

/**
 * The definitions of a section.
 *
 * @param section its provisions in order, itself first
 * @param citationsOf what the text of a provision cites
 * @param around the divisions around it, outermost first
 */
export function definitionsOf(
  section: readonly FlatProvision[],
  citationsOf: (provision: FlatProvision) => readonly FoundCitation[],
  around: readonly FlatProvision[],
): LegalDefinition[] {
  return section.flatMap((by, at): LegalDefinition[] => {
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

/** The citations right before which the text says that something is defined there. */
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

/** What is cited, canonically. */
export const writtenTarget = (target: CitationTarget): string =>
  'cfr' in target ? formatCitation(target.cfr) : target.other;

/** In the words of the definition itself only what cannot mean something else: "as defined in this section" is no scope. */
const OWN_SCOPE =
  /\b(?:for (?:the )?purposes? of|as used in|when used in|applies to .{0,40}as used in) this (title|subtitle|chapter|subchapter|part|subpart|section|paragraph|appendix)\b((?: ?\(\w{1,5}\))*)/i;
const SCOPE =
  /\b(?:for (?:the )?purposes? of|as used in|used in|when used in|appl(?:y|ies) (?:to|in|throughout)|definitions? (?:in|for)|in) this (title|subtitle|chapter|subchapter|part|subpart|section|paragraph|appendix)\b((?: ?\(\w{1,5}\))*)/i;

/**
 * Where a definition governs: as the defining words say; else as the words that announce the definitions say, in a
 * paragraph above or at the head of the section; else the division around a section of definitions, and the section itself
 * for a definition in passing.
 */
function scopeOf(by: FlatProvision, section: readonly FlatProvision[], around: readonly FlatProvision[]): CfrCitation {
  const [head] = section;
  const above = section.filter(({ id }) => by.id.startsWith(`${id}(`)).reverse();
  for (const one of [by, ...above]) {
    const said = (one === by ? OWN_SCOPE : SCOPE).exec(one.text ?? '');
    const scope = said && placed(said[1] ?? '', said[2] ?? '', one, around);
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
  // A part that came alone does not tell its subchapter: then the definition is known to govern the part.
  return (division ?? around.find((one) => one.level === 'PART'))?.citation ?? null;
}

const sectionOf = ({ citation }: FlatProvision): CfrCitation => ({ ...citation, paragraphs: [] });

/** The id of the provision within which a definition governs. */
export const scopeIdOf = ({ scope }: LegalDefinition): string => regulationId(scope);
