import type { IncomingMessage, ServerResponse } from 'node:http';
import { createYoga } from 'graphql-yoga';
import { RATE_HEADERS } from '../http/cors.ts';
import { CostLimit, useCostLimit } from '../http/cost.ts';
import type { Present } from '../http/errors.ts';
import { createExecute } from '../http/execute.ts';
import { useGone } from '../http/gone.ts';
import { answerJsonPost, isPlainJsonPost, JSON_TYPE, type JsonPostParts } from '../http/json-post.ts';
import type { ServerLoad } from '../http/load.ts';
import { useOperationSpans } from '../http/operation-span.ts';
import { useReadableParameters } from '../http/parameters.ts';
import type { PersistedQueries } from '../http/persisted-queries.ts';
import { useLimits, useMutationsByJsonOnly, usePresentableErrors } from '../http/plugins.ts';
import { ResponseCache } from '../http/response-cache.ts';
import type { RequestTrace } from '../http/trace.ts';
import { useResponseCache } from '../http/use-response-cache.ts';
import type { AppParts } from './app-parts.ts';
import { type Fail, refuse } from './replies.ts';

/** So long after the deadline, the client gets an answer even if a resolver is still working. */
const BACKSTOP_MS = 700;

/** The parts of the app that GraphQL needs, with their defaults. */
interface GraphQLParts extends AppParts {
  persisted: PersistedQueries;
  load: ServerLoad;
  present: Present;
  fail: Fail;
}

/** Creates the handler of `/graphql`. It answers JSON posts directly and leaves all other requests to Yoga. */
export function createGraphQL({
  schema,
  config,
  contextFor,
  freshness,
  persisted,
  load,
  metrics,
  tracing,
  present,
  fail,
}: GraphQLParts) {
  const megabytes = config.RESPONSE_CACHE;
  const cache =
    freshness && megabytes > 0 ? new ResponseCache({ bytes: megabytes * 1024 * 1024, ...freshness }) : undefined;
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
  return (request: IncomingMessage, response: ServerResponse, trace: RequestTrace): void => {
    if (request.method === 'POST' && !JSON_TYPE.test(request.headers['content-type'] ?? '')) {
      refuse(response, 415, 'BAD_USER_INPUT', 'content-type: must be application/json', trace);
      return;
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
      answerJsonPost(jsonPost, request, response, trace).catch((error) => fail(error, response, trace));
    } else yoga(request, response, trace);
  };
}
