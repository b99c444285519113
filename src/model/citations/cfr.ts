/** Parses citations of the CFR by section. The parser of divisions handles all others. */
import type { CfrCitation } from '../citation.ts';
import { divisionsAt, OF_THIS, OF_TITLE } from './divisions.ts';
import { type CfrTargets, type CitedRange, type CitingPlace, type FoundCitation, movedTo } from './found.ts';
import { CFR, plainHyphens, SECTION } from './numbers.ts';
import { takeMore, takePath } from './paragraph-list.ts';
import { Scanner, takeList } from './scanner.ts';

const TITLE = new RegExp(String.raw`(\d{1,2})\s+${CFR}\s*`, 'y');
const SECTION_SIGN = /(?:§§?|[Ss]ections?|[Ss]ecs?\.)\s*/y;
/** "171.203" but not "7.1.1" or "2.0", which do not follow a section sign or a title. */
const NUMBER = new RegExp(SECTION, 'y');

/**
 * Parses a CFR citation that starts here: by section, part, subpart, appendix, or subchapter, with all members of its
 * list. Examples are "45 CFR 164.524(a)(1) and (2)", "§§ 171.201, 171.202, or 171.206", "45 CFR parts 160 and 164,
 * subparts A and E", "subpart B or subpart C of this part", and "appendix A to part 482". Returns null if there is no
 * citation.
 *
 * @param sure whether the text is known to be a citation, such as a search query; "171.203" and "section 2.11" are then
 * sufficient
 */
export function cfrAt(
  text: string,
  at: number,
  place: CitingPlace,
  { sure = false }: { sure?: boolean } = {},
): FoundCitation | null {
  const scanner = new Scanner(text, at);
  const title = scanner.take(TITLE);
  const number = title ? Number(title[1]) : place.title;
  const known = { ...place, sure };
  const found =
    sections(scanner, number, title !== null, known) ??
    divisionsAt(scanner, { ...known, number, titled: title !== null });
  if (!found) return null;
  const { targets, ranges } = found;
  return {
    start: at,
    end: scanner.at,
    targets: targets.map((cfr) => ({ cfr })),
    ...(ranges.length > 0 && { ranges }),
  };
}

type SurePlace = CitingPlace & { sure: boolean };

function sections(scanner: Scanner, title: number, titled: boolean, place: SurePlace): CfrTargets | null {
  return scanner.attempt(() => {
    const sign = scanner.take(SECTION_SIGN)?.[0];
    if (sign === undefined && !titled && !place.sure) return null;
    const ranges: CitedRange[] = [];
    const between = (from: CfrCitation | undefined, to: CfrCitation | undefined): CfrCitation[] => {
      if (from === undefined || to === undefined || from.part !== to.part) return [];
      if (from.part === place.part && from.title === place.title) return sectionsBetween(from, to, place.sections);
      ranges.push({ from: sectionOf(from), to: sectionOf(to) });
      return [];
    };
    const plural = /§§|ns|cs/.test(sign ?? '');
    const next = () => {
      const read = section(scanner, title);
      const ends = plural && read?.length === 1 ? endsOf(read[0], place) : null;
      return ends ? [ends[0], ...between(...ends), ends[1]] : read;
    };
    const first = next();
    if (!first) return null;
    const found = takeList(scanner, first, ({ range }, before) => {
      const signed = scanner.take(SECTION_SIGN) !== null;
      const more = next();
      // "42 CFR 495.4 and § 171.103": a second section sign starts a new citation, in the title of the citing text
      if (signed && sign === undefined && title !== place.title && more?.[0]?.part !== first[0]?.part) return null;
      return more && range ? [...between(before.at(-1), more[0]), ...more] : more;
    });
    const other = scanner.take(OF_TITLE);
    if (other) return movedTo(Number(other[1]), { targets: found, ranges });
    // "Section 3.29" of a guide is not a section of the CFR; "section 46.102 of this title" is.
    const doubtful =
      !titled &&
      !place.sure &&
      sign?.startsWith('§') === false &&
      found.some(({ part }) => Number.parseInt(part ?? '', 10) < 100 && part !== place.part);
    return doubtful && !scanner.take(OF_THIS) ? null : { targets: found, ranges };
  });
}

const sectionOf = (citation: CfrCitation): CfrCitation => ({ ...citation, paragraphs: [] });

/** The sections of the part between the ends of a range: "§§ 170.500 through 170.511". */
function sectionsBetween(from: CfrCitation, to: CfrCitation, known: readonly string[]): CfrCitation[] {
  const [first, last] = [known.indexOf(from.section ?? ''), known.indexOf(to.section ?? '')];
  const inOrder =
    first >= 0 && last >= 0 ? known.slice(first + 1, Math.max(first + 1, last)) : byNumber(from, to, known);
  return inOrder.map((section) => ({ ...to, section, paragraphs: [] }));
}

const byNumber = ({ section: from = '' }: CfrCitation, { section: to = '' }: CfrCitation, known: readonly string[]) =>
  known.filter(
    (one) => Number.parseInt(one, 10) > Number.parseInt(from, 10) && Number.parseInt(one, 10) < Number.parseInt(to, 10),
  );

/** Reads one section with the paragraphs that follow it: "171.203(a)(1) and (2)". */
function section(scanner: Scanner, title: number): CfrCitation[] | null {
  const { part, section: number } = scanner.take(NUMBER)?.groups ?? {};
  if (part === undefined || number === undefined) return null;
  const path = takePath(scanner);
  const paths = path ? takeMore(scanner, path) : [[]];
  return paths.map((paragraphs) => ({ title, part: plainHyphens(part), section: plainHyphens(number), paragraphs }));
}

/** The ends of "§§ 171.201-206": after a plural, two ascending numbers of one length are a range, if no section is so called. */
function endsOf(read: CfrCitation | undefined, place: CitingPlace): [CfrCitation, CfrCitation] | null {
  const [, from, to] = /^(\d+)-(\d+)$/.exec(read?.section ?? '') ?? [];
  if (!read || from === undefined || to === undefined || from.length !== to.length || from >= to) return null;
  if (place.sections.includes(read.section ?? '')) return null;
  return [
    { ...read, section: from, paragraphs: [] },
    { ...read, section: to },
  ];
}
