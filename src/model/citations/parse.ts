/** Parses a single citation, as in a query, an address, or an id, with the same grammar as legal texts. */
import type { CfrCitation } from '../citation.ts';
import { cfrAt } from './cfr.ts';
import { SECTION } from './numbers.ts';
import { statuteAt } from './statutes.ts';

/** The forms that `parseCitation` accepts, for messages. */
export const CITATION_FORMS =
  '"45 CFR 171.203(a)(1)", "45 C.F.R. § 171.203", "§171.203(a)", "171.103", "45 CFR Part 171", "45 CFR part 171, subpart B", "appendix A to 42 CFR part 482"';

/** The canonical form of what is not a section, as `formatCitation` prints it. */
const PRINTED =
  /^(?<title>\d{1,2}) CFR Part (?<part>[\dA-Za-z-]+)(?: Subpart (?<subpart>[A-Z\d]\S*(?: \S+)*?))?(?: Subject Group (?<subjectGroup>\S+(?: \S+)*?))?(?: Appendix (?<appendix>\S.*))?$/u;
const WHOLE_TITLE = /^(?:title )?(?<title>\d{1,2}) CFR$/;
const ABOVE_PART =
  /^(?:(?<title>\d{1,2}) CFR )?(?=s|c)(?:subtitle (?<subtitle>[A-Z]{1,2}))?(?: ?,? ?chapter (?<chapter>[IVXLC]{1,8}|\d{1,3}))?(?: ?,? ?subchapter (?<subchapter>[A-Z]{1,2}))?$/i;
/** Reserved sections that the Code prints as one: "3 CFR 102.171-102.999". */
const RUN =
  /^(?:(?<title>\d{1,2}) CFR )?(?:§§? ?)?(?<part>[\dA-Za-z-]+)\.(?<section>[\dA-Za-z]+[-–]\k<part>\.[\dA-Za-z]+)$/;
/** A definition without a designator has its name for one: "171.102(API User)". */
const STEP = String.raw`\([\p{L}\p{N}](?:[\p{L}\p{N} -]{0,150}[\p{L}\p{N}])?\)`;
const STEPS = new RegExp(String.raw`^(?:\s*${STEP})*$`, 'u');
const LONGEST = 200;

/**
 * Parses a citation in any of the usual forms. Returns null for any other text.
 *
 * @param text the citation as typed by a person
 * @param defaultTitle the title of a citation that does not state one; health IT is regulated in title 45
 */
export function parseCitation(text: string, defaultTitle = 45): CfrCitation | null {
  if (text.length > LONGEST) return null;
  const written = usualWords(text.normalize('NFKC').replace(/\s+/g, ' ').trim());
  for (const form of [PRINTED, WHOLE_TITLE, ABOVE_PART, RUN]) {
    const found = form.exec(form === PRINTED ? text.trim() : written)?.groups;
    if (found === undefined) continue;
    const { title = defaultTitle, subtitle, ...inner } = found;
    const upper =
      form === ABOVE_PART ? (value: string) => value.toUpperCase() : (value: string) => value.replace('–', '-');
    // A subtitle adds nothing to the name of a chapter or a subchapter in it.
    const rest = inner.chapter === undefined && inner.subchapter === undefined ? { subtitle, ...inner } : inner;
    const steps = Object.entries(rest).flatMap(([step, value]) => (value === undefined ? [] : [[step, upper(value)]]));
    return { title: Number(title), ...Object.fromEntries(steps), paragraphs: [] };
  }
  return sectionIn(written, defaultTitle) ?? sectionIn(withCapitals(written), defaultTitle);
}

/** The letters after a hyphen in a section number as the Code prints them: "53.303-dd-254" as "53.303-DD-254". */
const withCapitals = (text: string) =>
  text.replace(/(?<=\.\w*(?:-\w+)*-)[a-z]{1,4}(?=[\d-]|\b)/g, (letters) => letters.toUpperCase());

function sectionIn(written: string, defaultTitle: number): CfrCitation | null {
  const found = cfrAt(written, 0, { title: defaultTitle, part: '', sections: [] }, { sure: true });
  const [target, ...others] = found?.targets ?? [];
  if (!found || !target || !('cfr' in target) || others.length > 0 || found.ranges) return null;
  const rest = written.slice(found.end);
  if (!STEPS.test(rest) || (rest !== '' && target.cfr.section === undefined)) return null;
  const named = [...rest.matchAll(/\(([^)]+)\)/g)].map(([, step]) => step ?? '');
  return { ...target.cfr, paragraphs: [...target.cfr.paragraphs, ...named] };
}

