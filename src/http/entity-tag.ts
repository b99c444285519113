import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import fresh from 'fresh';

/** Makes a strong entity tag (RFC 9110 § 8.8.3) from the values that decide every byte of a response. */
export function entityTag(...values: readonly unknown[]): string {
  return `"${createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 32)}"`;
}

/** Tells whether If-None-Match names this tag or is `*`, by the weak comparison of RFC 9110 § 13.1.2: answer 304 then. */
export const isFresh = (ifNoneMatch: string | undefined, etag: string): boolean =>
  fresh({ 'if-none-match': ifNoneMatch }, { etag });

/**
 * Tags a response with a weak entity tag of its body, and asks clients to check with the server before they use it again. If the client
 * has the current body, it answers 304, and returns true.
 */
export function answeredAsFresh(request: IncomingMessage, response: ServerResponse, body: string): boolean {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  response.setHeader('etag', `W/${tag}`);
  response.setHeader('cache-control', 'no-cache');
  if (!isFresh(request.headers['if-none-match'], tag)) return false;
  response.writeHead(304).end();
  return true;
}
