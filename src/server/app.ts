import type { IncomingMessage, ServerResponse } from 'node:http';
import compression from 'compression';
import { asksForPage, graphiql } from '../graphiql/route.ts';
import { createDoor, type RequestArea } from '../http/door.ts';
import { presenterOf } from '../http/errors.ts';
import { hostCheck } from '../http/hosts.ts';
import { loadOf } from '../http/load.ts';
import { PersistedQueries } from '../http/persisted-queries.ts';
import { pathOf, type Route } from '../http/route.ts';
import { isOfSite } from '../http/route-kind.ts';
import { beginTrace, type RequestTrace } from '../http/trace.ts';
import type { AppParts } from './app-parts.ts';
import { createGraphQL } from './graphql.ts';
import { observe } from './observe.ts';
import { healthAnswer, type Readiness, readyAnswer } from './readiness.ts';
import { answer, closeUnlessComplete, createFail, refuse } from './replies.ts';

/** A handler for `node:http`. */
export type App = (request: IncomingMessage, response: ServerResponse) => void;

/** The middleware of `compression`. Its types require Express, but it uses only what `node:http` provides. */
interface Compressor {
  compress(request: IncomingMessage, response: ServerResponse, next: () => void): void;
}

/** The API over HTTP: `/graphql`, `/health` (the process), and `/ready` (the database responds and contains a seed). */
export function createApp(parts: AppParts): App {
  const { config, log, ready, state, routes = [], unknown, metrics, tracing, isStopping = () => false } = parts;
  const { persisted = new PersistedQueries(), load = loadOf(config) } = parts;
  const present = presenterOf(config, log);
  const fail = createFail(present);
  const graphql = createGraphQL({ ...parts, persisted, load, present, fail });
  const { compress }: Compressor = { compress: compression({ threshold: 1024 }) };

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
      fail(error, response, trace);
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
      .catch((error) => fail(error, response, trace));
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
