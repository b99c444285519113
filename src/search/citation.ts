/** Reads citations from what a user typed into a search: in any form, with words and punctuation around them. */
import { type CfrCitation, formatCitation } from '../model/citation.ts';
import { parseCitation, parseStatute } from '../model/citations/parse.ts';

const BEFORE = /^(?:[\s"'“”‘’([{]|(?:see|also|under|in|at|cf\.)\s)+/i;
const AFTER = /[\s"'“”‘’.,;:!?\]}]+$/;

/**
 * Canonical citations of the provision and of the paragraphs and the section around it, innermost first, because a graph may
 * have the law only down to some level. Empty when the text is not a citation.
 */
export function citationsIn(text: string): string[] {
  if (text.length > MOST) return [];
  const written = text.normalize('NFKC').replace(BEFORE, '').replace(AFTER, '');
  const statute = parseStatute(written);
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
