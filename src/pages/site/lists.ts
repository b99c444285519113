/** What the indexes of organizations, statutes, and rules share: paging by cursors. */
import { badInput } from '../../graph/errors.ts';

/** Entries of a page. The API allows at most so many. */
export const PAGE = 100;

/** The cursor in an address, if there is one. */
export const afterIn = (given: URLSearchParams): string | null => given.get('after') || null;

/** The page after the one that ends at a cursor. */
export const nextOf = (path: string, { hasNextPage, endCursor }: { hasNextPage: boolean; endCursor: string | null }) =>
  hasNextPage && endCursor
    ? { href: `${path}?${new URLSearchParams({ after: endCursor })}`, words: 'Next page' }
    : undefined;

/** The first page, from any other. */
export const firstOf = (path: string, after: string | null) =>
  after === null ? undefined : { href: path, words: 'First page' };

/** One of the values that a parameter may have, or null without it. @throws GraphQLError with BAD_USER_INPUT */
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
