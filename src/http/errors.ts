import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';

/** Codes that clients may see: the contract's, and those of GraphQL over HTTP for documents that are none. */
const KNOWN = new Set([
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
]);

/**
 * An error as a client may see it: with a code, and without anything of the server's inside. What was not meant for
 * clients is logged and masked.
 */
export function presentable(error: GraphQLError, log: Logger, requestId: string): GraphQLError {
  const { code, http } = error.extensions as { code?: unknown; http?: { status?: number } };
  const tooLong = /^Syntax Error: (Document contains more that \d+ tokens)/.exec(error.message)?.[1];
  if (tooLong !== undefined) return shown(error, 'LIMIT_EXCEEDED', `${tooLong.replace('that', 'than')}.`);
  if (http?.status === 413) return shown(error, 'LIMIT_EXCEEDED', "The request's body is too large.");
  if (typeof code === 'string' && KNOWN.has(code)) return shown(error, code);
  if (error.message.startsWith('Syntax Error')) return shown(error, 'GRAPHQL_PARSE_FAILED');
  if (error.originalError === undefined && error.path === undefined && code === undefined) {
    // A variable that does not fit is named with its `$`; everything else that fails before execution is the document.
    return shown(error, error.message.startsWith('Variable "$') ? 'BAD_USER_INPUT' : 'GRAPHQL_VALIDATION_FAILED');
  }
  log.error({ requestId, path: error.path, err: error.originalError ?? error }, 'unexpected error');
  return new GraphQLError('Something went wrong on the server. Its log knows more by this request id.', {
    ...placeOf(error),
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
  });
}

/** The same error with nothing but its message, place and code. */
function shown(error: GraphQLError, code: string, message = error.message): GraphQLError {
  const { http } = error.extensions;
  return new GraphQLError(message, { ...placeOf(error), extensions: { code, ...(http ? { http } : {}) } });
}

/** Where in the document and in the answer it is. */
const placeOf = ({ nodes, source, positions, path }: GraphQLError) => ({
  ...(nodes && { nodes }),
  ...(source && { source }),
  ...(positions && { positions }),
  path,
});
