/** Decides whether a request may enter: it checks API keys and counts requests. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { clientAddressBy, networkOf } from './client-address.ts';
import { allowOrigin, RATE_HEADERS } from './cors.ts';
import { KeyRing } from './keys.ts';
import { Rates } from './rates.ts';
import type { RequestTrace } from './trace.ts';

/**
 * What a request asks for. `site` is the website, which PUBLIC_PAGES can open to everyone. `graphql` is the API, of which
 * PUBLIC_PAGES opens only the documents of the website itself. `data` always needs a key if there are any keys: exports
 * and every other route that does not belong to the website.
 */
export type RequestArea = 'site' | 'graphql' | 'data';

/** Why a request may not enter. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** Returns undefined if the request may enter. Sets the headers of the response in both cases. */
export type Door = (
  request: IncomingMessage,
  response: ServerResponse,
  trace: RequestTrace,
  area: RequestArea,
) => Promise<Refusal | undefined>;

/** A key in the Authorization header (RFC 6750 § 2.1). */
const BEARER = /^Bearer +([\w.~+/-]+=*) *$/i;
const IS_BEARER = /^Bearer\b/i;

/** The challenges of RFC 6750 § 3. Only a request with a key gets an error code (§ 3.1). */
export const CHALLENGE = 'Bearer realm="glossograph"';
const CHALLENGE_TO_WRONG_KEY = `${CHALLENGE}, error="invalid_token"`;

/** The message for a request without a key. */
export const KEY_NEEDED = 'This server requires an API key. Send the key in the header `Authorization: Bearer KEY`.';

const WRONG_KEY: Refusal = {
  status: 401,
  code: 'UNAUTHENTICATED',
  message: 'authorization: must be `Bearer`, followed by a key that this server accepts',
};
const NO_KEY: Refusal = { status: 401, code: 'UNAUTHENTICATED', message: KEY_NEEDED };

const tooMany = (limit: number, seconds: number): Refusal => ({
  status: 429,
  code: 'RATE_LIMITED',
  message: `This server accepts ${limit} requests per minute. Send the next request in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
});

type DoorConfig = Pick<Config, 'API_KEYS' | 'PUBLIC_PAGES' | 'RATE_LIMIT' | 'TRUSTED_PROXIES' | 'CORS_ORIGINS'>;

/**
 * Creates the door of a server. Undefined if every request may enter, which is the default.
 *
 * @throws ConfigError if the file of keys cannot be read
 */
export function createDoor(config: DoorConfig, log: Pick<Logger, 'error' | 'info'>): Door | undefined {
  const keys = config.API_KEYS === undefined ? undefined : new KeyRing(config.API_KEYS, log);
  const rates = config.RATE_LIMIT > 0 ? new Rates(config.RATE_LIMIT) : undefined;
  if (keys === undefined && rates === undefined) return undefined;
  const addressOf = clientAddressBy(config.TRUSTED_PROXIES);

  const refusalFor = (
    request: IncomingMessage,
    response: ServerResponse,
    trace: RequestTrace,
    area: RequestArea,
  ): Refusal | undefined => {
    if (keys === undefined || trace.key !== undefined) return undefined;
    if (isPreflight(request, area)) return undefined;
    const isWrong = IS_BEARER.test(request.headers.authorization ?? '');
    // A gateway may send credentials of its own, such as `Basic`: they are not a key, and not a wrong key either.
    if (!isWrong && config.PUBLIC_PAGES && area !== 'data') {
      trace.isVisitor = true;
      return undefined;
    }
    response.setHeader('www-authenticate', isWrong ? CHALLENGE_TO_WRONG_KEY : CHALLENGE);
    return isWrong ? WRONG_KEY : NO_KEY;
  };

  return async (request, response, trace, area) => {
    const key = BEARER.exec(request.headers.authorization ?? '')?.[1];
    if (key !== undefined) trace.key = await keys?.nameOf(key);
    const budget = await rates?.count(
      trace.key === undefined ? `at ${networkOf(addressOf(request))}` : `by ${trace.key}`,
    );
    if (budget) {
      response.setHeader('ratelimit-limit', budget.limit);
      response.setHeader('ratelimit-remaining', budget.remaining);
      response.setHeader('ratelimit-reset', budget.resetSeconds);
    }
    const refusal = budget?.isExceeded
      ? tooMany(budget.limit, budget.resetSeconds)
      : refusalFor(request, response, trace, area);
    if (refusal === undefined) return undefined;
    if (budget?.isExceeded) response.setHeader('retry-after', budget.resetSeconds);
    response.setHeader('cache-control', 'no-store');
    allowOrigin(response, request.headers.origin, config, [...RATE_HEADERS]);
    return refusal;
  };
}

/**
 * Whether a browser asks on behalf of another site whether it may send the real request. Browsers never send a key with
 * this request, and its response contains no data.
 */
const isPreflight = ({ method, headers }: IncomingMessage, area: RequestArea): boolean =>
  area === 'graphql' && method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
