import type { ServerResponse } from 'node:http';
import type { Config } from '../config.ts';

/** The headers about the rate limit that pages on other sites can read. */
export const RATE_HEADERS = ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset', 'Retry-After'] as const;

/**
 * Lets pages on an allowed origin read a response and some of its headers.
 *
 * @param exposed the names of these headers
 */
export function allowOrigin(
  response: ServerResponse,
  origin: string | undefined,
  { CORS_ORIGINS }: Pick<Config, 'CORS_ORIGINS'>,
  exposed: readonly string[],
): void {
  if (CORS_ORIGINS.length === 0) return;
  const all = CORS_ORIGINS.includes('*');
  if (!all) response.setHeader('vary', 'Origin');
  if (!all && (origin === undefined || !CORS_ORIGINS.includes(origin))) return;
  response.setHeader('access-control-allow-origin', all ? '*' : (origin ?? ''));
  response.setHeader('access-control-expose-headers', exposed.join(', '));
}
