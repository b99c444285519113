import { GraphQLError } from 'graphql';

/** The error codes of this API, in addition to those of the GraphQL specification. */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'NOT_FOUND'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'CONFLICT'
  | 'LIMIT_EXCEEDED'
  | 'TIMEOUT'
  | 'DATABASE_UNAVAILABLE'
  | 'INTERNAL_SERVER_ERROR';

/** An error that a client may see: `message` names what was wrong and what is accepted; `cause` stays on the server. */
export function coded(code: ErrorCode, message: string, cause?: unknown): GraphQLError {
  const originalError = cause instanceof Error ? cause : undefined;
  return new GraphQLError(message, { extensions: { code }, ...(originalError && { originalError }) });
}

/** An argument that is not accepted: `badInput('first: must be between 0 and 100, not 500')`. */
export const badInput = (message: string): GraphQLError => coded('BAD_USER_INPUT', message);

/** True for an error made by `badInput`. */
export const isBadInput = (error: unknown): boolean =>
  error instanceof GraphQLError && error.extensions.code === 'BAD_USER_INPUT';

/** The answer takes too long. */
export const timedOut = (cause?: unknown): GraphQLError =>
  coded(
    'TIMEOUT',
    'The answer took longer than this server allows. Ask for less: a smaller limit, depth or page.',
    cause,
  );

/** The database cannot answer now. */
export const unavailable = (cause?: unknown): GraphQLError =>
  coded('DATABASE_UNAVAILABLE', 'The database does not answer at the moment. Try again shortly.', cause);

/** Codes of the driver and of Neo4j for a database that cannot answer now, whatever the statement. */
const UNAVAILABLE = [
  'ServiceUnavailable',
  'SessionExpired',
  'N/A', // the driver's code for a connection that closed while in use
  'Neo.TransientError.General.DatabaseUnavailable',
  'Neo.TransientError.Database.DatabaseUnavailable',
  'Neo.ClientError.Database.DatabaseNotFound',
  'Neo.ClientError.Cluster.NotALeader',
];

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** Translates an error of the driver into one for clients. Unknown errors stay as they are, and are masked later. */
export function translate(error: unknown): unknown {
  const code = codeOf(error);
  if (/Transaction(TimedOut|Terminated)|ExecutionTimeout|LockClientStopped/.test(code)) return timedOut(error);
  if (UNAVAILABLE.includes(code) || code.startsWith('Neo.ClientError.Security.')) return unavailable(error);
  if (/OutOfMemory|StackOverFlow/i.test(code)) {
    return coded('LIMIT_EXCEEDED', 'The answer needs more memory than this server allows. Ask for less.', error);
  }
  return error;
}

/** Whether the same read may succeed when repeated. Reads a property, because the driver's `isRetriableError()` throws in 6.3. */
export function isRetriable(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'retriable' in error && error.retriable === true;
}
