import { GraphQLError } from 'graphql';

/** The contract's own error codes (the GraphQL specification's stand beside them). */
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

/** An error that a client may see: `message` names what was wrong and what is accepted, `cause` stays on the server. */
export function coded(code: ErrorCode, message: string, cause?: unknown): GraphQLError {
  const originalError = cause instanceof Error ? cause : undefined;
  return new GraphQLError(message, { extensions: { code }, ...(originalError && { originalError }) });
}

/** An argument that cannot be served: `badInput('first: between 0 and 100, not 500')`. */
export const badInput = (message: string): GraphQLError => coded('BAD_USER_INPUT', message);

/** True for what `badInput` makes. */
export const isBadInput = (error: unknown): boolean =>
  error instanceof GraphQLError && error.extensions.code === 'BAD_USER_INPUT';

export const timedOut = (cause?: unknown): GraphQLError =>
  coded(
    'TIMEOUT',
    'The answer took longer than this server allows. Ask for less: a smaller limit, depth or page.',
    cause,
  );

export const unavailable = (cause?: unknown): GraphQLError =>
  coded('DATABASE_UNAVAILABLE', 'The database does not answer at the moment. Try again shortly.', cause);

/** Codes of the driver and of Neo4j that say "not now", whatever was asked. */
const UNAVAILABLE = [
  'ServiceUnavailable',
  'SessionExpired',
  'N/A', // the driver's own code for a connection that closed under it
  'Neo.TransientError.General.DatabaseUnavailable',
  'Neo.TransientError.Database.DatabaseUnavailable',
  'Neo.ClientError.Database.DatabaseNotFound',
  'Neo.ClientError.Cluster.NotALeader',
];

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** The one place where a driver's error becomes ours. What it does not know is handed on as it came, to be masked. */
export function translate(error: unknown): unknown {
  const code = codeOf(error);
  if (/Transaction(TimedOut|Terminated)|ExecutionTimeout|LockClientStopped/.test(code)) return timedOut(error);
  if (UNAVAILABLE.includes(code) || code.startsWith('Neo.ClientError.Security.')) return unavailable(error);
  if (/OutOfMemory|StackOverFlow/i.test(code)) {
    return coded('LIMIT_EXCEEDED', 'The answer needs more memory than this server allows. Ask for less.', error);
  }
  return error;
}

/** May the same read be tried again? The driver's `isRetriableError()` throws in 6.3; its property does not. */
export function isRetriable(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'retriable' in error && error.retriable === true;
}
