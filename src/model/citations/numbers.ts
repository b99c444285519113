/**
 * The numbers of the law, as sources of regular expressions. Only this file defines what a title, a part, a section, or
 * a paragraph can be called. Legal texts, queries, addresses, and notes are all parsed with these expressions.
 *
 * Section numbers can contain hyphens, letters, and parentheses: 17 CFR 240.10b-5, 26 CFR 1.1031(a)-1T, 48 CFR
 * 53.303-DD-254, 33 CFR 100.35T01-0125. Part numbers in title 41 can contain hyphens: 41 CFR 128-1.5004.
 */

/** A hyphen in any of its printed forms. Between numbers, it can mean "through" instead. */
export const HYPHEN = '[-–‐‑]';
/** "45 CFR" or "45 C.F.R." */
export const CFR = String.raw`C\.?\s?F\.?\s?R\b\.?`;
/** A part number, such as "171" or "52b". */
export const PART = String.raw`\d{1,4}[A-Za-z]{0,2}`;
/** "128-1" */
const HYPHENED_PART = String.raw`\d{1,3}${HYPHEN}\d{1,3}[A-Za-z]?`;
/** A part before the dot of its section. */
const PART_OF_SECTION = String.raw`(?:${HYPHENED_PART}|${PART})(?=\.)`;
/** "203", "10b5", "35T01", "T07", "36B" */
const STEM = String.raw`[A-Z]{0,2}\d{1,5}(?:[A-Za-z]{1,3}\d{0,4}){0,2}`;
/** "(a)" of "1031(a)-1": parentheses belong to the number where a hyphen and a digit follow. */
const INNER = String.raw`(?:(?:\([A-Za-z\d]{1,4}\))+(?=${HYPHEN}\d{1,4}[A-Z]{0,2}(?![A-Za-z\d])(?!\.\d)))?`;
/** "-5", "-1T", "-DD-254"; "-485.4" is the end of a range instead. */
const TAIL = String.raw`(?:${HYPHEN}(?:\d{1,5}[A-Za-z]{0,2}|[A-Z]{1,4}\d{0,5})(?![A-Za-z\d])(?!(?:${HYPHEN}\d+)*\.\d))*`;
/** What cannot follow a section's number: "7.1.1" and "2.0b3x" are versions. */
const END = String.raw`(?![\d.]*\.\d)(?![A-Za-z\d])`;

/** A section with its part, in the groups `part` and `section`. */
export const SECTION = String.raw`(?<part>${PART_OF_SECTION})\.(?<section>${STEM}${INNER}${TAIL})${END}`;

/** A part in a list of parts. In title 41, its number can contain a hyphen. */
export const partOf = (title: number): string =>
  title === TITLE_WITH_HYPHENED_PARTS ? `(?:${HYPHENED_PART}|${PART})` : PART;
const TITLE_WITH_HYPHENED_PARTS = 41;

/** A subpart, such as "B" or "AAAA". In title 48, also "52.2". */
export const SUBPART = String.raw`(?:[A-Z]{1,6}(?:-\d{1,2})?|\d{1,4}\.\d{1,2})(?![A-Za-z\d])`;
/** An appendix, such as "A", "B-1", "IV", or "2". */
export const APPENDIX = String.raw`(?:[A-Z]{1,4}|\d{1,3})(?:-[A-Z\d]{1,3})?(?![A-Za-z\d])`;

/**
 * A section of the United States Code, such as "300jj-52", "1395w-101", "552a", or "306108". A number such as "1508.25"
 * is read in full even though it is not such a section.
 */
export const CODE_SECTION = String.raw`\d{1,6}[A-Za-z]{0,5}(?:${HYPHEN}\d{1,4}[a-z]{0,3}(?![A-Za-z\d]))*(?:\.\d+)?(?![A-Za-z\d])`;

/** A number in which every hyphen has its usual form. */
export const plainHyphens = (number: string): string => number.replace(/[–‐‑]/g, '-');

/** The section in a match of `SECTION` whose first group is its title. */
export function sectionIn(found: RegExpExecArray, title: number): { title: number; part: string; section: string } {
  const { part = '', section = '' } = found.groups ?? {};
  return { title: Number(found[1] ?? title), part: plainHyphens(part), section: plainHyphens(section) };
}
