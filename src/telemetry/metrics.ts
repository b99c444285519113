import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Reads a value when a client requests the metrics. The metric has no value while the reading is undefined. */
export type Reading = () => number | undefined;

/** The use of a cache since the process started. */
export interface CacheReading {
  readonly hits: number;
  readonly misses: number;
  /** The memory in use, in bytes. */
  readonly bytes: number;
}

/** The data about a request that the metrics contain. */
export interface RequestReport {
  /** The kind of route, from a fixed list. */
  route: string;
  /** The HTTP status. Null if the client disconnected before the end of the response. */
  status: number | null;
  seconds: number;
  /** The codes of the errors in the response. */
  codes: readonly string[];
}

/** From half a millisecond, for a cached response, to ten seconds, beyond the default time limit of a request. */
const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * The metrics of one server. Other rooms report events and offer readings. Labels have only values from fixed lists, never
 * text from clients, because each new value takes memory here and in Prometheus for good.
 */
export class Metrics {
  private readonly registry = new Registry();
  private readonly registers = [this.registry];
  private readonly requests = new Counter({
    ...{ name: 'glossograph_http_requests_total', help: 'HTTP requests by kind of route and by status.' },
    ...{ labelNames: ['route', 'status'] as const, registers: this.registers },
  });
  private readonly requestSeconds = new Histogram({
    ...{ name: 'glossograph_http_request_duration_seconds', help: 'Time from the request to the end of its response.' },
    ...{ labelNames: ['route'] as const, buckets: SECONDS, registers: this.registers },
  });
  private readonly underWay = new Gauge({
    ...{ name: 'glossograph_http_requests_in_progress', help: 'HTTP requests without a complete response.' },
    registers: this.registers,
  });
  private readonly operations = new Counter({
    ...{ name: 'glossograph_graphql_requests_total', help: 'Requests to the GraphQL API by outcome.' },
    ...{ labelNames: ['outcome'] as const, registers: this.registers },
  });
  private readonly errors = new Counter({
    ...{
      name: 'glossograph_errors_total',
      help: 'Responses that contain an error code, by kind of route and by code.',
    },
    ...{ labelNames: ['route', 'code'] as const, registers: this.registers },
  });
  private readonly statements = new Counter({
    ...{ name: 'glossograph_neo4j_statements_total', help: 'Statements sent to Neo4j by purpose and outcome.' },
    ...{ labelNames: ['purpose', 'outcome'] as const, registers: this.registers },
  });
  private readonly statementSeconds = new Histogram({
    name: 'glossograph_neo4j_statement_duration_seconds',
    help: 'Time from sending a statement to its last row.',
    ...{ labelNames: ['purpose'] as const, buckets: SECONDS, registers: this.registers },
  });

  constructor(version: string) {
    const build = new Gauge({
      ...{ name: 'glossograph_build_info', help: 'Always 1. The label contains the version of Glossograph.' },
      ...{ labelNames: ['version'] as const, registers: this.registers },
    });
    build.set({ version }, 1);
    // Series that do not exist yet look like missing data in an alert: `rate` needs the zero before the first error.
    for (const outcome of ['success', 'error', 'aborted']) this.operations.inc({ outcome }, 0);
  }

  /** Adds metrics about the process, such as memory and the delay of the event loop. They end only with the process. */
  watchProcess(): void {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Reports the start of a request. Returns the function that reports its end. */
  begin(): (report: RequestReport) => void {
    this.underWay.inc();
    return ({ route, status, seconds, codes }) => {
      this.underWay.dec();
      this.requests.inc({ route, status: status ?? 'aborted' });
      this.requestSeconds.observe({ route }, seconds);
      for (const code of new Set(codes)) this.errors.inc({ route, code });
      if (route !== 'graphql') return;
      this.operations.inc({ outcome: status === null ? 'aborted' : codes.length > 0 ? 'error' : 'success' });
    };
  }

  /** Reports the start of a statement. Returns the function that reports its end. */
  statement(purpose: string): (error: unknown) => void {
    const end = this.statementSeconds.startTimer({ purpose });
    return (error) => {
      end();
      this.statements.inc({ purpose, outcome: error === undefined ? 'success' : 'error' });
    };
  }

  /** Adds a metric that can rise and fall. */
  gauge(name: string, help: string, read: Reading): void {
    new Gauge({
      ...{ name, help, registers: this.registers },
      collect() {
        const value = read();
        if (value === undefined) this.remove();
        else this.set(value);
      },
    });
  }

  /** Adds a metric that only rises, with one value for each key of the reading. The key becomes the value of the label. */
  counter<Label extends string>(name: string, help: string, label: Label, read: () => Record<string, number>): void {
    new Counter<Label>({
      ...{ name, help, labelNames: [label], registers: this.registers },
      collect() {
        this.reset();
        for (const [key, value] of Object.entries(read())) this.inc({ [label]: key } as Record<Label, string>, value);
      },
    });
  }

  /** Adds the metrics of a cache: lookups by result, and its memory. */
  cache(name: string, what: string, read: () => CacheReading): void {
    this.counter(`glossograph_${name}_lookups_total`, `Lookups in the cache of ${what} by result.`, 'result', () => {
      const { hits, misses } = read();
      return { hit: hits, miss: misses };
    });
    this.gauge(`glossograph_${name}_bytes`, `Memory that the cache of ${what} uses.`, () => read().bytes);
  }

  /** The media type of `text`. */
  get contentType(): string {
    return this.registry.contentType;
  }

  /** All metrics in the text format of Prometheus. */
  text(): Promise<string> {
    return this.registry.metrics();
  }
}
