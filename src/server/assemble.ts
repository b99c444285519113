import type { Logger } from 'pino';
import { contextOf } from '../../schema/context.ts';
import { ownDocuments } from '../../schema/document.ts';
import '../explorer/browser/api/documents.ts';
import '../pages/browser/suggest.ts';
import { schema } from '../../schema/index.ts';
import type { Config } from '../config.ts';
import type { Graph } from '../graph/connect.ts';
import { versionsOf } from '../graph/version.ts';
import { loadOf } from '../http/load.ts';
import { persistedQueriesOf } from '../http/persisted-queries.ts';
import { questionsOf } from '../meaning/of-graph.ts';
import { answerUnknown } from '../pages/unknown.tsx';
import { loadedData } from '../store/data-state.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { Tracing } from '../telemetry/spans.ts';
import { type App, createApp } from './app.ts';
import type { ModelState, Readiness } from './readiness.ts';
import { addGraphMetrics, addProcessMetrics, loadReading, type ProcessReadings } from './readings.ts';
import { routesOf } from './routes.ts';

/** The data about a server that its surrounding process has, and the objects that record its work. */
export interface ServerWatch extends ProcessReadings {
  /** Whether the server is ready for users: the warm-up is complete or has taken too long. */
  isWarm?: (() => boolean) | undefined;
  metrics?: Metrics | undefined;
  tracing?: Tracing | undefined;
  /** Whether the server is about to end. */
  isStopping?: (() => boolean) | undefined;
}

/** The time in which a database that works responds to `/ready`, in milliseconds. */
const READY_MS = 1_500;

/** Assembles the server that `glossograph start` runs: the API, the pages, and the files for one graph. */
export function appOf(graph: Graph, config: Config, log: Logger, watch: ServerWatch = {}): App {
  const { metrics, tracing, state, isWarm = () => true, isStopping } = watch;
  const load = loadOf(config);
  if (metrics) {
    addGraphMetrics(metrics, graph);
    addProcessMetrics(metrics, { load: () => loadReading(load), ...watch });
  }
  if (tracing) graph.observers.add({ begin: (purpose, text) => tracing.statement(purpose, text) });
  return createApp({
    schema,
    config,
    log,
    contextFor: (trace) => contextOf(graph, trace),
    ready: () => readinessOf(graph, config, isWarm()),
    state,
    // The followers of a cluster apply transactions at different times: the version of one says nothing about another.
    freshness: config.NEO4J_URI?.startsWith('neo4j')
      ? undefined
      : { versions: versionsOf(graph), situation: () => `${questionsOf(graph).isReady}` },
    persisted: persistedQueriesOf(config, ownDocuments()),
    load,
    routes: routesOf({ graph, config, load, metrics }),
    unknown: answerUnknown(config),
    metrics,
    tracing,
    isStopping,
  });
}

/** The state of the database and of the language model. Never throws. */
async function readinessOf(graph: Graph, { MEANING }: Config, warm: boolean): Promise<Readiness> {
  const model: ModelState = !MEANING ? 'off' : questionsOf(graph).isReady ? 'ready' : 'missing';
  const started = performance.now();
  try {
    const { version, seeded } = await loadedData(graph, { deadline: Date.now() + READY_MS });
    return { database: true, seeded, warm, model, latencyMs: performance.now() - started, dataVersion: version };
  } catch {
    return { database: false, seeded: false, warm, model };
  }
}
