import { createHash } from 'node:crypto';
import fresh from 'fresh';

/** Makes a strong entity tag (RFC 9110 § 8.8.3) from the values that decide every byte of a response. */
export function entityTag(...values: readonly unknown[]): string {
  return `"${createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 32)}"`;
}

/** Tells whether If-None-Match names this tag or is `*`, by the weak comparison of RFC 9110 § 13.1.2: answer 304 then. */
export const isFresh = (ifNoneMatch: string | undefined, etag: string): boolean =>
  fresh({ 'if-none-match': ifNoneMatch }, { etag });
