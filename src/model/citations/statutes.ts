/** Parses citations of statutes, public laws, the Federal Register, and executive orders. */
import { type ActNames, actAt, NO_ACTS } from './acts.ts';
import type { CitationTarget, FoundCitation } from './found.ts';
import { CODE_SECTION } from './numbers.ts';
import { takeMore, takePath } from './paragraph-list.ts';
import { Scanner } from './scanner.ts';
import { type CitedSection, plainList, sectionList } from './statute-sections.ts';

const CODE = /(\d{1,2})\s+U\.?\s?S\.?\s?C\.?(?:\s?A\.)?\s*(?:§§?\s*|[Ss]ec(?:tion|s)?\.?\s+)?/y;
const CHAPTERS = /[Cc]h(?:apters?|s?\.)\s+(?=\d)/y;
const CHAPTER = /(\d{1,3}[A-Z]?)\b/y;
const APPENDIX = /App(?:\.|endix\b)/y;
const SECTION = new RegExp(`(${CODE_SECTION})`, 'y');
const SECTIONS = /[Ss]ections?\s+|[Ss]ecs?\.\s+|§§?\s*/y;
const OF_CODE =
  /\s+of\s+title\s+(\d{1,2})(?:,?\s*(?:of\s+the\s+)?|\s+of\s+the\s+)(?:United\s+States\s+Code|U\.S\.\s?C(?:\.|ode))/y;
const SUBDIVISION = /(?:[Ss]ub(?:section|paragraph)s?|[Pp]aragraphs?|[Cc]lauses?)\s+(?=\()/y;
const PUBLIC_LAWS = /(?:Pub(?:lic|\.)\s+L(?:aws?|\.)|P\.\s?L\.|PL)\s+(?:No\.\s+)?/y;
const PUBLIC_LAW = /(\d{1,3})[-–](\d{1,4})\b/y;
const REGISTER = /(\d{1,3})\s+(FR|Fed\.\s?Reg\.|Stat\.)\s+(\d{1,3}(?:,\d{3})+|\d{1,6})/y;
const ORDERS = /(?:Executive\s+Orders?|E\.O\.)\s+(?:Nos?\.\s+)?/y;
const ORDER = /(\d{4,6})\b/y;

/**
 * Parses a citation of a statute, a public law, the Federal Register, or an executive order that starts here. A range
 * of sections is stored as its two ends: "42 U.S.C. 1320d-1320d-4" is one target with `rangeTo`.
 *
 * @param acts the short names of acts that the part defines
 */
export function statuteAt(text: string, at: number, acts: ActNames = NO_ACTS): FoundCitation | null {
  const scanner = new Scanner(text, at);
  const read = () =>
    code(scanner) ?? ofCode(scanner) ?? actAt(scanner, acts) ?? publicLaw(scanner) ?? register(scanner);
  const targets = subdivisions(scanner, read) ?? read();
  return targets && { start: at, end: scanner.at, targets };
}

/** "Subsection (a) of 26 U.S.C. 1563", "paragraph (2) or (3) of section 5(b) of the Act". */
function subdivisions(scanner: Scanner, read: () => CitationTarget[] | null): CitationTarget[] | null {
  return scanner.attempt(() => {
    const first = scanner.take(SUBDIVISION) && takePath(scanner);
    const paths = first && takeMore(scanner, first, { worded: true });
    const [within, ...others] = (paths && scanner.take(/\s+of\s+(?=\d|[Ss]ec)/y) && read()) || [];
    if (!paths || !within || !('other' in within) || others.length > 0 || within.rangeTo) return null;
    const { other } = within;
    return paths.map((path) => ({ other: other + path.map((step) => `(${step})`).join('') }));
  });
}

const plain = (citations: readonly string[] | undefined): CitationTarget[] | null =>
  citations?.map((other) => ({ other })) ?? null;

const ofTitle = (title: string, sections: readonly CitedSection[]): CitationTarget[] =>
  sections.map(({ section, to }) => ({
    other: `${title} U.S.C. ${section}`,
    ...(to && { rangeTo: { citation: `${title} U.S.C. ${to.section}`, whole: to.whole } }),
  }));

function code(scanner: Scanner): CitationTarget[] | null {
  return scanner.attempt(() => {
    const title = scanner.take(CODE)?.[1];
    if (title === undefined) return null;
    if (scanner.take(CHAPTERS)) {
      return plain(plainList(scanner, CHAPTER)?.map(([chapter]) => `${title} U.S.C. chapter ${chapter}`));
    }
    if (scanner.take(APPENDIX)) return plain([`${title} U.S.C. App.`]);
    const sections = sectionList(scanner, SECTION);
    return sections && ofTitle(title, sections);
  });
}

/** "Section 552 of title 5, United States Code", "chapter 31 of title 35, United States Code". */
function ofCode(scanner: Scanner): CitationTarget[] | null {
  return (
    scanner.attempt(() => {
      const sections = scanner.take(SECTIONS) && sectionList(scanner, SECTION);
      const title = sections && scanner.take(OF_CODE)?.[1];
      return title ? ofTitle(title, sections) : null;
    }) ??
    scanner.attempt(() => {
      const chapters = scanner.take(CHAPTERS) && plainList(scanner, CHAPTER);
      const title = chapters && scanner.take(OF_CODE)?.[1];
      return title ? plain(chapters.map(([chapter]) => `${title} U.S.C. chapter ${chapter}`)) : null;
    })
  );
}

function publicLaw(scanner: Scanner): CitationTarget[] | null {
  return scanner.attempt(() => {
    if (!scanner.take(PUBLIC_LAWS)) return null;
    return plain(plainList(scanner, PUBLIC_LAW)?.map(([congress, number]) => `Pub. L. ${congress}-${number}`));
  });
}

function register(scanner: Scanner): CitationTarget[] | null {
  const [, volume, book, page] = scanner.take(REGISTER) ?? [];
  if (volume !== undefined) {
    return plain([`${volume} ${book === 'Stat.' ? book : 'FR'} ${page?.replaceAll(',', '')}`]);
  }
  if (!scanner.take(ORDERS)) return null;
  return plain(plainList(scanner, ORDER)?.map(([order]) => `Executive Order ${order}`));
}

/** A statute that a note names, and its position. */
export interface NamedStatute {
  citation: string;
  start: number;
  end: number;
}

/** Every statute that a note names, such as the authority note of a part: "42 U.S.C. 300jj-52; 5 U.S.C. 552." */
export function statutesIn(note: string): NamedStatute[] {
  const found: NamedStatute[] = [];
  for (let at = 0; at < note.length; at += 1) {
    if (at > 0 && /[\w.]/.test(note[at - 1] ?? '')) continue;
    const cited = statuteAt(note, at);
    if (!cited) continue;
    for (const target of cited.targets) {
      if (!('other' in target)) continue;
      const { start, end } = cited;
      found.push({ citation: target.other, start, end });
      if (target.rangeTo?.whole) found.push({ citation: target.rangeTo.citation, start, end });
    }
    at = cited.end;
  }
  return found;
}
