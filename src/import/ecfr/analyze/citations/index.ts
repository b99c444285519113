import { cfrAt } from '../../../../model/citations/cfr.ts';
import { asidesIn } from '../../../../model/citations/scanner.ts';
import { statuteAt } from '../../../../model/citations/statutes.ts';
import type { CitationContext, FoundCitation } from './context.ts';
import { definitionAt } from './definition.ts';
import { paragraphsAt } from './paragraphs.ts';

export type { CitationContext, CitationTarget, FoundCitation } from './context.ts';

/** Where a citation can start: a number before CFR, U.S.C. or FR, a section sign, a word, or a bracket. */
const BEGINNINGS =
  /\d{1,3}\s+(?:C\.|CFR|U\.|USC|FR|Fed|Stat\.)|§|\b(?:[Ss]ec(?:tion)?s?\b|(?:this\s+|that\s+)?(?:[Ss]ub)?[Pp]aragraphs?\s+\(|[Ss]ubsections?\s+\(|[Cc]lauses?\s+\(|[Ss]ub(?:part|chapter)s?\s|[Aa]ppendi(?:x|ces)\s|[Pp]arts?\s+\d|[Pp]art\s+[A-Z]\s+of\s+title|[Cc]hapters?\s+\d|[Tt]itles?\s+[IVX]|Pub(?:lic|\.)\s+L|Executive\s+Order|E\.O\.\s|definition\s+of|[A-Z][\w’'-]*(?=,?\s)|[A-Z]{3,8}\b|Act\b|Code\b)|(?<=\b(?:to|in|under|of|with|by|referenced)\s)\(/g;

/**
 * Finds every citation in the text of a provision, in order: internal and external citations, with each member of lists
 * and ranges. Bare references to the provision's own location ("this section", "this part") are not citations. Offsets
 * are UTF-16 code units.
 */
export function findCitations(text: string, place: CitationContext): FoundCitation[] {
  const found: FoundCitation[] = [];
  let from = ownDesignators(text);
  for (const { index } of text.matchAll(BEGINNINGS)) {
    if (index < from) continue;
    const cited =
      cfrAt(text, index, place) ??
      paragraphsAt(text, index, place) ??
      definitionAt(text, index, place) ??
      statuteAt(text, index, place.acts);
    if (!cited) continue;
    found.push(cited, ...insideAsides(text, cited, place));
    from = cited.end;
  }
  return found;
}

/** The citations inside the asides of a list: "(b)(1) (as read with paragraph (d)) or (b)(3)". */
function insideAsides(text: string, { start, end }: FoundCitation, place: CitationContext): FoundCitation[] {
  return asidesIn(text, start, end).flatMap(({ at, inside }) =>
    findCitations(inside, place).map((cited) => ({ ...cited, start: at + cited.start, end: at + cited.end })),
  );
}

/** The end of the provision's own designator: "(a)" at its start cites nothing. */
const ownDesignators = (text: string) => /^(?:\s*\(\w{1,5}\))*/.exec(text)?.[0].length ?? 0;
