import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RouteKind } from './route-kind.ts';
import type { RequestTrace } from './trace.ts';

/** Pages or files that the server offers in addition to the API. The server calls a route only for GET and HEAD. */
export interface Route {
  /** The kind of the route. By default, `other`. It also decides whether PUBLIC_PAGES opens the route. */
  readonly kind?: RouteKind;
  /** @param path the path of the URL, percent-encoded and without the query */
  matches(path: string): boolean;
  /**
   * Responds to the request. If it throws an error, the server responds: with the code of a coded GraphQLError, or
   * otherwise with status 500 and no details.
   */
  answer(request: IncomingMessage, response: ServerResponse, trace: RequestTrace): void | Promise<void>;
}

/** The path of a request, without the query. */
export const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?', 1)[0] ?? '/';

const STATUS: Readonly<Record<string, number>> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  NOT_FOUND: 404,
  CONFLICT: 409,
  LIMIT_EXCEEDED: 413,
  RATE_LIMITED: 429,
  TIMEOUT: 503,
  OVERLOADED: 503,
  DATABASE_UNAVAILABLE: 503,
};

/** The HTTP status for an error code of the API. */
export const statusOf = (code: unknown): number => STATUS[String(code)] ?? 500;
