/**
 * Handles GraphQL POST requests with JSON, which are nearly all requests. It does not create the Request and Response
 * objects of the Fetch API, which saves a fifth of the latency and a third of the CPU time of Yoga's HTTP layer. Yoga
 * still parses and validates the document and creates the context, with its plugins. Yoga also handles requests from
 * browsers and with other media types.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type DocumentNode, type ExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { YogaServerInstance } from 'graphql-yoga';
import Negotiator from 'negotiator';
import { z } from 'zod';
import { coded } from '../graph/errors.ts';
import { badRequest } from './bad-request.ts';
import { type CostLimit, INCLUDE_COST, QUERY_COST, wantsCost, withCost } from './cost.ts';
import type { Execute } from './execute.ts';
import { withGone } from './gone.ts';
import { endWithJson } from './json.ts';
import { KeptAnswer } from './kept-answer.ts';
import type { LoadGate } from './load.ts';
import { inOperationSpan } from './operation-span.ts';
import type { PersistedQueries } from './persisted-queries.ts';
import { isLasting, type LookUp, type ResponseCache } from './response-cache.ts';
import type { RequestTrace } from './trace.ts';

/** The request body of GraphQL over HTTP. */
const Body = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
  extensions: z.record(z.string(), z.unknown()).nullish(),
});

/** The media type of JSON in the `content-type` header. */
export const JSON_TYPE = /^application\/([\w.-]+\+)?json\b/;
const RESPONSE_TYPES = ['application/json', 'application/graphql-response+json'] as const;

/** Whether `answerJsonPost` can handle a request. Yoga handles cross-origin requests and event streams. */
export function isPlainJsonPost({ method, headers }: IncomingMessage): boolean {
  const accept = headers.accept ?? '';
  return (
    method === 'POST' &&
    JSON_TYPE.test(headers['content-type'] ?? '') &&
    (headers.origin === undefined || isOwnPage(headers.origin, headers.host)) &&
    !accept.includes('text/event-stream') &&
    !accept.includes('multipart/')
  );
}

/** Browsers send an Origin from the pages of this server too, such as the explorer. */
const isOwnPage = (origin: string, host: string | undefined) => URL.canParse(origin) && new URL(origin).host === host;

/** The components that handle a request. */
export interface JsonPostParts {
  yoga: YogaServerInstance<RequestTrace, object>;
  execute: Execute;
  costLimit: CostLimit;
  gate: LoadGate;
  maxBytes: number;
  persisted: PersistedQueries;
  cache?: ResponseCache | undefined;
  /** Converts an error to the form that clients can see. */
  present(error: GraphQLError, trace: RequestTrace): GraphQLError;
}

/**
 * Responds to a request that `isPlainJsonPost` accepts. Errors become its response. Rejects if the response cannot be
 * written.
 */
export async function answerJsonPost(
  parts: JsonPostParts,
  request: IncomingMessage,
  response: ServerResponse,
  trace: RequestTrace,
): Promise<void> {
  const outcome = await run(parts, request, trace).catch((error: unknown): Outcome => {
    const unexpected = () => new GraphQLError('unexpected', { originalError: error instanceof Error ? error : null });
    return { result: { errors: [error instanceof GraphQLError ? error : unexpected()] } };
  });
  if (response.headersSent) return; // the deadline has already answered
  if (trace.cost !== undefined && wantsCost(request.headers[INCLUDE_COST])) response.setHeader(QUERY_COST, trace.cost);
  if ('kept' in outcome) return sendKept(request, response, outcome.kept);
  const { result, keep } = outcome;
  if (result.errors) {
    const errors = result.errors.map((error) => parts.present(error, trace));
    trace.codes = errors.map(({ extensions }) => String(extensions.code));
    return send(request, response, { ...result, errors });
  }
  await send(request, response, result, keep);
}

/** A result, with the way to keep it if it can be given again; or an answer that was kept. */
type Outcome = { result: ExecutionResult; keep?: LookUp['keep'] | undefined } | { kept: KeptAnswer };

