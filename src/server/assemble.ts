import type { Logger } from 'pino';
import { contextOf } from '../../schema/context.ts';
import { ownDocuments } from '../../schema/document.ts';
import '../explorer/browser/api/documents.ts';
import '../pages/browser/suggest.ts';
import { schema } from '../../schema/index.ts';
import type { Config } from '../config.ts';
import type { Graph } from '../graph/connect.ts';
import type { DatabaseState } from '../graph/heartbeat.ts';
import { versionsOf } from '../graph/version.ts';
import { loadOf } from '../http/load.ts';
import { persistedQueriesOf } from '../http/persisted-queries.ts';
import { questionsOf } from '../meaning/of-graph.ts';
import { answerUnknown } from '../pages/unknown.tsx';
import { type App, createApp } from './app.ts';
import { routesOf } from './routes.ts';

/** The data about a server that its surrounding process has. */
export interface ServerWatch {
  /** The most recent state of the database according to a watch. */
  state?: () => DatabaseState;
  /** Whether the most common queries are planned. */
  isWarm?: () => boolean;
}

/** Assembles the server that `glossograph start` runs: the API, the pages, and the files for one graph. */
export function appOf(
  graph: Graph,
  config: Config,
  log: Logger,
  { state, isWarm = () => true }: ServerWatch = {},
): App {
  const load = loadOf(config);
  return createApp({
    schema,
    config,
    log,
    contextFor: (trace) => contextOf(graph, trace),
    ready: async () => ({ ...(await graph.ready()), warm: isWarm() }),
    state,
    // The followers of a cluster apply transactions at different times: the version of one says nothing about another.
    freshness: config.NEO4J_URI?.startsWith('neo4j')
      ? undefined
      : { versions: versionsOf(graph), situation: () => `${questionsOf(graph).isReady}` },
    persisted: persistedQueriesOf(config, ownDocuments()),
    load,
    routes: routesOf({ graph, config, load }),
    unknown: answerUnknown(config),
  });
}
