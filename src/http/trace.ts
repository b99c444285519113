import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** The data about a request that resolvers receive as context and that the log records. */
export interface RequestTrace {
  readonly requestId: string;
  /** The time by which the response must be sent, in milliseconds since the epoch. */
  readonly deadline: number;
  /** Aborted when the client disconnects. */
  readonly signal: AbortSignal;
  /** The name of the operation. */
  operation?: string | undefined;
  /** The cost of the operation: see `plan/cost.ts`. */
  cost?: number | undefined;
  /** Whether the response came from the cache. */
  fromCache?: boolean;
  /** The codes of the errors in the response. */
  codes?: string[];
}

/** Ids of clients that are safe in a log are kept. */
const REQUEST_ID = /^[\w.:-]{1,64}$/;

/** Begins a trace. The response contains the request id. The signal is aborted when the connection closes. */
export function beginTrace(request: IncomingMessage, response: ServerResponse, timeoutMs: number): RequestTrace {
  const given = request.headers['x-request-id'];
  const requestId = typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
  response.setHeader('x-request-id', requestId);
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  return { requestId, deadline: Date.now() + timeoutMs, signal: gone.signal };
}
