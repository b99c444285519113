import type { Driver, Session } from 'neo4j-driver';

/**
 * Opens a session of a driver. Without a database name, the session uses the server's default database. Its reads wait
 * until the server has reached the bookmarks.
 */
export const openSession = (
  driver: Driver,
  database: string | undefined,
  defaultAccessMode: 'READ' | 'WRITE',
  fetchSize?: number,
  bookmarks?: readonly string[],
): Session =>
  driver.session({
    defaultAccessMode,
    ...(database !== undefined && { database }),
    ...(fetchSize !== undefined && { fetchSize }),
    ...(bookmarks !== undefined && { bookmarks: [...bookmarks] }),
  });

/** Runs `work` in a session, and closes the session afterward. */
export async function inSession<T>(
  driver: Driver,
  database: string | undefined,
  access: 'READ' | 'WRITE',
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const session = openSession(driver, database, access);
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}

/**
 * Closes a session. Closing resets the connection, which ends the statement on the server. The function does not wait
 * because a frozen server never responds.
 */
export function release(session: Session): void {
  session.close().catch(() => undefined);
}
