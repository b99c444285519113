import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestTrace } from './trace.ts';

/** Pages and files beside the API. They answer GET and HEAD; anything else is refused before they are asked. */
export interface Route {
  /** @param path of the URL, without its query and as it came: still percent-encoded */
  matches(path: string): boolean;
  /**
   * Answers, and may set headers of its own before. What it throws becomes an answer of the server: a coded GraphQLError
   * by its code, anything else a 500 that tells nothing.
   */
  answer(request: IncomingMessage, response: ServerResponse, trace: RequestTrace): void | Promise<void>;
}

const STATUS: Readonly<Record<string, number>> = {
  BAD_USER_INPUT: 400,
  NOT_FOUND: 404,
  CONFLICT: 409,
  LIMIT_EXCEEDED: 413,
  TIMEOUT: 503,
  DATABASE_UNAVAILABLE: 503,
};

/** The HTTP status that says what a code of the API says. */
export const statusOf = (code: unknown): number => STATUS[String(code)] ?? 500;
