import type { IncomingHttpHeaders } from 'node:http';
import { ConfigError } from '../config.ts';

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

/**
 * Starts tracing if the standard environment variables of OpenTelemetry name an exporter. Otherwise, returns undefined
 * without loading OpenTelemetry.
 *
 * @throws ConfigError if the variables require an exporter or a protocol that Glossograph does not have
 */
export async function startTracing(env: NodeJS.ProcessEnv, log: TracingLog): Promise<Tracing | undefined> {
  if (!isTracingOn(env)) return undefined;
  const { openTelemetry } = await import('./open-telemetry.ts');
  return openTelemetry(log);
}

/**
 * Whether the environment variables name an exporter for traces.
 *
 * @throws ConfigError see `startTracing`
 */
export function isTracingOn(env: NodeJS.ProcessEnv): boolean {
  if (env.OTEL_SDK_DISABLED?.toLowerCase() === 'true') return false;
  const asked = env.OTEL_TRACES_EXPORTER || undefined;
  if (asked === 'none') return false;
  if (asked === undefined && !env.OTEL_EXPORTER_OTLP_ENDPOINT && !env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT) return false;
  if (asked !== undefined && asked !== 'otlp') throw refused('OTEL_TRACES_EXPORTER', 'otlp or none', asked);
  for (const name of ['OTEL_EXPORTER_OTLP_TRACES_PROTOCOL', 'OTEL_EXPORTER_OTLP_PROTOCOL']) {
    const protocol = env[name] || undefined;
    if (protocol !== undefined && protocol !== 'http/json') throw refused(name, 'http/json', protocol);
    if (protocol !== undefined) break; // the more specific variable has priority
  }
  return true;
}

const refused = (name: string, accepted: string, given: string) =>
  new ConfigError(`Some settings are invalid:\n  ${name}: must be ${accepted}, not "${given}"`);
