/** Reads citations from what a user typed into a search: in any form, with words and punctuation around them. */
import { type CfrCitation, formatCitation, parseCitation } from '../model/citation.ts';

const BEFORE = /^(?:[\s"'“”‘’([{]|(?:see|also|under|in|at|cf\.)\s)+/i;
const AFTER = /[\s"'“”‘’.,;:!?\]}]+$/;
const CODE =
  /^(?<title>\d{1,2})\s*U\.?\s*S\.?\s*C\.?(?:\s*A\.)?\s*(?:§§?|sec\.|section)?\s*(?<rest>\d[\p{L}\p{N}()-]{0,60})$/iu;
const LAW = /^(?:Pub(?:lic|\.)?\s*L(?:aw|\.)?|P\.?\s*L\.?)\s*(?:No\.?)?\s*(?<law>\d{1,3}\s*[-–]\s*\d{1,4})$/iu;
const REGISTER = /^(?<volume>\d{1,3})\s*(?:F\.?\s*R\.?|Fed\.?\s*Reg\.?)\s*(?<page>\d[\d,]{0,7})$/i;

/**
 * Canonical citations of the provision and of the paragraphs and the section around it, innermost first, because a graph may
 * have the law only down to some level. Empty when the text is not a citation.
 */
export function citationsIn(text: string): string[] {
  if (text.length > MOST) return [];
  const written = text.normalize('NFKC').replace(BEFORE, '').replace(AFTER, '');
  const statute = writtenCitation(written);
  if (statute !== null) return [statute];
  const citation = parseCitation(written) ?? parseCitation(written.replace(/\)$/, ''));
  return citation === null ? [] : withEnclosing(citation).map(formatCitation);
}

const MOST = 250;

function withEnclosing(citation: CfrCitation): CfrCitation[] {
  const { paragraphs } = citation;
  return Array.from({ length: paragraphs.length + 1 }, (_, outward) => ({
    ...citation,
    paragraphs: paragraphs.slice(0, paragraphs.length - outward),
  }));
}

/** Reads "42 USC § 300jj-52" as "42 U.S.C. 300jj-52" "Public Law 104-191" as "Pub. L. 104-191" and "89 Fed. Reg. 1,192" as "89 FR 1192"; null for anything else. */
function writtenCitation(written: string): string | null {
  const code = CODE.exec(written)?.groups;
  if (code !== undefined) return `${code.title} U.S.C. ${code.rest}`;
  const register = REGISTER.exec(written)?.groups;
  if (register !== undefined) return `${register.volume} FR ${register.page?.replaceAll(',', '')}`;
  const law = LAW.exec(written)?.groups?.law;
  return law === undefined ? null : `Pub. L. ${law.replace(/\s*[-–]\s*/, '-')}`;
}
