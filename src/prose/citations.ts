/**
 * Finds citations of the CFR in prose, with the same grammar as in legal texts, and the words that name each cited
 * provision.
 */
import { type CfrCitation, formatCitation } from '../model/citation.ts';
import { cfrAt } from '../model/citations/cfr.ts';

/**
 * A citation in a text, and the provision that it names. The offsets are UTF-16 code units, and the end is exclusive.
 */
export interface CitedSpan {
  readonly start: number;
  readonly end: number;
  readonly citation: CfrCitation;
}

/** Where a citation can start: at the number of a title, or at a section sign. */
const START = /(?<![\d.])\d{1,2}\s+C\.?\s?F\.?\s?R\b|§§?/g;
/** No title has this number. A citation that was read in it names no title. */
const NO_TITLE = 0;

/**
 * The citations in a text, in order, without overlaps. A list has a span for each member, and a range has one for each
 * end: "§§ 170.401–170.407" cites two sections.
 *
 * @param titleOf returns the title of a part that is cited without one; if it is undefined, the citation is omitted
 */
export function citationsIn(text: string, titleOf: (part: string) => number | undefined): CitedSpan[] {
  const spans: CitedSpan[] = [];
  let at = 0;
  for (const { index } of text.matchAll(START)) {
    if (index < at) continue;
    const found = cfrAt(text, index, { title: NO_TITLE, part: '', sections: [] });
    if (found === null) continue;
    at = found.end;
    const targets = found.targets.flatMap((target) => ('cfr' in target ? [target.cfr] : []));
    spans.push(...divided(text, found, targets).flatMap((span) => inTitle(span, titleOf)));
  }
  return spans;
}

function inTitle({ citation, ...place }: CitedSpan, titleOf: (part: string) => number | undefined): CitedSpan[] {
  const title = citation.title === NO_TITLE ? titleOf(citation.part ?? '') : citation.title;
  return title === undefined ? [] : [{ ...place, citation: { ...citation, title } }];
}

/** The words of each member of a list, in order. The first one includes the title and the section sign, others their own sign. */
function divided(text: string, place: { start: number; end: number }, targets: readonly CfrCitation[]): CitedSpan[] {
  const [only] = targets;
  if (only && targets.length === 1) return [{ ...place, citation: only }];
  let before = place.start;
  return membersIn(text, place, targets, formatCitation).map(({ start, end, member }) => {
    const sign = /§\s*$/.exec(text.slice(before, start))?.[0].length ?? 0;
    before = end;
    return { start: member === targets[0] ? place.start : start - sign, end, citation: member };
  });
}

/**
 * The positions at which a list of citations names its members, in the order of the members. A member inside a range
 * has no position if the text does not name it.
 *
 * @param place the offsets of the whole list
 * @param citationOf the canonical citation of a member, such as "45 CFR 171.203(d)(1)"
 */
export function membersIn<Member>(
  text: string,
  place: { start: number; end: number },
  members: readonly Member[],
  citationOf: (member: Member) => string,
): { start: number; end: number; member: Member }[] {
  let at = place.start;
  return members.flatMap((member) => {
    for (const name of namesOf(citationOf(member))) {
      const start = text.indexOf(name, at);
      if (start < 0 || start + name.length > place.end) continue;
      at = start + name.length;
      return [{ start, end: at, member }];
    }
    return [];
  });
}

/** A citation as a list may write it, longest first: "171.203(d)(1)", "(d)(1)", "(1)". */
function namesOf(citation: string): string[] {
  const whole = citation.replace(/^\d+ CFR (?:Part )?/, '');
  const steps = whole.split(/(?=\()/).slice(1);
  return [whole, ...steps.map((_, i) => steps.slice(i).join(''))];
}

/**
 * The titles of parts that texts and citations name with their title. A part number that occurs in two titles is
 * omitted because a citation without a title could mean either part.
 */
export function titlesNamed(
  texts: readonly string[],
  cited: readonly CfrCitation[],
): (part: string) => number | undefined {
  const known = new Map<string, number | undefined>();
  const named = texts.flatMap((text) => citationsIn(text, () => undefined).map(({ citation }) => citation));
  for (const { title, part } of [...cited, ...named]) {
    if (part === undefined) continue;
    known.set(part, known.has(part) && known.get(part) !== title ? undefined : title);
  }
  return (part) => known.get(part);
}
