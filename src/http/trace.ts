import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** What is known of a request from its first byte to its last: handed to resolvers as context, and to the log. */
export interface RequestTrace {
  readonly requestId: string;
  /** Until when an answer is wanted, in epoch milliseconds. */
  readonly deadline: number;
  /** Aborted when the client has gone. */
  readonly signal: AbortSignal;
  operation?: string | undefined;
  codes?: string[];
}

/** Ids that clients send are taken over when they are harmless in a log. */
const REQUEST_ID = /^[\w.:-]{1,64}$/;

/** Begins a trace: the id goes back to the client, and the signal follows the connection. */
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
