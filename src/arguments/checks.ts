/** Checks of arguments that GraphQL, URLs and the command line share. */
import { badInput } from '../graph/errors.ts';
import { formatCitation } from '../model/citation.ts';
import { CITATION_FORMS, parseCitation } from '../model/citations/parse.ts';

/**
 * Converts a citation to its canonical form: "45 CFR § 171.203(a)" becomes "45 CFR 171.203(a)".
 *
 * @param argument the name of the argument, for the message
 * @throws GraphQLError BAD_USER_INPUT, which lists the accepted forms
 */
export function canonicalCitation(written: string, argument = 'citation'): string {
  const citation = parseCitation(written);
  if (citation === null) throw badInput(`${argument}: must be a citation such as ${CITATION_FORMS}`);
  return formatCitation(citation);
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
