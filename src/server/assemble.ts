import type { Logger } from 'pino';
import { schema } from '../../schema/index.ts';
import type { Config } from '../config.ts';
import type { Graph } from '../graph/connect.ts';
import { Reader } from '../plan/read.ts';
import { type App, createApp } from './app.ts';
import { routesOf } from './routes.ts';

/** The whole server over one graph, as `glossograph start` runs it: the API, and the pages and files beside it. */
export function appOf(graph: Graph, config: Config, log: Logger): App {
  return createApp({
    schema,
    config,
    log,
    contextFor: (trace) => ({ graph: new Reader(graph, trace) }),
    ready: () => graph.ready(),
    routes: routesOf({ graph, config }),
  });
}
