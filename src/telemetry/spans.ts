import type { IncomingHttpHeaders } from 'node:http';

/** The data about a request that its span contains at the start. */
export interface SpanRequest {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
}

/** The data about a request that its span contains at the end. */
export interface SpanResponse {
  /** The kind of route, from a fixed list. */
  route: string;
  /** The HTTP status. Null if the client disconnected before the end of the response. */
  status: number | null;
  /** The codes of the errors in the response. */
  codes: readonly string[];
}

/** The span of one HTTP request. */
export interface RequestSpan {
  /** The id of the trace, for the log. */
  readonly traceId: string;
  /** Does work on the request. Spans that begin meanwhile become parts of this one. */
  run(work: () => void): void;
  end(response: SpanResponse): void;
}

/** A GraphQL operation: its type, such as `query`, and its name. */
export interface TracedOperation {
  type: string;
  name: string | undefined;
}

/** A GraphQL result, as far as its span describes it. */
export interface TracedResult {
  readonly errors?: readonly { readonly extensions?: { readonly code?: unknown } }[] | undefined;
}

/** Records what the server does for each request. Spans never contain parameters, variables, or headers. */
export interface Tracing {
  /** Begins the span of a request, as a part of the client's trace if the request has a `traceparent` header. */
  request(request: SpanRequest): RequestSpan;
  /** Executes a GraphQL operation in a span. */
  operation<Result>(operation: TracedOperation, execute: () => Result | Promise<Result>): Promise<Result>;
  /**
   * Begins the span of a statement. Returns the function that ends it, or undefined if the statement does not belong to a
   * request.
   */
  statement(purpose: string, text: string): ((rows: number, error: unknown) => void) | undefined;
  /** Sends the remaining spans and ends. Waits only briefly for a receiver that does not respond. */
  end(): Promise<void>;
}

/** A log for faults of the exporter, such as a pino logger. */
export interface TracingLog {
  warn(message: string): void;
}
