/**
 * Citations of the Code of Federal Regulations: their parts, the canonical form, and the id. The files in `citations/`
 * parse and sort them. Levels and designators follow 1 CFR 21.11 (title, part, subpart, section, paragraph
 * (a)(1)(i)(A)(1)(i)).
 */

/**
 * A provision of the CFR. For example, `{title: 45, part: '171', section: '203', paragraphs: ['a', '1']}` is §
 * 171.203(a)(1). A definition without a designator is identified by the term that it defines, as on the eCFR website: §
 * 171.102(API User).
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

/**
 * The canonical citation, such as "45 CFR 171.203(a)(1)", "45 CFR Part 171", "45 CFR Part 171 Subpart B", or "45 CFR
 * Subchapter C".
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

/**
 * The entity id, such as `Regulation:45-CFR-171.203(a)(1)`, `Regulation:45-CFR-171`, or
 * `Regulation:45-CFR-171-Subpart-B`.
 */
export function regulationId(citation: CfrCitation): string {
  const written = formatCitation(citation);
  const short = citation.section === undefined ? written.replace('Part ', '') : written;
  return `Regulation:${short.replaceAll(' ', '-')}`;
}
