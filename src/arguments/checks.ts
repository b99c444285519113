/** Argument checks that GraphQL, URLs, and the command line share. */
import { badInput } from '../graph/errors.ts';
import { type CfrCitation, formatCitation } from '../model/citation.ts';
import { CITATION_FORMS, parseCitation, parseStatute } from '../model/citations/parse.ts';
import { citationSortKey } from '../model/citations/sort-key.ts';

/**
 * Parses a citation.
 *
 * @param argument the name of the argument, for the error message
 * @throws GraphQLError BAD_USER_INPUT, which lists the accepted forms
 */
export function readCitation(written: string, argument = 'citation'): CfrCitation {
  const citation = parseCitation(written);
  if (citation === null) throw badInput(`${argument}: must be a citation such as ${CITATION_FORMS}`);
  return citation;
}

/** Converts a citation to its canonical form: "45 CFR § 171.203(a)" becomes "45 CFR 171.203(a)". See `readCitation`. */
export const canonicalCitation = (written: string, argument = 'citation'): string =>
  formatCitation(readCitation(written, argument));

/**
 * Returns the parameters that find a provision by its citation. They are the canonical form and the sort key of its
 * section or division, along with the paragraphs below it. The sort key ignores case.
 */
export function placeParameters(written: string): { citation: string; placeKey: string; paragraphs: string } {
  const place = readCitation(written);
  const paragraphs = place.paragraphs.map((step) => `(${step})`).join('');
  return { citation: formatCitation(place), placeKey: citationSortKey({ ...place, paragraphs: [] }), paragraphs };
}

/**
 * Converts the citation of a statute to its canonical form: "42 USC § 300jj-52" becomes "42 U.S.C. 300jj-52".
 *
 * @throws GraphQLError BAD_USER_INPUT, which lists the accepted forms
 */
export function statuteCitation(written: string): string {
  const citation = parseStatute(written.trim());
  if (citation === null)
    throw badInput('citation: must be a statute such as "42 U.S.C. 300jj-52" or "Pub. L. 114-255"');
  return citation;
}

/**
 * Checks that a whole number is within bounds.
 *
 * @throws GraphQLError BAD_USER_INPUT
 */
export function checkRange(argument: string, value: number, least: number, most: number): number {
  if (value < least || value > most) throw badInput(`${argument}: must be between ${least} and ${most}, not ${value}`);
  return value;
}
