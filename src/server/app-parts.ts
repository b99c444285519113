import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { DatabaseState } from '../graph/heartbeat.ts';
import type { ServerLoad } from '../http/load.ts';
import type { PersistedQueries } from '../http/persisted-queries.ts';
import type { ResponseCacheOptions } from '../http/response-cache.ts';
import type { Route } from '../http/route.ts';
import type { RequestTrace } from '../http/trace.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { Tracing } from '../telemetry/spans.ts';
import type { Readiness } from './readiness.ts';

/** The parts of the app. The app itself does not open any connection. */
export interface AppParts {
  schema: GraphQLSchema;
  config: Config;
  log: Logger;
  /** Creates the context that resolvers receive for a request. */
  contextFor(trace: RequestTrace): object;
  /**
   * Whether the database responds, whether it contains a seed, and whether the most common queries are planned. Never
   * throws.
   */
  ready(): Promise<Readiness>;
  /** The most recent state of the database according to a watch. Absent if there is no watch. */
  state?: (() => DatabaseState) | undefined;
  /** Checks whether a cached response is still valid. Without it, no responses are cached. */
  freshness?: Pick<ResponseCacheOptions, 'versions' | 'situation'> | undefined;
  /**
   * The documents that clients can identify by their hash. By default, these are the documents that clients register.
   */
  persisted?: PersistedQueries | undefined;
  /** The gates that admit work. By default, those of the settings. */
  load?: ServerLoad | undefined;
  /** Pages and files that the server offers in addition to the API. */
  routes?: readonly Route[];
  /** Responds to browsers if no route has the path. Other clients get JSON. */
  unknown?: Route['answer'];
  metrics?: Metrics | undefined;
  tracing?: Tracing | undefined;
  /** Whether the server is about to end. From then on, it refuses new requests. */
  isStopping?: (() => boolean) | undefined;
}
