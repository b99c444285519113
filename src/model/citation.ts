/**
 * Citations of the Code of Federal Regulations: the ways people write one, the canonical form, the id and the sort key.
 * Levels and designators follow 1 CFR 21.11 (title, part, subpart, section, paragraph (a)(1)(i)(A)(1)(i)).
 */

/**
 * A place in the CFR. `{title: 45, part: '171', section: '203', paragraphs: ['a', '1']}` is § 171.203(a)(1). A definition
 * without a designator is named by the term that it defines, as on the eCFR's own pages: § 171.102(API User).
 */
export interface CfrCitation {
  title: number;
  subtitle?: string;
  chapter?: string;
  subchapter?: string;
  part?: string;
  subpart?: string;
  subjectGroup?: string;
  appendix?: string;
  section?: string;
  paragraphs: readonly string[];
}

/** The forms that `parseCitation` understands, for messages. */
export const CITATION_FORMS =
  '"45 CFR 171.203(a)(1)", "45 C.F.R. § 171.203", "§171.203(a)", "171.103", "45 CFR Part 171", "45 CFR part 171, subpart B"';

const TITLE = String.raw`(?:(?<title>\d{1,2})\s*C\.?\s*F\.?\s*R\.?\s*)`;
const SECTION = new RegExp(
  String.raw`^${TITLE}?(?:§§?|section|sec\.)?\s*(?<part>\d{1,4}[a-z]?)\.(?<section>\d{1,5}[a-z]?)(?<paragraphs>(?:\s*\([\p{L}\p{N}](?:[\p{L}\p{N} -]{0,150}[\p{L}\p{N}])?\))*)$`,
  'iu',
);
const PART = new RegExp(
  String.raw`^${TITLE}?part\s+(?<part>\d{1,4}[a-z]?)(?:\s*,?\s*(?:subpart\s+(?<subpart>[A-Z]{1,3})|appendix\s+(?<appendix>[A-Z0-9]{1,3})))?$`,
  'i',
);
const SUBPART_FIRST = new RegExp(
  String.raw`^${TITLE}?subpart\s+(?<subpart>[A-Z]{1,3})\s+of\s+(?:${TITLE.replace('title', 'title2')})?part\s+(?<part>\d{1,4}[a-z]?)$`,
  'i',
);
const WHOLE_TITLE = /^(?:title\s+)?(?<title>\d{1,2})\s*C\.?\s*F\.?\s*R\.?$/i;
const ABOVE_PART = new RegExp(
  String.raw`^${TITLE}?(?=s|c)(?:subtitle\s+(?<subtitle>[A-Z]{1,2}))?(?:\s*,?\s*chapter\s+(?<chapter>[IVXLC]{1,6}))?(?:\s*,?\s*subchapter\s+(?<subchapter>[A-Z]{1,2}))?$`,
  'i',
);

/**
 * Reads a citation in any of the usual forms; returns null for any other text.
 *
 * @param text the citation as a person typed it
 * @param defaultTitle the title of a citation without one; health IT is regulated in title 45
 */
export function parseCitation(text: string, defaultTitle = 45): CfrCitation | null {
  if (text.length > 200) return null;
  const written = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  for (const form of [SECTION, PART, SUBPART_FIRST, WHOLE_TITLE, ABOVE_PART]) {
    const found = form.exec(written)?.groups;
    if (found === undefined) continue;
    const title = Number(found.title ?? found.title2 ?? defaultTitle);
    return {
      title,
      ...(found.subtitle !== undefined && { subtitle: found.subtitle.toUpperCase() }),
      ...(found.chapter !== undefined && { chapter: found.chapter.toUpperCase() }),
      ...(found.subchapter !== undefined && { subchapter: found.subchapter.toUpperCase() }),
      ...(found.part !== undefined && { part: found.part.toLowerCase() }),
      ...(found.subpart !== undefined && { subpart: found.subpart.toUpperCase() }),
      ...(found.appendix !== undefined && { appendix: found.appendix.toUpperCase() }),
      ...(found.section !== undefined && { section: found.section.toLowerCase() }),
      paragraphs: [...(found.paragraphs ?? '').matchAll(/\(([^)]+)\)/g)].map(([, designator]) => designator ?? ''),
    };
  }
  return null;
}

/**
 * The canonical citation: "45 CFR 171.203(a)(1)", "45 CFR Part 171", "45 CFR Part 171 Subpart B", "45 CFR Subchapter C".
 */
export function formatCitation(citation: CfrCitation): string {
  const { title, part, section, paragraphs } = citation;
  if (section !== undefined) return `${title} CFR ${part}.${section}${paragraphs.map((p) => `(${p})`).join('')}`;
  const steps = STEPS.flatMap(([name, word]) => (citation[name] === undefined ? [] : [`${word} ${citation[name]}`]));
  return [`${title} CFR`, ...steps].join(' ');
}

const STEPS = [
  ['subtitle', 'Subtitle'],
  ['chapter', 'Chapter'],
  ['subchapter', 'Subchapter'],
  ['part', 'Part'],
  ['subpart', 'Subpart'],
  ['subjectGroup', 'Subject Group'],
  ['appendix', 'Appendix'],
] as const;

/** The entity id: `Regulation:45-CFR-171.203(a)(1)`, `Regulation:45-CFR-171`, `Regulation:45-CFR-171-Subpart-B`. */
export function regulationId(citation: CfrCitation): string {
  const written = formatCitation(citation);
  const short = citation.section === undefined ? written.replace('Part ', '') : written;
  return `Regulation:${short.replaceAll(' ', '-')}`;
}

/**
 * A string that sorts provisions of one title in the order of the law: part, then its subparts and appendices, then its
 * sections, each followed by its paragraphs. Numbers, letters and Roman numerals are compared by value.
 */
export function citationSortKey(citation: CfrCitation): string {
  const { title, part, subpart, subjectGroup, appendix, section, paragraphs } = citation;
  const keys = [String(title).padStart(3, '0')];
  if (part === undefined) {
    for (const above of ['subtitle', 'chapter', 'subchapter'] as const) {
      if (citation[above] !== undefined) keys.push(` ${citation[above]}`); // a blank: before every part
    }
  }
  if (part !== undefined) keys.push(numbered(part));
  if (subpart !== undefined) keys.push(`0${subpart.padStart(3, ' ')}`);
  if (subjectGroup !== undefined) keys.push(`0~${subjectGroup}`);
  if (appendix !== undefined) keys.push(`2${appendix.padStart(3, ' ')}`);
  if (section !== undefined) keys.push(`1${numbered(section)}`);
  return [...keys, ...paragraphs.map((designator, depth) => paragraphKey(designator, depth))].join('/');
}

const numbered = (text: string) => text.replace(/^\d+/, (digits) => digits.padStart(5, '0'));

/** Depth decides the numbering of designators: a, 1, i, A, 1, i. So `(i)` is the ninth at depth 0 and the first at depth 2. */
function paragraphKey(designator: string, depth: number): string {
  if (/^\d+$/.test(designator)) return numbered(designator);
  if (designator.length > 6 || /[^A-Za-z]/.test(designator)) return `0${designator.toLowerCase()}`; // by name
  const roman = depth === 2 || depth === 5 ? romanValue(designator) : null;
  if (roman !== null) return String(roman).padStart(5, '0');
  return `${designator.length}${designator}`; // z before aa
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function romanValue(text: string): number | null {
  const digits = [...text.toLowerCase()].map((letter) => ROMAN[letter]);
  if (digits.some((digit) => digit === undefined)) return null;
  const values = digits as number[];
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}
