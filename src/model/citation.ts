/**
 * Citations of the Code of Federal Regulations: the ways people write one, the canonical form, the id and the sort key.
 * Levels and designators follow 1 CFR 21.11 (title, part, subpart, section, paragraph (a)(1)(i)(A)(1)(i)).
 */

/** A place in the CFR. `{title: 45, part: '171', section: '203', paragraphs: ['a', '1']}` is § 171.203(a)(1). */
export interface CfrCitation {
  title: number;
  part?: string;
  subpart?: string;
  appendix?: string;
  section?: string;
  paragraphs: readonly string[];
}

/** The forms that `parseCitation` understands, for messages. */
export const CITATION_FORMS =
  '"45 CFR 171.203(a)(1)", "45 C.F.R. § 171.203", "§171.203(a)", "171.103", "45 CFR Part 171", "45 CFR part 171, subpart B"';

const TITLE = String.raw`(?:(?<title>\d{1,2})\s*C\.?\s*F\.?\s*R\.?\s*)`;
const SECTION = new RegExp(
  String.raw`^${TITLE}?(?:§§?|section|sec\.)?\s*(?<part>\d{1,4}[a-z]?)\.(?<section>\d{1,5}[a-z]?)(?<paragraphs>(?:\s*\([A-Za-z0-9]{1,6}\))*)$`,
  'i',
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

/**
 * Reads a citation in any of the forms people write, or gives null.
 *
 * @param text what somebody typed
 * @param defaultTitle the title meant when none is written; health IT lives in title 45
 */
export function parseCitation(text: string, defaultTitle = 45): CfrCitation | null {
  if (text.length > 200) return null;
  const written = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  for (const form of [SECTION, PART, SUBPART_FIRST, WHOLE_TITLE]) {
    const found = form.exec(written)?.groups;
    if (found === undefined) continue;
    const title = Number(found.title ?? found.title2 ?? defaultTitle);
    return {
      title,
      ...(found.part !== undefined && { part: found.part.toLowerCase() }),
      ...(found.subpart !== undefined && { subpart: found.subpart.toUpperCase() }),
      ...(found.appendix !== undefined && { appendix: found.appendix.toUpperCase() }),
      ...(found.section !== undefined && { section: found.section.toLowerCase() }),
      paragraphs: [...(found.paragraphs ?? '').matchAll(/\(([^)]+)\)/g)].map(([, designator]) => designator ?? ''),
    };
  }
  return null;
}

/** The canonical citation: "45 CFR 171.203(a)(1)", "45 CFR Part 171", "45 CFR Part 171 Subpart B". */
export function formatCitation({ title, part, subpart, appendix, section, paragraphs }: CfrCitation): string {
  if (part === undefined) return `${title} CFR`;
  if (section !== undefined) return `${title} CFR ${part}.${section}${paragraphs.map((p) => `(${p})`).join('')}`;
  const below = subpart !== undefined ? ` Subpart ${subpart}` : appendix !== undefined ? ` Appendix ${appendix}` : '';
  return `${title} CFR Part ${part}${below}`;
}

/** The entity id: `Regulation:45-CFR-171.203(a)(1)`, `Regulation:45-CFR-171`, `Regulation:45-CFR-171-Subpart-B`. */
export function regulationId(citation: CfrCitation): string {
  return `Regulation:${formatCitation(citation).replace('Part ', '').replaceAll(' ', '-')}`;
}

/**
 * A string that sorts provisions of one title in the order of the law: part, then its subparts and appendices, then its
 * sections, each followed by its paragraphs. Numbers, letters and roman numerals are compared as what they count.
 */
export function citationSortKey({ title, part, subpart, appendix, section, paragraphs }: CfrCitation): string {
  const keys = [String(title).padStart(3, '0')];
  if (part !== undefined) keys.push(numbered(part));
  if (subpart !== undefined) keys.push(`0${subpart.padStart(3, ' ')}`);
  if (appendix !== undefined) keys.push(`2${appendix.padStart(3, ' ')}`);
  if (section !== undefined) keys.push(`1${numbered(section)}`);
  return [...keys, ...paragraphs.map((designator, depth) => paragraphKey(designator, depth))].join('/');
}

const numbered = (text: string) => text.replace(/^\d+/, (digits) => digits.padStart(5, '0'));

/** Depth decides what a designator counts in: a, 1, i, A, 1, i. So `(i)` is a letter at depth 0 and the first at depth 2. */
function paragraphKey(designator: string, depth: number): string {
  if (/^\d+$/.test(designator)) return numbered(designator);
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
