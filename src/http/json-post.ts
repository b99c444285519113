/**
 * GraphQL by POST with JSON, which is nearly every request, answered without building Fetch's Request and Response around
 * it: a fifth less latency and a third less CPU than through Yoga's HTTP layer. Parsing, validation, limits and context are
 * Yoga's own, with its plugins; what browsers and other media types want goes through Yoga as ever.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type DocumentNode, type ExecutionResult, GraphQLError } from 'graphql';
import type { YogaServerInstance } from 'graphql-yoga';
import Negotiator from 'negotiator';
import { z } from 'zod';
import { coded } from '../graph/errors.ts';
import type { Execute } from './execute.ts';
import { endWithJson } from './json.ts';
import type { RequestTrace } from './trace.ts';

/** A request's body, by GraphQL over HTTP. */
const Body = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
  extensions: z.record(z.string(), z.unknown()).nullish(),
});

const JSON_TYPE = /^application\/([\w.-]+\+)?json\b/;
const RESPONSE_TYPES = ['application/json', 'application/graphql-response+json'] as const;

/** Is it ours? Another site's Origin means a browser's cross-origin rules, which are Yoga's; streams are Yoga's too. */
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

/** Pages that this server itself serves, such as the explorer, send their origin too. */
const isOwnPage = (origin: string, host: string | undefined) => URL.canParse(origin) && new URL(origin).host === host;

/** What answers a request. */
export interface JsonPostParts {
  yoga: YogaServerInstance<RequestTrace, object>;
  execute: Execute;
  maxBytes: number;
  /** An error as a client may see it. */
  present(error: GraphQLError, trace: RequestTrace): GraphQLError;
}

/** Answers a request for which `isPlainJsonPost` holds; what fails in it is its answer. Rejects when it cannot be written. */
export async function answerJsonPost(
  parts: JsonPostParts,
  request: IncomingMessage,
  response: ServerResponse,
  trace: RequestTrace,
): Promise<void> {
  const result = await run(parts, request, trace).catch((error: unknown): ExecutionResult => {
    const unexpected = () => new GraphQLError('unexpected', { originalError: error instanceof Error ? error : null });
    return { errors: [error instanceof GraphQLError ? error : unexpected()] };
  });
  if (result.errors) {
    const errors = result.errors.map((error) => parts.present(error, trace));
    trace.codes = errors.map(({ extensions }) => String(extensions.code));
    return send(request, response, { ...result, errors });
  }
  await send(request, response, result);
}

async function run(
  { yoga, execute, maxBytes }: JsonPostParts,
  request: IncomingMessage,
  trace: RequestTrace,
): Promise<ExecutionResult> {
  const { query, variables, operationName } = parseBody(await read(request, maxBytes));
  trace.operation = operationName ?? undefined;
  const enveloped = yoga.getEnveloped(trace);
  const document: DocumentNode = enveloped.parse(query);
  const errors = enveloped.validate(enveloped.schema, document);
  if (errors.length > 0) return { errors };
  return execute({
    document,
    contextValue: await enveloped.contextFactory(),
    variableValues: variables,
    operationName,
  });
}

/** @throws GraphQLError LIMIT_EXCEEDED as soon as the body is too large, however it is sent */
async function read(request: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw coded('LIMIT_EXCEEDED', `The request's body: at most ${maxBytes} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function parseBody(text: string): z.output<typeof Body> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw badRequest('The body is no JSON.');
  }
  if (Array.isArray(json)) throw badRequest('One operation a request: batches are not taken.');
  const parsed = Body.safeParse(json);
  if (!parsed.success) {
    throw badRequest(
      'The body: an object with `query`, a string; `variables`, an object; and `operationName`, a string.',
    );
  }
  return parsed.data;
}

const badRequest = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });

/**
 * Sends the result in the media type that the client prefers. With `application/graphql-response+json`, a result without
 * data has the status 400 (GraphQL over HTTP § 6.4.2).
 */
async function send(request: IncomingMessage, response: ServerResponse, result: ExecutionResult): Promise<void> {
  if (response.headersSent) return; // the deadline answered already
  const type = new Negotiator(request).mediaType(RESPONSE_TYPES) ?? 'application/json';
  const isBadRequest = result.errors?.[0]?.extensions.code === 'BAD_REQUEST';
  const isWithoutData = type !== 'application/json' && result.data === undefined;
  response.writeHead(isBadRequest || isWithoutData ? 400 : 200, { 'content-type': `${type}; charset=utf-8` });
  await endWithJson(response, result);
}
