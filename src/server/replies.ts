import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import type { Present } from '../http/errors.ts';
import { statusOf } from '../http/route.ts';
import type { RequestTrace } from '../http/trace.ts';

/** Sends JSON. */
export function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

/** Refuses a request in the form of a GraphQL response, and records the code. Does nothing if a response has begun. */
export function refuse(
  response: ServerResponse,
  status: number,
  code: string,
  message: string,
  trace: RequestTrace,
): void {
  if (response.headersSent) return;
  trace.codes = [code];
  answer(response, status, { errors: [{ message, extensions: { code } }] });
}

/** Ends a request whose handler threw an error. */
export type Fail = (error: unknown, response: ServerResponse, trace: RequestTrace) => void;

/** Creates the function that sends errors in the form that clients can see. A response that has begun is cut off. */
export const createFail =
  (present: Present): Fail =>
  (error, response, trace) => {
    const coded = error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error });
    const { message, extensions } = present(coded, trace.requestId);
    trace.codes = [String(extensions.code)];
    if (response.headersSent) return void response.destroy();
    const { headers = {} } = (extensions.http ?? {}) as { headers?: Record<string, string> };
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    refuse(response, statusOf(extensions.code), String(extensions.code), message, trace);
  };

/** The time that a client has to read the answer before its connection is closed, in milliseconds. */
const LINGER_MS = 1_000;

/** Closes the connection of a request that was answered before its body came: the rest may never come. */
export function closeUnlessComplete(request: IncomingMessage): void {
  if (request.complete) return;
  const timer = setTimeout(() => request.complete || request.socket.destroy(), LINGER_MS);
  request.socket.once('close', () => clearTimeout(timer));
}
