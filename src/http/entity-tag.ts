import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import fresh from 'fresh';

/** Creates a strong entity tag (RFC 9110 § 8.8.3) from the values that determine every byte of a response. */
export function entityTag(...values: readonly unknown[]): string {
  return `"${createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 32)}"`;
}

/**
 * Whether If-None-Match contains this tag or is `*`, according to the weak comparison in RFC 9110 § 13.1.2. If so,
 * respond with 304.
 */
export const isFresh = (ifNoneMatch: string | undefined, etag: string): boolean =>
  fresh({ 'if-none-match': ifNoneMatch }, { etag });

/**
 * Adds a weak entity tag of the body to a response, and asks clients to revalidate it with the server. If the client
 * has the current body, responds with 304 and returns true.
 */
export function answeredAsFresh(request: IncomingMessage, response: ServerResponse, body: string): boolean {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  response.setHeader('etag', `W/${tag}`);
  response.setHeader('cache-control', 'no-cache');
  if (!isFresh(request.headers['if-none-match'], tag)) return false;
  response.writeHead(304).end();
  return true;
}