async function run(
  { yoga, execute, costLimit, gate, maxBytes, persisted, cache }: JsonPostParts,
  request: IncomingMessage,
  trace: RequestTrace,
): Promise<Outcome> {
  const { query, variables, operationName } = parseBody(await read(request, maxBytes), persisted, trace);
  trace.operation = operationName ?? undefined;
  const isCostWanted = wantsCost(request.headers[INCLUDE_COST]);
  const lookUp = isCostWanted ? undefined : await cache?.lookUp({ query, variables, operationName });
  if (lookUp?.kept !== undefined) {
    trace.fromCache = true;
    return { kept: lookUp.kept };
  }
  const enveloped = yoga.getEnveloped(trace);
  const document: DocumentNode = enveloped.parse(query);
  const errors = enveloped.validate(enveloped.schema, document);
  if (errors.length > 0) return { result: { errors } };
  const measured = costLimit.measure({ document, operationName, variableValues: variables });
  trace.cost = measured?.cost;
  const refusal = costLimit.refusal(measured);
  if (refusal) return { result: { errors: [refusal] } };
  const contextValue = await enveloped.contextFactory();
  const result = await gate.run(trace.cost ?? 0, trace, () =>
    inOperationSpan(trace.tracing, document, operationName, () =>
      execute({ document, contextValue, variableValues: variables, operationName }),
    ),
  );
  const keep = isLasting(result, document, operationName, contextValue) ? lookUp?.keep : undefined;
  const complete = withGone(result, contextValue);
  return { result: isCostWanted ? withCost(complete, trace.cost) : complete, keep };
}

/** @throws GraphQLError LIMIT_EXCEEDED as soon as the body is too large, with or without Content-Length */
async function read(request: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) throw coded('LIMIT_EXCEEDED', `The request body must contain at most ${maxBytes} bytes.`);
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof GraphQLError
      ? error
      : badRequest('The connection closed before the end of the request body.');
  }
  return Buffer.concat(chunks).toString();
}

function parseBody(text: string, persisted: PersistedQueries, trace: RequestTrace): z.output<typeof Body> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw badRequest('The request body must be valid JSON.');
  }
  if (Array.isArray(json))
    throw badRequest('The request body must contain a single operation. Batches are not supported.');
  const parsed = Body.safeParse(json instanceof Object ? persisted.resolve(json, trace) : json);
  if (!parsed.success) {
    throw badRequest(
      'The request body must be an object with `query` (a string) and, optionally, `variables` (an object) and `operationName` (a string).',
    );
  }
  return parsed.data;
}

/**
 * Sends the result in the media type that the client prefers. With `application/graphql-response+json`, a result without
 * data has the status 400 (GraphQL over HTTP § 6.4.2).
 */
async function send(
  request: IncomingMessage,
  response: ServerResponse,
  result: ExecutionResult,
  keep?: LookUp['keep'],
): Promise<void> {
  const type = typeFor(request);
  const { spec, status, headers } = result.errors?.[0]?.extensions.http ?? {};
  const isPlainJson = type === 'application/json';
  const isWithoutData = !isPlainJson && result.data === undefined;
  // Yoga marks a status with `spec` when it applies to the media type of GraphQL over HTTP only.
  const own = spec === true && isPlainJson ? undefined : status;
  const errors = result.errors?.map((error) => withoutHttp(error.toJSON()));
  response.writeHead(own ?? (isWithoutData ? 400 : 200), { ...headers, 'content-type': `${type}; charset=utf-8` });
  const onBody = keep && ((body: Buffer) => keep(new KeptAnswer(body)));
  await endWithJson(response, errors ? { ...result, errors } : result, onBody);
}

/** Sends an answer that was kept: it has neither errors nor headers of its own. */
async function sendKept(request: IncomingMessage, response: ServerResponse, kept: KeptAnswer): Promise<void> {
  const encoding = kept.encodingFor(request.headers['accept-encoding']);
  const bytes = await kept.bytes(encoding);
  if (response.headersSent) return;
  response.writeHead(200, {
    'content-type': `${typeFor(request)}; charset=utf-8`,
    'content-length': bytes.length,
    ...(encoding !== 'identity' && { 'content-encoding': encoding }),
  });
  response.end(bytes);
}

/** The media type that the client prefers. */
const typeFor = (request: IncomingMessage) => new Negotiator(request).mediaType(RESPONSE_TYPES) ?? 'application/json';

/** An error as a client gets it: status and headers are of the response, not of its body. */
function withoutHttp({ extensions: { http, ...extensions } = {}, ...error }: GraphQLFormattedError) {
  return { ...error, extensions };
}
