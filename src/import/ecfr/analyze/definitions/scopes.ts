import type { CfrCitation } from '../../../../model/citation.ts';
import { defined } from '../../../../model/defined.ts';
import { REGULATION_LEVELS, type RegulationLevel } from '../../../../model/kinds.ts';
import type { FlatProvision } from '../../provisions/flatten.ts';
import type { CitationTarget, FoundCitation } from '../citations/index.ts';
import type { DefinitionHead } from './types.ts';

/** The location of a definition's provision, and the citations in its texts. */
export interface ScopeContext {
  /** The provisions of the section in order, beginning with the section itself. */
  section: readonly FlatProvision[];
  /** The divisions around the section, outermost first. */
  around: readonly FlatProvision[];
  /** The levels around the section for which it is not known whether a division exists, or which one. */
  unknown: ReadonlySet<RegulationLevel>;
  citationsOf: (provision: FlatProvision) => readonly FoundCitation[];
}

/** Where a definition applies. */
export interface DefinitionScopes {
  /** The known provisions in which the definition applies. */
  scopes: CfrCitation[];
  /**
   * The level of the division in the definition's scope, such as "this subchapter", if it is not known which division
   * that is.
   */
  awaits?: RegulationLevel | undefined;
}

const PLACE =
  /(?:(?:[a-z]+ ){0,4}(?:under|in|of) )?this (title|subtitle|chapter|subchapter|part|subpart|section|paragraph|appendix)\b((?: ?\(\w{1,5}\))*)/iy;
/** In the defining words, only phrases with one meaning: "as defined in this section" is not a scope. */
const OWN =
  /\b(?:for (?:the )?purposes? of|(?:as|when) used in|applies to .{0,40}as used in|referred to in|is defined in|^in) /gi;
/** In the words that announce definitions. */
const ANNOUNCING = /\b(?:for (?:the )?purposes? of|(?:as|when)? ?used in|appl(?:y|ies) (?:to|in|throughout|for)) /gi;
const TITLED = /\b(?:definitions?|terms?) (?:in|for|of) |^in /gi;

/**
 * Finds the provisions in which a definition applies. If the defining words name provisions, those are the scope.
 * Otherwise, the scope comes from the words that introduce the definitions, in a paragraph above or at the beginning of
 * the section. If there are no such words, a section of definitions applies to the enclosing division, and any other
 * definition applies to its section.
 */
export function scopesOf(by: FlatProvision, head: DefinitionHead, context: ScopeContext): DefinitionScopes {
  const { section, around } = context;
  const own = placesIn(by, OWN, {
    ...context,
    from: head.start,
    to: head.end,
    alone: head.at === startOf(by) || head.start === startOf(by),
  });
  if (own) return own;
  const above = section.filter(({ id }) => by.id.startsWith(`${id}(`)).reverse();
  for (const one of above) {
    const whole = { ...context, from: 0, to: (one.text ?? '').length, alone: false };
    for (const phrases of [ANNOUNCING, TITLED]) {
      const announced = placesIn(one, phrases, whole);
      if (announced) return announced;
    }
    if (one.level === 'PARAGRAPH' && /\bdefinitions?\b/i.test(one.heading ?? '')) return { scopes: [sectionOf(by)] };
  }
  const isDefinitions = /\bdefinitions?\b|\bmeanings? of (?:terms|words)\b/i.test(section[0]?.heading ?? '');
  const division = around.at(-1);
  return { scopes: [isDefinitions && division ? division.citation : sectionOf(by)] };
}

/** Where the words of a provision begin, after its designators. */
const startOf = ({ text = '' }: FlatProvision) => /^\s*(?:\([A-Za-z0-9]{1,5}\)\s*)*/.exec(text)?.[0].length ?? 0;

interface Range {
  from: number;
  to: number;
  /** Whether the paragraph contains nothing but the definition. */
  alone: boolean;
}

function placesIn(one: FlatProvision, phrases: RegExp, context: ScopeContext & Range): DefinitionScopes | null {
  const { text = '' } = one;
  const words = text.slice(context.from, context.to);
  for (const { 0: phrase, index } of words.matchAll(phrases)) {
    const at = context.from + index + phrase.length;
    const cited = context.citationsOf(one).find(({ start, end }) => start <= at && end > at && start >= at - 4);
    const targets = cited?.targets.flatMap((target: CitationTarget) => ('cfr' in target ? [target.cfr] : [])) ?? [];
    if (targets.length > 0) return { scopes: targets };
    PLACE.lastIndex = at;
    const place = PLACE.exec(text);
    const scope = place && placed(place[1] ?? '', place[2] ?? '', one, context);
    if (scope) return scope;
  }
  return null;
}

function placed(word: string, path: string, at: FlatProvision, context: ScopeContext & Range): DefinitionScopes | null {
  const level = word.toUpperCase();
  if (level === 'SECTION' || level === 'APPENDIX') return { scopes: [sectionOf(at)] };
  if (level === 'PARAGRAPH') return { scopes: [paragraphOf(path, at, context)] };
  const { around, unknown } = context;
  const division = around.find((one) => one.level === level);
  if (division) return { scopes: [division.citation] };
  const awaits = REGULATION_LEVELS.find((one) => one === level && unknown.has(one));
  // What is not known yet lies around the part, or within it: the definition certainly applies to the part, or to its section.
  if (awaits === 'SUBPART') return { scopes: [sectionOf(at)], awaits };
  const part = around.find((one) => one.level === 'PART');
  return part ? { scopes: [part.citation], ...defined({ awaits }) } : null;
}

function paragraphOf(path: string, at: FlatProvision, { alone }: Range): CfrCitation {
  const named = [...path.matchAll(/\((\w+)\)/g)].map(([, step]) => step ?? '');
  if (named.length > 0) return { ...sectionOf(at), paragraphs: named };
  // A paragraph that does nothing but define a word defines it for the paragraph around it.
  return alone && at.citation.paragraphs.length > 1
    ? { ...at.citation, paragraphs: at.citation.paragraphs.slice(0, -1) }
    : at.citation;
}

const sectionOf = ({ citation }: FlatProvision): CfrCitation => ({ ...citation, paragraphs: [] });
