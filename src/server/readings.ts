/** The metrics that are read from other rooms when Prometheus asks for them. Reading them costs nothing in between. */

import { getHeapStatistics } from 'node:v8';
import { type Graph, MOST_CONNECTIONS } from '../graph/connect.ts';
import type { DatabaseState } from '../graph/heartbeat.ts';
import type { ServerLoad } from '../http/load.ts';
import { questionsOf } from '../meaning/of-graph.ts';
import type { Metrics } from '../telemetry/metrics.ts';

/** The load on a server that limits how many requests it works on at the same time. */
export interface LoadReading {
  /** The number of requests that wait for their turn. */
  queued: number;
  /** The number of requests that the server works on. */
  running: number;
  /** The number of requests that the server refused because of its load since it started, by the queue that was full. */
  shed: Readonly<Record<string, number>>;
}

/** The data about a server that its surrounding process has. */
export interface ProcessReadings {
  state?: (() => DatabaseState) | undefined;
  /** Whether the warm-up is complete, so that Neo4j has planned the most common queries. */
  isPlanned?: (() => boolean) | undefined;
  /** When the data last changed, in milliseconds since 1970. */
  changedAt?: (() => number | null) | undefined;
  load?: (() => LoadReading) | undefined;
}

const asNumber = (is: boolean): number => (is ? 1 : 0);

/** Adds the metrics of a graph: its statements, its sessions, and the language model. */
export function addGraphMetrics(metrics: Metrics, graph: Graph): void {
  graph.observers.add({
    begin(purpose) {
      const end = metrics.statement(purpose);
      return (_rows, error) => end(error);
    },
  });
  metrics.counter(
    'glossograph_neo4j_reads_total',
    'Reads by whether this process recently ran the same statement, in which case Neo4j probably has a plan for it.',
    'statement',
    () => ({ ...graph.reads }),
  );
  metrics.gauge(
    'glossograph_neo4j_sessions',
    'Open sessions. Each session uses one connection to Neo4j or waits for one.',
    () => graph.sessions,
  );
  metrics.gauge(
    'glossograph_neo4j_connections_max',
    'The maximum number of connections to Neo4j that the server opens at the same time.',
    () => MOST_CONNECTIONS,
  );
  metrics.gauge(
    'glossograph_meaning_model_loaded',
    'Whether the language model for search by meaning is loaded: 1 or 0.',
    () => asNumber(questionsOf(graph).isReady),
  );
  metrics.gauge(
    'glossograph_heap_limit_bytes',
    "The maximum amount of memory that the server's JavaScript heap can use.",
    () => getHeapStatistics().heap_size_limit,
  );
}

/** Adds the metrics of what the surrounding process knows. */
export function addProcessMetrics(metrics: Metrics, { state, isPlanned, changedAt, load }: ProcessReadings): void {
  if (state) {
    metrics.gauge('glossograph_database_up', 'Whether the database responded to the last check: 1 or 0.', () =>
      asNumber(state().pulse === 'answers'),
    );
    metrics.gauge('glossograph_database_response_seconds', 'Time that the last check of the database took.', () => {
      const { answeredInMs } = state();
      return answeredInMs === null ? undefined : answeredInMs / 1_000;
    });
  }
  if (isPlanned) {
    metrics.gauge('glossograph_plans_warm', 'Whether Neo4j has planned the most common queries: 1 or 0.', () =>
      asNumber(isPlanned()),
    );
  }
  if (changedAt) {
    metrics.gauge(
      'glossograph_data_changed_timestamp_seconds',
      'When the last import that changed the data was committed, in seconds since 1970.',
      () => {
        const at = changedAt();
        return at === null ? undefined : at / 1_000;
      },
    );
  }
  if (load) addLoadMetrics(metrics, load);
}

/** The load that the gates of a server measure. */
export const loadReading = ({ queries, exports }: ServerLoad): LoadReading => ({
  queued: queries.figures.waiting + exports.figures.waiting,
  running: queries.figures.running + exports.figures.running,
  shed: { queries: queries.figures.shed, exports: exports.figures.shed },
});

function addLoadMetrics(metrics: Metrics, load: () => LoadReading): void {
  metrics.gauge('glossograph_load_queued_requests', 'Requests that are waiting for their turn.', () => load().queued);
  metrics.gauge('glossograph_load_running_requests', 'Requests that the server is processing.', () => load().running);
  metrics.counter(
    'glossograph_load_shed_requests_total',
    'Requests that the server refused because of its load.',
    'queue',
    () => ({ ...load().shed }),
  );
}
