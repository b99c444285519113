/** Traces with OpenTelemetry. Only `startTracing` imports this module, so the packages load only if tracing is on. */
import {
  context,
  DiagLogLevel,
  diag,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import {
  ATTR_DB_QUERY_TEXT,
  ATTR_DB_SYSTEM_NAME,
  ATTR_ERROR_TYPE,
  ATTR_HTTP_REQUEST_METHOD,
  ATTR_HTTP_RESPONSE_STATUS_CODE,
  ATTR_HTTP_ROUTE,
  ATTR_SERVICE_NAME,
  ATTR_SERVICE_VERSION,
  ATTR_URL_PATH,
  ATTR_URL_SCHEME,
} from '@opentelemetry/semantic-conventions';
import { VERSION } from '../version.ts';
import type { RequestSpan, SpanRequest, TracedOperation, TracedResult, Tracing, TracingLog } from './spans.ts';

/** These attributes of the semantic conventions are not stable yet, so the package does not export them. */
const ATTR_DB_RESPONSE_RETURNED_ROWS = 'db.response.returned_rows';
const ATTR_GRAPHQL_OPERATION_TYPE = 'graphql.operation.type';
const ATTR_GRAPHQL_OPERATION_NAME = 'graphql.operation.name';

const ATTR_KIND_OF_ROUTE = 'glossograph.route';

/** The routes with only one path. */
const EXACT: ReadonlySet<string> = new Set(['/graphql', '/health', '/ready', '/metrics']);

/** A server that stops waits so long for the receiver of its last spans, in milliseconds. */
const FAREWELL_MS = 3_000;
/** A receiver that does not respond is logged this often, in milliseconds. */
const COMPLAINT_MS = 60_000;
/** The longest operation name that a span contains. */
const LONGEST_NAME = 200;

/** Starts OpenTelemetry. It reads its settings, such as the address of the receiver, from the standard variables. */
export function openTelemetry(log: TracingLog): Tracing {
  let complainedAt = Number.NEGATIVE_INFINITY;
  const complain = (message: string) => {
    if (performance.now() - complainedAt < COMPLAINT_MS) return;
    complainedAt = performance.now();
    log.warn(`Traces could not be sent: ${reasonIn(message)}`);
  };
  const ignore = () => undefined;
  diag.setLogger(
    { error: complain, warn: complain, info: ignore, debug: ignore, verbose: ignore },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
  const own = resourceFromAttributes({ [ATTR_SERVICE_NAME]: 'glossograph', [ATTR_SERVICE_VERSION]: VERSION });
  const provider = new NodeTracerProvider({
    resource: own.merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  provider.register();
  return new OpenTelemetryTracing(provider);
}

/** The reason in a message of the exporter, which is a JSON object with a stack. */
function reasonIn(message: string): string {
  try {
    return String((JSON.parse(message) as { message?: unknown }).message ?? message);
  } catch {
    return message.split('\n')[0] ?? message;
  }
}

class OpenTelemetryTracing implements Tracing {
  private readonly provider: NodeTracerProvider;
  private readonly tracer: Tracer;

  constructor(provider: NodeTracerProvider) {
    this.provider = provider;
    this.tracer = provider.getTracer('glossograph', VERSION);
  }

  request({ method, path, headers }: SpanRequest): RequestSpan {
    const remote = propagation.extract(ROOT_CONTEXT, headers);
    // A request to a proxy names a whole URL, which may contain a password.
    const attributes = {
      [ATTR_HTTP_REQUEST_METHOD]: method,
      [ATTR_URL_SCHEME]: 'http',
      ...(path.startsWith('/') && { [ATTR_URL_PATH]: path }),
      ...(EXACT.has(path) && { [ATTR_HTTP_ROUTE]: path }),
    };
    const span = this.tracer.startSpan(method, { kind: SpanKind.SERVER, attributes }, remote);
    return {
      traceId: span.spanContext().traceId,
      run: (work) => context.with(trace.setSpan(remote, span), work),
      end: ({ route, status, codes }) => {
        span.updateName(`${method} ${route}`);
        span.setAttribute(ATTR_KIND_OF_ROUTE, route);
        if (status !== null) span.setAttribute(ATTR_HTTP_RESPONSE_STATUS_CODE, status);
        if (status === null) fail(span, 'aborted');
        else if (status >= 500) fail(span, codes[0] ?? String(status));
        span.end();
      },
    };
  }

  operation<Result>({ type, name }: TracedOperation, execute: () => Result | Promise<Result>): Promise<Result> {
    const attributes = {
      [ATTR_GRAPHQL_OPERATION_TYPE]: type,
      ...(name && { [ATTR_GRAPHQL_OPERATION_NAME]: name.slice(0, LONGEST_NAME) }),
    };
    const span = this.tracer.startSpan(type, { attributes });
    return context.with(trace.setSpan(context.active(), span), async () => {
      try {
        const result = await execute();
        const [error] = (result as TracedResult).errors ?? [];
        if (error) fail(span, String(error.extensions?.code ?? 'GRAPHQL_ERROR'));
        return result;
      } catch (error) {
        fail(span, codeOf(error));
        throw error;
      } finally {
        span.end();
      }
    });
  }

  statement(purpose: string, text: string): ((rows: number, error: unknown) => void) | undefined {
    if (trace.getActiveSpan() === undefined) return undefined;
    const attributes = { [ATTR_DB_SYSTEM_NAME]: 'neo4j', [ATTR_DB_QUERY_TEXT]: text };
    const span = this.tracer.startSpan(`neo4j ${purpose}`, { kind: SpanKind.CLIENT, attributes });
    return (rows, error) => {
      if (error === undefined) span.setAttribute(ATTR_DB_RESPONSE_RETURNED_ROWS, rows);
      else fail(span, codeOf(error));
      span.end();
    };
  }

  async end(): Promise<void> {
    const patience = new Promise<void>((done) => setTimeout(done, FAREWELL_MS).unref());
    await Promise.race([this.provider.shutdown().catch(() => undefined), patience]);
    trace.disable();
    context.disable();
    propagation.disable();
    diag.disable();
  }
}

/** Marks a span as failed. Messages stay out of it, because they may contain what a client sent. */
function fail(span: Span, errorType: string): void {
  span.setAttribute(ATTR_ERROR_TYPE, errorType);
  span.setStatus({ code: SpanStatusCode.ERROR });
}

/** The code of an error from the API or from Neo4j, or else the name of its class. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'Error';
  const { extensions, code } = error as { extensions?: { code?: unknown }; code?: unknown };
  return String(extensions?.code ?? code ?? error.name);
}
