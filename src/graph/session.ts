import type { Driver, Session } from 'neo4j-driver';

/** A session of a driver. Without a database, on the server's default one. Its reads wait for what the bookmarks stand for. */
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

/** Runs `work` in a session, and closes the session afterwards. */
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

/** Closing resets the connection, which ends the statement on the server. Not awaited, because a frozen server never answers. */
export function release(session: Session): void {
  session.close().catch(() => undefined);
}
