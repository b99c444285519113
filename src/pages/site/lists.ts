/** Paging by cursors, for the indexes of organizations, statutes, and rules. */
import { badInput } from '../../graph/errors.ts';

/** The number of entries on a page. This is the API's maximum. */
export const PAGE = 100;

/** The cursor in an address. Undefined if there is none. */
export const afterIn = (given: URLSearchParams): string | null => given.get('after') || null;

/** The address of the page that follows the page ending at a cursor. */
export const nextOf = (path: string, { hasNextPage, endCursor }: { hasNextPage: boolean; endCursor: string | null }) =>
  hasNextPage && endCursor
    ? { href: `${path}?${new URLSearchParams({ after: endCursor })}`, words: 'Next page' }
    : undefined;

/** The address of the first page, from any other page. */
export const firstOf = (path: string, after: string | null) =>
  after === null ? undefined : { href: path, words: 'First page' };

/**
 * One of the allowed values of a parameter. Null if the parameter is absent. @throws GraphQLError with BAD_USER_INPUT
 */
export function choiceIn<Value extends string>(
  given: URLSearchParams,
  name: string,
  values: readonly Value[],
): Value | null {
  const written = given.get(name);
  if (!written) return null;
  const found = values.find((one) => one === written.toUpperCase());
  if (found === undefined) throw badInput(`${name}: must be one of ${values.join(', ')}`);
  return found;
}
