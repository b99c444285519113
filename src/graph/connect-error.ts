import { codeOf } from './errors.ts';

/** The database cannot be used. The message says why, and the way out. */
export class ConnectError extends Error {
  override readonly name = 'ConnectError';
}

/** Explains an error of the driver in terms of the settings; returns any other error as it is. */
export function connectError(uri: string, error: unknown): unknown {
  const code = codeOf(error);
  if (/Unauthorized|AuthenticationRateLimit|CredentialsExpired/.test(code)) {
    return new ConnectError(`${uri} refuses NEO4J_USER with NEO4J_PASSWORD. Check both.`);
  }
  if (/DatabaseNotFound/.test(code)) return new ConnectError(`${uri} has no database with the name in NEO4J_DATABASE.`);
  if (/ServiceUnavailable|SessionExpired|^N\/A$/.test(code)) {
    return new ConnectError(
      `No Neo4j answers at ${uri}. Start it, correct NEO4J_URI, or unset NEO4J_URI to let Glossograph start a local one.`,
    );
  }
  return error;
}
