import { codeOf, isConnectionLost } from './errors.ts';

/** The error for a database that cannot be used. The message states the reason and the solution. */
export class ConnectError extends Error {
  override readonly name = 'ConnectError';
}

/** Explains an error from the driver in terms of the settings. Returns any other error unchanged. */
export function connectError(uri: string, error: unknown): unknown {
  const code = codeOf(error);
  if (/Unauthorized|AuthenticationRateLimit|CredentialsExpired/.test(code)) {
    return new ConnectError(
      `The Neo4j server at ${uri} rejected the credentials in NEO4J_USER and NEO4J_PASSWORD. Check both settings.`,
    );
  }
  if (/DatabaseNotFound/.test(code))
    return new ConnectError(`The Neo4j server at ${uri} has no database with the name that is set in NEO4J_DATABASE.`);
  if (isConnectionLost(error)) {
    return new ConnectError(
      `No Neo4j server is responding at ${uri}. Start the server, correct NEO4J_URI, or unset NEO4J_URI so that Glossograph starts a local Neo4j server.`,
    );
  }
  return error;
}
