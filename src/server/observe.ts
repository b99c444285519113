import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { RequestTrace } from '../http/trace.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { Tracing } from '../telemetry/spans.ts';

/** The objects that record requests. Without metrics or tracing, only the log records them. */
export interface Recorders {
  log: Logger;
  metrics?: Metrics | undefined;
  tracing?: Tracing | undefined;
}

/** A request, its response, and its trace. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  trace: RequestTrace;
  path: string;
}

/**
 * Records one request: as one line of the log, in the metrics, and as a span.
 *
 * @param work responds to the request
 */
export function observe(
  { log, metrics, tracing }: Recorders,
  { request, response, trace, path }: Exchange,
  work: () => void,
): void {
  const started = performance.now();
  const { requestId } = trace;
  const { method = 'GET' } = request;
  const span = tracing?.request({ method, path, headers: request.headers });
  const measured = metrics?.begin();
  response.once('close', () => {
    const { key, operation, cost, fromCache, codes = [], route = 'other' } = trace;
    const elapsed = performance.now() - started;
    const status = response.writableFinished ? response.statusCode : null;
    measured?.({ route, status, seconds: elapsed / 1_000, codes });
    span?.end({ route, status, codes });
    log.info(
      {
        ...{ requestId, traceId: span?.traceId, method, path, key, operation, cost, status: response.statusCode },
        ...{ milliseconds: Math.round(elapsed * 10) / 10, fromCache, codes: trace.codes },
      },
      'request',
    );
  });
  if (span) span.run(work);
  else work();
}
