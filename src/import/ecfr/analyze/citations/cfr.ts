import type { CfrCitation } from '../../../../model/citation.ts';
import { rangeOf } from '../../provisions/designators.ts';
import type { CitationContext, FoundCitation } from './context.ts';
import { takeMore, takePath } from './paragraph-list.ts';
import { Scanner, takeList } from './scanner.ts';

const TITLE = /(\d{1,2})\s+(?:C\.\s?F\.\s?R\.|CFR)\s*/y;
const SECTION_SIGN = /(?:§§?|[Ss]ections?|[Ss]ecs?\.)\s*/y;
/** "171.203" but not "7.1.1" or "2.0", which do not follow a section sign or a title. */
const SECTION = /(\d{1,4}[a-z]?)\.(\d{1,5}[a-z]?)(?![\d.]*\.\d)(?![A-Za-z\d])/y;
const PARTS = /[Pp]arts?\s+(?=\d)/y;
const PART = /(\d{1,4}[a-z]?)(?![\d.]*\.\d)(?![A-Za-z\d%])/y;
/** What follows a number that counts something. */
const UNIT = /^\s*(?:days?|hours?|years?|percent|C\.?F\.?R|U\.?S\.?C|FR)\b/;
const SUBPARTS = /[Ss]ubparts?\s+/y;
const SUBPART = /(?:[Ss]ubparts?\s+)?([A-Z]{1,2})(?![A-Za-z\d])/y;
const OF_PART = /,?\s*(?:of|in)\s+(?:(\d{1,2})\s+CFR\s+|title\s+(\d{1,2}),?\s+)?part\s+(\d{1,4}[a-z]?)\b/y;
const OF_TITLE = /,?\s+of\s+title\s+(\d{1,2})\b(?!\s*,?\s*United States Code)/y;
const OF_THIS = /,?\s+of\s+(?:this\s+(?:title|subtitle|chapter|subchapter|part)|title\s+\d+)\b/y;
const COMMA_SUBPART = /,?\s*(?=[Ss]ubparts?\s+[A-Z])/y;
const TITLED_SUBCHAPTER = /[Ss]ubchapter\s+([A-Z]{1,2})(?![A-Za-z])/y;
const SUBCHAPTER =
  /[Ss]ubchapter\s+([A-Z]{1,2})(?![A-Za-z])(?=\s+of\s+(?:this\s+(?:chapter|title|subtitle)|chapter|\d+\s+CFR))/y;

/**
 * Reads a CFR citation that starts here, by section, part, subpart or subchapter, with all members of its list: "45 CFR
 * 164.524(a)(1) and (2)", "§§ 171.201, 171.202, or 171.206", "45 CFR parts 160 and 164", "subpart B or subpart C of this
 * part", "42 CFR part 1003, subpart N". Null when there is none.
 */
export function cfrAt(text: string, at: number, place: CitationContext): FoundCitation | null {
  const scanner = new Scanner(text, at);
  const title = scanner.take(TITLE);
  const number = title ? Number(title[1]) : place.title;
  const targets =
    sections(scanner, number, title !== null, place) ??
    parts(scanner, number, title !== null) ??
    (title
      ? subchapter(scanner, number, TITLED_SUBCHAPTER)
      : (subparts(scanner, { title: number, part: place.part }) ?? subchapter(scanner, number, SUBCHAPTER)));
  return targets && { start: at, end: scanner.at, targets: targets.map((cfr) => ({ cfr })) };
}

function sections(scanner: Scanner, title: number, titled: boolean, place: CitationContext): CfrCitation[] | null {
  return scanner.attempt(() => {
    const sign = scanner.take(SECTION_SIGN)?.[0];
    if (sign === undefined && !titled) return null;
    const first = section(scanner, title);
    if (!first) return null;
    const found = takeList(scanner, first, ({ range }, before) => {
      const signed = scanner.take(SECTION_SIGN) !== null;
      const next = section(scanner, title);
      // "42 CFR 495.4 and § 171.103": a second section sign starts a new citation, in the title of the citing text
      if (signed && sign === undefined && title !== place.title && next?.[0]?.part !== first[0]?.part) return null;
      return next && range ? [...sectionsBetween(before.at(-1), next[0], place), ...next] : next;
    });
    const other = scanner.take(OF_TITLE);
    if (other) return found.map((one) => ({ ...one, title: Number(other[1]) }));
    // "Section 3.29" of a guide is not a section of the CFR; "section 46.102 of this title" is.
    const doubtful =
      !titled && sign?.startsWith('§') === false && found.some(({ part }) => Number.parseInt(part ?? '', 10) < 100);
    return doubtful && !scanner.take(OF_THIS) ? null : found;
  });
}

