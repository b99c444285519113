/** The database cannot be used. The message says why, and the way out. */
export class ConnectError extends Error {
  override readonly name = 'ConnectError';
}

/** What a driver's error means to whoever set NEO4J_URI; an error that is none of the driver's is handed back. */
export function connectError(uri: string, error: unknown): unknown {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (/Unauthorized|AuthenticationRateLimit|CredentialsExpired/.test(code)) {
    return new ConnectError(`${uri} does not let NEO4J_USER in with NEO4J_PASSWORD. Check both.`);
  }
  if (/DatabaseNotFound/.test(code)) return new ConnectError(`${uri} has no database of the name in NEO4J_DATABASE.`);
  if (/ServiceUnavailable|SessionExpired|^N\/A$/.test(code)) {
    return new ConnectError(
      `No Neo4j answers at ${uri}. Start it, correct NEO4J_URI, or unset NEO4J_URI to let Glossograph start a local one.`,
    );
  }
  return error;
}
