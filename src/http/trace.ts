import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Tracing } from '../telemetry/spans.ts';
import type { RouteKind } from './route-kind.ts';

/** The data about a request that resolvers receive as context and that the log records. */
export interface RequestTrace {
  readonly requestId: string;
  /** The time by which the response must be sent, in milliseconds since the epoch. */
  readonly deadline: number;
  /** Aborted when the client disconnects. */
  readonly signal: AbortSignal;
  /** The name of the API key that the client sent. */
  key?: string | undefined;
  /** Whether the client has no API key and may therefore send only the website's own documents. */
  isVisitor?: boolean;
  /** The name of the operation. */
  operation?: string | undefined;
  /** The cost of the operation: see `plan/cost.ts`. */
  cost?: number | undefined;
  /** Whether the response came from the cache. */
  fromCache?: boolean;
  /** The codes of the errors in the response. */
  codes?: string[];
  /** The kind of the route that responds, for the metrics. */
  route?: RouteKind;
  /** This object itself. Yoga copies it into its own context, so its plugins must write to the original. */
  readonly original?: RequestTrace;
  /** Records spans. Absent if tracing is off. */
  readonly tracing?: Tracing | undefined;
}

/** The trace of a request, from the context of a plugin. */
export const originalOf = (context: RequestTrace): RequestTrace => context.original ?? context;

/** Ids of clients that are safe in a log are kept. */
const REQUEST_ID = /^[\w.:-]{1,64}$/;

/** Begins a trace. The response contains the request id. The signal is aborted when the connection closes. */
export function beginTrace(
  request: IncomingMessage,
  response: ServerResponse,
  timeoutMs: number,
  tracing?: Tracing | undefined,
): RequestTrace {
  const given = request.headers['x-request-id'];
  const requestId = typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
  response.setHeader('x-request-id', requestId);
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  const trace: Omit<RequestTrace, 'original'> & { original?: RequestTrace } = {
    ...{ requestId, deadline: Date.now() + timeoutMs, signal: gone.signal, tracing },
  };
  trace.original = trace;
  return trace;
}
