import type { Logger } from 'pino';
import { contextOf } from '../../schema/context.ts';
import { schema } from '../../schema/index.ts';
import type { Config } from '../config.ts';
import type { Graph } from '../graph/connect.ts';
import type { DatabaseState } from '../graph/heartbeat.ts';
import { type App, createApp } from './app.ts';
import { routesOf } from './routes.ts';

/** Assembles the server that `glossograph start` runs: the API, the pages and the files over one graph. */
export function appOf(graph: Graph, config: Config, log: Logger, state?: () => DatabaseState): App {
  return createApp({
    schema,
    config,
    log,
    contextFor: (trace) => contextOf(graph, trace),
    ready: () => graph.ready(),
    state,
    routes: routesOf({ graph, config }),
  });
}
