import { codeOf, isConnectionLost } from './errors.ts';

/** The database cannot be used. The message says why, and the way out. */
export class ConnectError extends Error {
  override readonly name = 'ConnectError';
}

/** Explains an error of the driver in terms of the settings; returns any other error as it is. */
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
      `No Neo4j server responds at ${uri}. Start the server, correct NEO4J_URI, or unset NEO4J_URI so that Glossograph starts a local Neo4j server.`,
    );
  }
  return error;
}
