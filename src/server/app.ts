import type { IncomingMessage, ServerResponse } from 'node:http';
import compression from 'compression';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { createYoga } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { DatabaseState } from '../graph/heartbeat.ts';
import { asksForPage, graphiql } from '../graphiql/route.ts';
import { RATE_HEADERS } from '../http/cors.ts';
import { CostLimit, useCostLimit } from '../http/cost.ts';
import { createDoor, type RequestArea } from '../http/door.ts';
import { presenterOf } from '../http/errors.ts';
import { createExecute } from '../http/execute.ts';
import { useGone } from '../http/gone.ts';
import { hostCheck } from '../http/hosts.ts';
import { answerJsonPost, isPlainJsonPost, JSON_TYPE, type JsonPostParts } from '../http/json-post.ts';
import { loadOf, type ServerLoad } from '../http/load.ts';
import { useOperationSpans } from '../http/operation-span.ts';
import { useReadableParameters } from '../http/parameters.ts';
import { PersistedQueries } from '../http/persisted-queries.ts';
import { useLimits, useMutationsByJsonOnly, usePresentableErrors } from '../http/plugins.ts';
import { ResponseCache, type ResponseCacheOptions } from '../http/response-cache.ts';
import { pathOf, type Route, statusOf } from '../http/route.ts';
import { isOfSite } from '../http/route-kind.ts';
import { beginTrace, type RequestTrace } from '../http/trace.ts';
import { useResponseCache } from '../http/use-response-cache.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { Tracing } from '../telemetry/spans.ts';
import { observe } from './observe.ts';
import { healthAnswer, type Readiness, readyAnswer } from './readiness.ts';

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

/** A handler for `node:http`. */
export type App = (request: IncomingMessage, response: ServerResponse) => void;

/** The middleware of `compression`. Its types require Express, but it uses only what `node:http` provides. */
interface Compressor {
  compress(request: IncomingMessage, response: ServerResponse, next: () => void): void;
}

/** So long after the deadline, the client gets an answer even if a resolver is still working. */
const BACKSTOP_MS = 700;

