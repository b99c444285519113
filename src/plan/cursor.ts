import { createHash } from 'node:crypto';
import { badInput } from '../graph/errors.ts';
import type { OrderKey } from './fragment.ts';

/** The largest page. The default is 20. */
export const MAX_PAGE = 100;
const DEFAULT_PAGE = 20;

/** The arguments of every connection field. */
export interface PageArgs {
  first?: number | null | undefined;
  after?: string | null | undefined;
}

/** The checked arguments of a connection field: `after` is the key of the last row seen. */
export interface PageRequest {
  first: number;
  after: readonly CursorKey[] | null;
}

type CursorKey = string | number;

/**
 * Checks the arguments of a connection field. The planner and the resolver both call it, so that a bad argument fails only
 * its own field.
 *
 * @param list the name of the list's fragment, which a cursor must carry
 * @throws GraphQLError BAD_USER_INPUT
 */
export function parsePage(args: PageArgs, list: string, order: readonly OrderKey[]): PageRequest {
  const first = args.first ?? DEFAULT_PAGE;
  if (first < 0 || first > MAX_PAGE) throw badInput(`first: must be between 0 and ${MAX_PAGE}, not ${first}`);
  return { first, after: args.after == null ? null : decodeCursor(args.after, list, order.length) };
}

/**
 * The cursor of a row of `list`: its sort key, not its number, so that rows added before it do not shift the page. A
 * checksum tells a cursor of this list from one that was altered, cut or made up.
 */
export function encodeCursor(list: string, key: readonly unknown[]): string {
  const text = JSON.stringify(key);
  return Buffer.from(checksum(list, text) + text).toString('base64url');
}

function decodeCursor(cursor: string, list: string, length: number): CursorKey[] {
  const decoded = Buffer.from(cursor, 'base64url').toString();
  const text = decoded.slice(CHECKSUM_LENGTH);
  if (decoded.slice(0, CHECKSUM_LENGTH) !== checksum(list, text)) throw foreignCursor();
  const key: CursorKey[] = JSON.parse(text);
  if (key.length !== length) throw foreignCursor();
  return key;
}

const CHECKSUM_LENGTH = 8;
const checksum = (list: string, text: string) =>
  createHash('sha256').update(`${list}\n${text}`).digest('base64url').slice(0, CHECKSUM_LENGTH);
const foreignCursor = () => badInput('after: must be a cursor from a previous page of the same list');

/**
 * The condition for rows after the cursor: `a >= c[0] AND (a > c[0] OR b > c[1])`. In this form an index on `a` gives the
 * order and the start. With `a > … OR (a = … AND …)` Neo4j reads all rows and sorts them (9 times slower on 10,000 terms).
 */
export function afterCursor(order: readonly OrderKey[], cursor: string): string {
  return order.reduceRight((rest, { cypher, descending }, i) => {
    const sign = descending ? '<' : '>';
    const key = `${cursor}[${i}]`;
    const beyond = `${cypher} ${sign} ${key}`;
    return rest === '' ? beyond : `${cypher} ${sign}= ${key} AND (${beyond} OR (${rest}))`;
  }, '');
}