/** The words of a citation as law texts write them: "45 cfr PART 171, Subpart b" as "45 CFR part 171, subpart B". */
function usualWords(text: string): string {
  return text
    .replace(
      /^(title )?(\d{1,2}) ?C\.? ?F\.? ?R\.?(?=[\s§]|\d|$) ?/i,
      (_, word = '', title) => `${word.toLowerCase()}${title} CFR `,
    )
    .replace(/ to (\d{1,2}) C\.? ?F\.? ?R\.? /i, ' to $1 CFR ')
    .replace(
      /\([^()]*\)|\b(?:parts?|subparts?|sections?|sec|appendix|subchapter|chapter|subtitle|of|to)\b/gi,
      (word) => (word.startsWith('(') ? word : word.toLowerCase()),
    )
    .replace(/\b(subpart|appendix) ([a-z]{1,6})\b(?! )|\b(subpart|appendix) ([a-z])\b/g, (_, a, name, b, letter) =>
      name === undefined ? `${b} ${letter.toUpperCase()}` : `${a} ${name.toUpperCase()}`,
    )
    .trim();
}

const ID_OF_DIVISION =
  /^(?<title>\d{1,2})-CFR-(?<part>\d[\dA-Za-z]*(?:-\d[\dA-Za-z]*)?)(?:-Subpart-(?<subpart>[^.(]*?|\d+\.\d+))?(?:-Subject-Group-(?<subjectGroup>.+?))?(?:-Appendix-(?<appendix>.+))?$/i;
const ID_OF_SECTION = new RegExp(String.raw`^(?<title>\d{1,2})-CFR-${SECTION}(?<steps>(?:\([^()]+\))*)$`, 'iu');
const ID_ABOVE_PART = /^\d{1,2}-CFR(?:-(?:Subtitle|Chapter|Subchapter)-[\dA-Z]+)*$/i;
const ID_OF_RUN = /^(?<title>\d{1,2})-CFR-(?<rest>[\dA-Za-z-]+\.[\dA-Za-z]+-[\dA-Za-z-]+\.[\dA-Za-z]+)$/i;

/**
 * Parses the id of a provision without its kind, in the form that `regulationId` writes, such as "17-CFR-240.10b-5" or
 * "45-CFR-171-Subpart-B". A hyphen in the name of a definition or an appendix is read as a space because both have the
 * same id.
 */
export function parseRegulationId(name: string): CfrCitation | null {
  if (name.length > LONGEST) return null;
  if (ID_ABOVE_PART.test(name)) return parseCitation(spaced(name));
  const run = ID_OF_RUN.exec(name)?.groups;
  if (run) return parseCitation(`${run.title} CFR ${run.rest}`);
  const section = ID_OF_SECTION.exec(name)?.groups;
  if (section) {
    const { title, part = '', section: number = '', steps = '' } = section;
    const paragraphs = [...steps.matchAll(/\(([^()]+)\)/g)].map(([, step = '']) => step.replaceAll('-', ' '));
    return { title: Number(title), part, section: number, paragraphs };
  }
  const found = ID_OF_DIVISION.exec(name)?.groups;
  if (found === undefined) return null;
  const { title, part, subpart, subjectGroup, appendix } = found;
  const steps = Object.entries({ subpart, subjectGroup, appendix }).flatMap(([step, value]) =>
    value === undefined ? [] : [[step, spaced(step === 'subpart' && value.length === 1 ? value.toUpperCase() : value)]],
  );
  return { title: Number(title), part, ...Object.fromEntries(steps), paragraphs: [] };
}

const spaced = (value: string) => value.replaceAll('-', ' ');

/**
 * Parses the citation of a statute, a public law, or a Federal Register page: "42 USC § 300jj-52" becomes "42 U.S.C.
 * 300jj-52", "Public Law 104-191" becomes "Pub. L. 104-191", and "89 Fed. Reg. 1,192" becomes "89 FR 1192". Null for
 * any other text.
 */
export function parseStatute(text: string): string | null {
  const written = text
    .replace(/^(\d{1,2})\s*U\.?\s*S\.?\s*C\.?(?:\s*A\.)?\s*(?:§§?|sec\.|section)?\s*(?=\d)/i, '$1 U.S.C. ')
    .replace(
      /^(?:Pub(?:lic|\.)?\s*L(?:aw|\.)?|P\.?\s*L\.?)\s*(?:No\.?)?\s*(\d{1,3})\s*[-–]\s*(\d{1,4})$/i,
      'Pub. L. $1-$2',
    )
    .replace(/^(\d{1,3})\s*(?:F\.?\s*R\.?|Fed\.?\s*Reg\.?)\s*(?=\d)/i, '$1 FR ');
  const found = statuteAt(written, 0);
  const [target, ...others] = found?.targets ?? [];
  const isWhole = found?.end === written.length && others.length === 0;
  return isWhole && target && 'other' in target && target.rangeTo === undefined && /^\d|^Pub/.test(target.other)
    ? target.other
    : null;
}