/** The API over HTTP: `/graphql`, `/health` (the process), and `/ready` (the database responds and contains a seed). */
export function createApp({
  schema,
  config,
  log,
  contextFor,
  ready,
  state,
  freshness,
  persisted = new PersistedQueries(),
  load = loadOf(config),
  routes = [],
  unknown,
  metrics,
  tracing,
  isStopping = () => false,
}: AppParts): App {
  const megabytes = config.RESPONSE_CACHE;
  const cache =
    freshness && megabytes > 0 ? new ResponseCache({ bytes: megabytes * 1024 * 1024, ...freshness }) : undefined;
  const present = presenterOf(config, log);
  if (cache) metrics?.cache('response_cache', 'query responses', () => cache.reading);
  const costLimit = new CostLimit(schema, config.MAX_QUERY_COST);
  const yoga = createYoga<RequestTrace>({
    schema,
    context: (trace) => contextFor(trace),
    graphiql: false, // Yoga's page would load from another host
    landingPage: false,
    multipart: false,
    cors:
      config.CORS_ORIGINS.length > 0
        ? { origin: config.CORS_ORIGINS, methods: ['GET', 'POST'], exposedHeaders: [...RATE_HEADERS] }
        : false,
    maxRequestBodySize: config.MAX_BODY_BYTES,
    maskedErrors: false, // usePresentableErrors masks them and adds codes
    logging: false,
    plugins: [
      useReadableParameters(persisted),
      useLimits(config),
      useMutationsByJsonOnly(),
      useCostLimit(costLimit, load.queries),
      usePresentableErrors(present),
      useGone(),
      useResponseCache(cache),
      ...(tracing ? [useOperationSpans(tracing)] : []),
    ],
  });
  const jsonPost: JsonPostParts = {
    yoga,
    execute: createExecute(schema),
    costLimit,
    gate: load.queries,
    maxBytes: config.MAX_BODY_BYTES,
    persisted,
    cache,
    present: (error, { requestId }) => present(error, requestId),
  };
  const { compress }: Compressor = { compress: compression({ threshold: 1024 }) };

  /** Answers a request that failed unexpectedly. */
  const failed = (error: unknown, response: ServerResponse, trace: RequestTrace) => {
    const coded = error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error });
    const { message, extensions } = present(coded, trace.requestId);
    trace.codes = [String(extensions.code)];
    if (response.headersSent) response.destroy();
    else {
      const { headers = {} } = (extensions.http ?? {}) as { headers?: Record<string, string> };
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      refuse(response, statusOf(extensions.code), String(extensions.code), message, trace);
    }
  };

  const graphql = (request: IncomingMessage, response: ServerResponse, trace: RequestTrace) => {
    if (request.method === 'POST' && !JSON_TYPE.test(request.headers['content-type'] ?? '')) {
      return refuse(response, 415, 'BAD_USER_INPUT', 'content-type: must be application/json', trace);
    }
    // A resolver that ignores the deadline must not keep the client waiting.
    const timer = setTimeout(
      () =>
        refuse(
          response,
          503,
          'TIMEOUT',
          'The request took longer than this server allows. Request less data, for example with a smaller limit, depth, or page size.',
          trace,
        ),
      trace.deadline + BACKSTOP_MS - Date.now(),
    );
    response.once('close', () => clearTimeout(timer));
    if (isPlainJsonPost(request)) {
      answerJsonPost(jsonPost, request, response, trace).catch((error) => failed(error, response, trace));
    } else yoga(request, response, trace);
  };

  const serve = async (
    route: Pick<Route, 'answer' | 'kind'>,
    request: IncomingMessage,
    response: ServerResponse,
    trace: RequestTrace,
  ) => {
    trace.route = route.kind ?? 'other';
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      return refuse(response, 405, 'BAD_USER_INPUT', 'method: must be GET or HEAD', trace);
    }
    try {
      await route.answer(request, response, trace);
    } catch (error) {
      failed(error, response, trace);
    }
  };

  const isKnownHost = hostCheck(config);
  const door = createDoor(config, log);
  const all = config.GRAPHIQL ? [graphiql, ...routes] : routes;

  /** Calls `dispatch` if the request may enter: see `createDoor`. */
  const admit = (
    request: IncomingMessage,
    response: ServerResponse,
    trace: RequestTrace,
    area: RequestArea,
    dispatch: () => void,
  ): void => {
    if (door === undefined) return void dispatch();
    door(request, response, trace, area)
      .then((refusal) => {
        if (refusal === undefined) return dispatch();
        refuse(response, refusal.status, refusal.code, refusal.message, trace);
      })
      .catch((error) => failed(error, response, trace));
  };

  /** A server that stops says so at once, even if its database hangs. */
  const readiness = async (): Promise<Readiness> => {
    if (!isStopping()) return ready();
    const database = (state?.().pulse ?? 'answers') === 'answers';
    return { database, seeded: true, isStopping: true };
  };

  const respond = (request: IncomingMessage, response: ServerResponse, trace: RequestTrace, path: string) => {
    if (path === '/health') {
      trace.route = 'health';
      return answer(response, 200, healthAnswer(state?.()));
    }
    if (path === '/ready') {
      trace.route = 'ready';
      return void readiness().then((found) => {
        const { status, body } = readyAnswer(found);
        answer(response, status, body);
      });
    }
    if (isStopping()) {
      response.setHeader('connection', 'close');
      return refuse(response, 503, 'SHUTTING_DOWN', 'The server is stopping. Send the request again soon.', trace);
    }
    if (!isKnownHost(request.headers.host)) {
      const message = 'host: must be an address of this server or a name in ALLOWED_HOSTS';
      return refuse(response, 421, 'FORBIDDEN', message, trace);
    }
    // Only the two paths above are open to everyone. Every other request passes the door.
    if (path === '/graphql') {
      if (config.GRAPHIQL) response.setHeader('vary', 'Accept');
      const isPage = config.GRAPHIQL && asksForPage(request);
      return admit(request, response, trace, isPage ? 'site' : 'graphql', () => {
        if (isPage) return void serve(graphiql, request, response, trace);
        trace.route = 'graphql';
        graphql(request, response, trace);
      });
    }
    const route = all.find((one) => one.matches(path));
    const area = route === undefined || isOfSite(route.kind) ? 'site' : 'data';
    admit(request, response, trace, area, () => {
      if (route) return void serve(route, request, response, trace);
      response.setHeader('vary', 'Accept');
      if (unknown && asksForPage(request)) return void serve({ answer: unknown }, request, response, trace);
      answer(response, 404, { error: 'Nothing was found at this path. The API is at /graphql.' });
    });
  };

  return (request, response) => {
    const trace = beginTrace(request, response, config.REQUEST_TIMEOUT_MS, tracing);
    const path = pathOf(request);
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('referrer-policy', 'no-referrer');
    response.once('finish', () => closeUnlessComplete(request));
    observe({ log, metrics, tracing }, { request, response, trace, path }, () =>
      compress(request, response, () => respond(request, response, trace, path)),
    );
  };
}

/** The time that a client has to read the answer before its connection is closed, in milliseconds. */
const LINGER_MS = 1_000;

/** Closes the connection of a request that was answered before its body came: the rest may never come. */
function closeUnlessComplete(request: IncomingMessage): void {
  if (request.complete) return;
  const timer = setTimeout(() => request.complete || request.socket.destroy(), LINGER_MS);
  request.socket.once('close', () => clearTimeout(timer));
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

/** Answers in the form of GraphQL a request that GraphQL does not see. */
function refuse(response: ServerResponse, status: number, code: string, message: string, trace: RequestTrace): void {
  if (response.headersSent) return;
  trace.codes = [code];
  answer(response, status, { errors: [{ message, extensions: { code } }] });
}
