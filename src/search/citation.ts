/** Finds citations in a search query. They can have any form and can be surrounded by words and punctuation. */
import { type CfrCitation, formatCitation } from '../model/citation.ts';
import { parseCitation, parseStatute } from '../model/citations/parse.ts';

const BEFORE = /^(?:[\s"'“”‘’([{]|(?:see|also|under|in|at|cf\.)\s)+/i;
const AFTER = /[\s"'“”‘’.,;:!?\]}]+$/;

/**
 * The canonical citations of the provision, the paragraphs that contain it, and the section, innermost first. The graph
 * might contain the law only down to some level, so all of them are needed. Empty if the text is not a citation.
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
