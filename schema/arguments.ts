import { badInput } from '../src/graph/errors.ts';
import { CITATION_FORMS, formatCitation, parseCitation } from '../src/model/citation.ts';

/** The argument `asOf`, the same wherever it stands. */
export const AS_OF = {
  type: 'Date',
  description: 'Only what is in force on that day; of all days when not said here or above.',
} as const;

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
 * Holds a whole number within bounds.
 *
 * @throws GraphQLError BAD_USER_INPUT
 */
export function within(argument: string, value: number, least: number, most: number): number {
  if (value < least || value > most) throw badInput(`${argument}: between ${least} and ${most}, not ${value}`);
  return value;
}

/** Is it a calendar date as ISO 8601 has it, and one that there is? */
export const isDate = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value) === true;

/** What a date is, for messages. */
export const DATE_FORM = 'an ISO 8601 calendar date such as 2026-01-31';
