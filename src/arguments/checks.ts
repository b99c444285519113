/** Checks of arguments, the same in GraphQL, in a URL and on the command line. */
import { badInput } from '../graph/errors.ts';
import { CITATION_FORMS, formatCitation, parseCitation } from '../model/citation.ts';

/**
 * The canonical form of a citation that somebody wrote.
 *
 * @param argument its name, for the message
 * @throws GraphQLError BAD_USER_INPUT, which shows the forms
 */
export function canonicalCitation(written: string, argument = 'citation'): string {
  const citation = parseCitation(written);
  if (citation === null) throw badInput(`${argument}: a citation such as ${CITATION_FORMS}`);
  return formatCitation(citation);
}

/**
 * Checks that a whole number is within bounds.
 *
 * @throws GraphQLError BAD_USER_INPUT
 */
export function checkRange(argument: string, value: number, least: number, most: number): number {
  if (value < least || value > most) throw badInput(`${argument}: between ${least} and ${most}, not ${value}`);
  return value;
}
