/** Citations that somebody typed where a name, or anything, may stand: in any form, with what sentences put around them. */
import { type CfrCitation, formatCitation, parseCitation } from '../model/citation.ts';

const BEFORE = /^(?:[\s"'“”‘’([{]|(?:see|also|under|in|at|cf\.)\s)+/i;
const AFTER = /[\s"'“”‘’.,;:!?\]}]+$/;
const CODE =
  /^(?<title>\d{1,2})\s*U\.?\s*S\.?\s*C\.?(?:\s*A\.)?\s*(?:§§?|sec\.|section)?\s*(?<rest>\d[\p{L}\p{N}()-]{0,60})$/iu;
const LAW = /^(?:Pub(?:lic|\.)?\s*L(?:aw|\.)?|P\.?\s*L\.?)\s*(?:No\.?)?\s*(?<law>\d{1,3}\s*[-–]\s*\d{1,4})$/iu;

/**
 * Canonical citations of what is meant, nearest first: the provision itself, then the paragraphs and the section around it,
 * as a graph may hold the law only so deep. Empty when it is none.
 */
export function citationsIn(text: string): string[] {
  if (text.length > MOST) return [];
  const written = text.normalize('NFKC').replace(BEFORE, '').replace(AFTER, '');
  const statute = statuteCitation(written);
  if (statute !== null) return [statute];
  const citation = parseCitation(written) ?? parseCitation(written.replace(/\)$/, ''));
  return citation === null ? [] : around(citation).map(formatCitation);
}

const MOST = 250;

function around(citation: CfrCitation): CfrCitation[] {
  const { paragraphs } = citation;
  return Array.from({ length: paragraphs.length + 1 }, (_, outward) => ({
    ...citation,
    paragraphs: paragraphs.slice(0, paragraphs.length - outward),
  }));
}

/** "42 USC § 300jj-52" as "42 U.S.C. 300jj-52", "Public Law 104-191" as "Pub. L. 104-191"; null when it is neither. */
function statuteCitation(written: string): string | null {
  const code = CODE.exec(written)?.groups;
  if (code !== undefined) return `${code.title} U.S.C. ${code.rest}`;
  const law = LAW.exec(written)?.groups?.law;
  return law === undefined ? null : `Pub. L. ${law.replace(/\s*[-–]\s*/, '-')}`;
}
