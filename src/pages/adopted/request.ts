/** The parameters of the address /adopted, and addresses of the same page with other parameters. */
import { badInput } from '../../graph/errors.ts';
import { DAY_FORM, isDay, today } from '../../model/day.ts';

/** The reader's request: a day, and optionally a word, a section, or a position in the list. */
export interface AdoptedRequest {
  readonly on: string;
  readonly word: string | null;
  /** The citation of a section or a part. */
  readonly within: string | null;
  readonly after: string | null;
  readonly isCsv: boolean;
}

const MOST_LETTERS = 200;

/**
 * @throws GraphQLError with BAD_USER_INPUT for an invalid parameter
 */
export function requestIn(given: URLSearchParams): AdoptedRequest {
  const on = given.get('on') || today();
  if (!isDay(on)) throw badInput(`on: must be ${DAY_FORM}`);
  const word = given.get('for')?.trim() || null;
  if (word !== null && word.length > MOST_LETTERS) throw badInput(`for: must have at most ${MOST_LETTERS} characters`);
  const format = given.get('format') || 'html';
  if (format !== 'html' && format !== 'csv') throw badInput('format: must be csv or html');
  return { on, word, within: given.get('within') || null, after: given.get('after') || null, isCsv: format === 'csv' };
}

/** The address of the page for a day, and optionally for a word, a section, a position in the list, or a format. */
export function adoptedAddress(parameters: {
  on: string;
  word?: string | null;
  within?: string | null;
  after?: string | null;
  format?: 'csv';
}): string {
  const { on, word, within, after, format } = parameters;
  const named = Object.entries({ on, for: word, within, after, format }).filter(([, value]) => value);
  return `/adopted?${new URLSearchParams(named as [string, string][])}`;
}
