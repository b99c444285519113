import { GraphQLError } from 'graphql';

/** The API's error codes for clients, in addition to the codes in the GraphQL specification. */
export const ERROR_CODES = [
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'CONFLICT',
  'LIMIT_EXCEEDED',
  'RATE_LIMITED',
  'TIMEOUT',
  'OVERLOADED',
  'DATABASE_UNAVAILABLE',
] as const;

/**
 * An error that clients can see. `message` states what was wrong and which values are accepted. `cause` stays on the
 * server.
 */
export function coded(code: (typeof ERROR_CODES)[number], message: string, cause?: unknown): GraphQLError {
  const originalError = cause instanceof Error ? cause : undefined;
  return new GraphQLError(message, { extensions: { code }, ...(originalError && { originalError }) });
}

/** The error for a response that would exceed a size limit. */
export const limitExceeded = (message: string): GraphQLError => coded('LIMIT_EXCEEDED', message);

/** The error for an invalid argument, such as `badInput('first: must be between 0 and 100, not 500')`. */
export const badInput = (message: string): GraphQLError => coded('BAD_USER_INPUT', message);

/** Whether `badInput` created the error. */
export const isBadInput = (error: unknown): boolean =>
  error instanceof GraphQLError && error.extensions.code === 'BAD_USER_INPUT';

/** The error for a response that takes too long. */
export const timedOut = (cause?: unknown): GraphQLError =>
  coded(
    'TIMEOUT',
    'The request took longer than this server allows. Request less data, for example with a smaller limit, depth, or page size.',
    cause,
  );

/** The error for a database that cannot respond now. */
export const unavailable = (cause?: unknown): GraphQLError =>
  coded(
    'DATABASE_UNAVAILABLE',
    'The database is not available. Send the request again when GET /ready returns 200.',
    cause,
  );

const outOfMemory = (cause: unknown): GraphQLError =>
  coded(
    'LIMIT_EXCEEDED',
    'The request needs more memory than this server allows. Request less data, for example with a smaller limit, depth, or page size.',
    cause,
  );

/**
 * The driver's own codes: no server, a server that went away, a connection that closed while in use. `ProtocolError` is a
 * connection that closed during its first messages.
 */
const CONNECTION_LOST = /^(ServiceUnavailable|SessionExpired|ProtocolError|N\/A)$/;

/**
 * What the status codes of Neo4j and of its driver mean to a client: the first pattern that matches counts. Every other code
 * is a fault of our own statements. See https://neo4j.com/docs/status-codes/5/errors/all-errors/.
 */
const MEANINGS: readonly (readonly [RegExp, (cause: unknown) => GraphQLError])[] = [
  [
    /Timed?Out(ClientConfiguration)?$|ExecutionTimeout$|LockAcquisitionTimeout$|\.Terminated$|LockClientStopped$/,
    timedOut,
  ],
  [/OutOfMemoryError$|StackOverFlowError$|TransactionMemoryLimit$/, outOfMemory],
  [CONNECTION_LOST, unavailable],
  [/^Neo\.ClientError\.(Cluster|Database|Routing|Security)\./, unavailable],
  [/^Neo\.TransientError\./, unavailable],
  [/^Neo\.DatabaseError\.(Database|Transaction)\./, unavailable],
  [/^Neo\.DatabaseError\.General\.\w+(Corruption|Damage)Detected$/, unavailable],
];

/** The code of an error from Neo4j, its driver, or Node. Empty if the error has no code. */
export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/**
 * Converts an error from the driver to an API error. This is the only place that does so. An error that is not in the
 * table is returned unchanged and masked later.
 */
export function translate(error: unknown): unknown {
  const code = codeOf(error);
  const meaning = MEANINGS.find(([pattern]) => pattern.test(code))?.[1];
  return meaning === undefined ? error : meaning(error);
}

/** Whether a driver error means that the database cannot be used, as opposed to an invalid statement. */
export const isUnavailable = (error: unknown): boolean =>
  MEANINGS.find(([pattern]) => pattern.test(codeOf(error)))?.[1] === unavailable;

/** Whether the driver has no connection to the server or has lost its connection. */
export const isConnectionLost = (error: unknown): boolean => CONNECTION_LOST.test(codeOf(error));

/**
 * Whether the same read might succeed if it is repeated. Reads a property because the driver's `isRetriableError()`
 * throws in version 6.3.
 */
export function isRetriable(error: unknown): boolean {
  if (codeOf(error) === 'ProtocolError') return true; // the driver does not count it
  return typeof error === 'object' && error !== null && 'retriable' in error && error.retriable === true;
}
