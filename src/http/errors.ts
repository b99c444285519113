import { GraphQLError, Kind } from 'graphql';
import type { Logger } from 'pino';

/** The codes that clients may see: those of the contract, and those of GraphQL over HTTP for invalid requests. */
const PUBLIC_CODES = new Set([
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'CONFLICT',
  'LIMIT_EXCEEDED',
  'TIMEOUT',
  'DATABASE_UNAVAILABLE',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/**
 * Returns an error as a client may see it: with a code and without details of the server. Logs and masks every error that
 * was not made for clients.
 */
export function presentable(error: GraphQLError, log: Logger, requestId: string): GraphQLError {
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
    return withCode(error, isOfVariable ? 'BAD_USER_INPUT' : 'GRAPHQL_VALIDATION_FAILED');
  }
  log.error({ requestId, path: error.path, err: error.originalError ?? error }, 'unexpected error');
  return new GraphQLError('The server failed. Its log has the cause under this request id.', {
    ...locationOf(error),
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
  });
}

/** Keeps the message, the location and the code of an error. */
function withCode(error: GraphQLError, code: string, message = error.message): GraphQLError {
  const { http } = error.extensions;
  return new GraphQLError(message, { ...locationOf(error), extensions: { code, ...(http ? { http } : {}) } });
}

/** The location of an error in the document and in the response. */
const locationOf = ({ nodes, source, positions, path }: GraphQLError) => ({
  ...(nodes && { nodes }),
  ...(source && { source }),
  ...(positions && { positions }),
  path,
});