/** The sections of the part between the ends of a range: "§§ 170.500 through 170.511". */
function sectionsBetween(
  from: CfrCitation | undefined,
  to: CfrCitation | undefined,
  place: CitationContext,
): CfrCitation[] {
  if (!from || !to || from.part !== to.part || from.part !== place.part || from.title !== place.title) return [];
  const [first, last] = [from, to].map(({ section = '' }) => Number.parseInt(section, 10)) as [number, number];
  return place.sections
    .filter((section) => Number.parseInt(section, 10) > first && Number.parseInt(section, 10) < last)
    .map((section) => ({ ...to, section, paragraphs: [] }));
}

/** Reads one section with the paragraphs that follow it: "171.203(a)(1) and (2)". */
function section(scanner: Scanner, title: number): CfrCitation[] | null {
  const [, part, number] = scanner.take(SECTION) ?? [];
  if (part === undefined || number === undefined) return null;
  const path = takePath(scanner);
  const paths = path ? takeMore(scanner, path) : [[]];
  return paths.map((paragraphs) => ({ title, part, section: number, paragraphs }));
}

function parts(scanner: Scanner, title: number, titled: boolean): CfrCitation[] | null {
  return scanner.attempt(() => {
    const at = scanner.at;
    const word = scanner.take(PARTS)?.[0];
    const first = word && scanner.take(PART)?.[1];
    if (word === undefined || !first) return null;
    const numbers = takeList(scanner, [first], ({ range }, before) => {
      scanner.take(/[Pp]arts?\s+/y);
      const number = scanner.take(PART)?.[1];
      // "part 170 and 30 days": a bare number is a part only in a list of parts
      return !number || UNIT.test(scanner.text.slice(scanner.at)) ? null : membersTo(number, range, before);
    });
    if (numbers.length === 1) {
      const inside = scanner.attempt(() => {
        if (!scanner.take(COMMA_SUBPART)) return null;
        const letters = subpartLetters(scanner);
        const other = letters && !titled ? scanner.take(OF_TITLE) : null;
        const home = other ? Number(other[1]) : title;
        return letters?.map((subpart) => ({ title: home, part: first, subpart, paragraphs: [] })) ?? null;
      });
      if (inside) return inside;
    }
    const other = titled ? null : scanner.take(OF_TITLE);
    // "Songs for Harp, Part 1" is a book: within a sentence the CFR writes "part" in lower case.
    const isName = !titled && word.startsWith('P') && /[^\s.)”"—–-]\s*$/.test(scanner.text.slice(0, at));
    if (isName && !other && !scanner.take(OF_THIS)) return null;
    return numbers.map((part) => ({ title: other ? Number(other[1]) : title, part, paragraphs: [] }));
  });
}

function subparts(scanner: Scanner, { title, part }: { title: number; part: string }): CfrCitation[] | null {
  return scanner.attempt(() => {
    const letters = subpartLetters(scanner);
    if (!letters) return null;
    const [, cfr, named, other] = scanner.take(OF_PART) ?? [];
    return letters.map((subpart) => ({
      title: Number(cfr ?? named ?? title),
      part: other ?? part,
      subpart,
      paragraphs: [],
    }));
  });
}

function subpartLetters(scanner: Scanner): string[] | null {
  const first = scanner.take(SUBPARTS) && scanner.take(SUBPART)?.[1];
  if (!first) return null;
  return takeList(scanner, [first], ({ range }, before) => {
    const letter = scanner.take(SUBPART)?.[1];
    return letter === undefined ? null : membersTo(letter, range, before);
  });
}

/** A further member of a list, or all members up to it in a range. */
const membersTo = (member: string, range: boolean, before: readonly string[]): string[] =>
  (range ? rangeOf(before.at(-1) ?? '', member)?.slice(1) : null) ?? [member];

function subchapter(scanner: Scanner, title: number, pattern: RegExp): CfrCitation[] | null {
  const letter = scanner.take(pattern)?.[1];
  return letter === undefined ? null : [{ title, subchapter: letter, paragraphs: [] }];
}
