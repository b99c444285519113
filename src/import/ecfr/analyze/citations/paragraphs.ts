import type { CfrCitation } from '../../../../model/citation.ts';
import { CFR, SECTION, sectionIn } from '../../../../model/citations/numbers.ts';
import { takeMore, takePath } from '../../../../model/citations/paragraph-list.ts';
import { Scanner } from '../../../../model/citations/scanner.ts';
import { type CitationContext, definitionAround, type FoundCitation } from './context.ts';
import { definitionNamed } from './definition.ts';

const WORD = /(?:this\s+|that\s+)?(?:[Ss]ub)?[Pp]aragraphs?\s+(?=\()/y;
const OF_THIS_SECTION = /,?\s+(?:above\s+)?(?:of|in)\s+this\s+section\b/y;
const OF_DEFINITION = /\s+of\s+(?:this|that)\s+definition\b/y;
const OF_DEFINITION_OF = /\s+(?:of|in)\s+the\s+definition\s+of\s+(?:the\s+term\s+)?[“"]?/y;
const OF_SECTION = new RegExp(String.raw`\s+(?:of|in)\s+(?:(\d{1,2})\s+${CFR}\s*§?|§|[Ss]ection)\s*${SECTION}`, 'y');
/** "paragraph (b) of the lease", "of 35 U.S.C. 282": a paragraph of something that is not a section. */
const OF_ANOTHER =
  /\s+of\s+(?:the|its|their|an?|that|such)\s+(?!section\b|definitions?\b|term\b)[a-z]|\s+of\s+(?:\d{1,2}\s+U\.?\s?S\.?\s?C|[Ss]ections?\s+\d+[A-Za-z]*(?:-\d+)?(?:\(\w+\))*\s+of\s)/y;
const CERTIFIED = /(?<=\b(?:to|in|under|of|with|by|referenced)\s)(?=\([a-z]{1,2}\)\s?\(\d)/y;

/**
 * Parses a citation of paragraphs that starts here, such as "paragraphs (a) through (c) of this section", "this
 * paragraph (d)", "paragraph (4) of this definition", or "paragraph (b)(1) of § 170.315". The default section is that
 * of the citing text.
 */
export function paragraphsAt(text: string, at: number, place: CitationContext): FoundCitation | null {
  if (place.section === undefined) return null;
  const scanner = new Scanner(text, at);
  const worded = scanner.take(WORD) !== null;
  if (!worded && !scanner.take(CERTIFIED)) return null;
  const first = takePath(scanner);
  if (!first) return null;
  const afterFirst = scanner.at;
  const home: CfrCitation = { title: place.title, part: place.part, section: place.section, paragraphs: [] };
  const around = definitionAround(place);
  const inDefinition = around !== null && /^\d/.test(first[0] ?? '');

  const members = (fixed: readonly string[]) => {
    scanner.at = afterFirst;
    return takeMore(scanner, [...fixed, ...first], { fixed: fixed.length, worded: true });
  };
  const cited = (base: CfrCitation, paths: string[][]): FoundCitation => ({
    start: at,
    end: scanner.at,
    targets: paths.map((paragraphs) => ({ cfr: { ...base, paragraphs } })),
  });

  const plain = members([]);
  const end = scanner.at;
  if (scanner.take(OF_THIS_SECTION)) return cited(home, plain);
  const there = scanner.take(OF_SECTION);
  if (there?.groups) return cited({ ...home, ...sectionIn(there, home.title) }, plain);
  if (!worded && first.length < 3) return null;
  if (scanner.take(OF_DEFINITION_OF)) {
    const rest = text.slice(scanner.at);
    const named = definitionNamed(rest, place);
    if (!named) return elsewhere(rest, plain, at, end);
    const stop = scanner.at + named.length;
    const paths = members([named.name]);
    scanner.at = stop;
    return cited(named.section, paths);
  }
  if (scanner.take(OF_ANOTHER)) return null;
  if (around && (inDefinition || scanner.take(OF_DEFINITION))) {
    const paths = members(around);
    scanner.take(OF_DEFINITION);
    return cited(home, paths);
  }
  scanner.at = end;
  return cited(home, plain);
}

/** A citation of a definition that the part does not have: its target is words. */
function elsewhere(text: string, paths: readonly string[][], start: number, end: number): FoundCitation {
  const name =
    /^[\p{L} -]{2,60}?(?=[,.;:”"(]|\s+(?:in|as|at|under|and|or|that|which|shall|pursuant)\b|$)/u.exec(text)?.[0] ?? '';
  const targets = paths.map((path) => ({
    other: `definition of ${name.trim()}, paragraph ${path.map((step) => `(${step})`).join('')}`,
  }));
  return { start, end, targets };
}
