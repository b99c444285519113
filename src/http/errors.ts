import { GraphQLError, Kind } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { ERROR_CODES } from '../graph/errors.ts';

/** The codes that clients may see: those of the contract, and those of GraphQL over HTTP for invalid requests. */
const PUBLIC_CODES = new Set<string>([
  ...ERROR_CODES,
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
]);

/** Converts an error to the form that clients can see. */
export type Present = (error: GraphQLError, requestId: string) => GraphQLError;

/** The suggestions that graphql-js adds to the end of a message. They contain only names from the schema. */
const SUGGESTION = / Did you mean (?:the \w+ \w+ |to use an inline fragment on )?"\w+"(?:,? (?:or )?"\w+")*\?$/;

/** Creates the function that converts errors. If the settings say so, it removes suggestions from messages. */
export function presenterOf({ SUGGESTIONS }: Pick<Config, 'SUGGESTIONS'>, log: Logger): Present {
  if (SUGGESTIONS) return (error, requestId) => presentable(error, log, requestId);
  return (error, requestId) => {
    const shown = presentable(error, log, requestId);
    const message = shown.message.replace(SUGGESTION, '');
    return message === shown.message ? shown : withCode(shown, String(shown.extensions.code), message);
  };
}

/**
 * Converts an error to the form that clients can see: with a code and without details about the server. Logs and masks
 * every error that is not meant for clients.
 */
function presentable(error: GraphQLError, log: Logger, requestId: string): GraphQLError {
  const { code, http } = error.extensions as { code?: unknown; http?: { status?: number } };
  const tooLong = /^Syntax Error: (Document contains more that \d+ tokens)/.exec(error.message)?.[1];
  if (tooLong !== undefined) return withCode(error, 'LIMIT_EXCEEDED', `${tooLong.replace('that', 'than')}.`);
  if (http?.status === 413) return withCode(error, 'LIMIT_EXCEEDED', 'The request body is too large.');
  if (typeof code === 'string' && PUBLIC_CODES.has(code)) return withCode(error, code);
  if (error.message.startsWith('Syntax Error')) return withCode(error, 'GRAPHQL_PARSE_FAILED');
  // Before execution, graphql-js names the place in the document; what it wraps is the reason of a scalar or an enum.
  const isOfDocument = error.nodes !== undefined || error.originalError === undefined;
  if (isOfDocument && error.path === undefined && code === undefined) {
    const isOfVariable = error.nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION;
    if (!isOfVariable) return withCode(error, 'GRAPHQL_VALIDATION_FAILED');
    return withCode(error, 'BAD_USER_INPUT', error.message, NOT_EXECUTED);
  }
  log.error({ requestId, path: error.path, err: error.originalError ?? error }, 'unexpected error');
  return new GraphQLError(
    'An unexpected error occurred on the server. To find the cause, search the server log for the id in `extensions.requestId`.',
    {
      ...locationOf(error),
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
    },
  );
}

/** Keeps the message, the location, the code, the cost, and the HTTP status of an error. */
function withCode(
  error: GraphQLError,
  code: string,
  message = error.message,
  http: object | undefined = HTTP[code],
): GraphQLError {
  const { cost, limit, http: own } = error.extensions;
  const kept = http ?? own;
  return new GraphQLError(message, {
    ...locationOf(error),
    extensions: { code, ...(cost === undefined ? {} : { cost, limit }), ...(kept ? { http: kept } : {}) },
  });
}

/**
 * The HTTP status of a request that is not executed, as Yoga reads it. With `spec`, it applies to the media type
 * `application/graphql-response+json` alone; as `application/json`, the answer has the status 200 (GraphQL over HTTP
 * § 6.4.1 and § 6.4.2).
 */
const NOT_EXECUTED = { status: 400, spec: true };
const HTTP: Readonly<Record<string, object>> = {
  BAD_REQUEST: { status: 400 },
  GRAPHQL_PARSE_FAILED: NOT_EXECUTED,
  GRAPHQL_VALIDATION_FAILED: NOT_EXECUTED,
};

/** The location of an error in the document and in the response. */
const locationOf = ({ nodes, source, positions, path }: GraphQLError) => ({
  ...(nodes && { nodes }),
  ...(source && { source }),
  ...(positions && { positions }),
  path,
});
