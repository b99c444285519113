import type { Driver, Session } from 'neo4j-driver';

/** The number of open sessions of each driver. */
const counts = new WeakMap<Driver, number>();
const drivers = new WeakMap<Session, Driver>();

const change = (driver: Driver, by: 1 | -1) => counts.set(driver, openSessions(driver) + by);

/**
 * The number of open sessions of a driver. While a session runs a statement, it uses one connection or waits for one. The
 * driver does not publish the state of its pool.
 */
export const openSessions = (driver: Driver): number => counts.get(driver) ?? 0;

/**
 * Opens a session of a driver. Without a database name, the session uses the server's default database. Its reads wait
 * until the server has reached the bookmarks.
 */
export function openSession(
  driver: Driver,
  database: string | undefined,
  defaultAccessMode: 'READ' | 'WRITE',
  fetchSize?: number,
  bookmarks?: readonly string[],
): Session {
  const session = driver.session({
    defaultAccessMode,
    ...(database !== undefined && { database }),
    ...(fetchSize !== undefined && { fetchSize }),
    ...(bookmarks !== undefined && { bookmarks: [...bookmarks] }),
  });
  drivers.set(session, driver);
  change(driver, 1);
  return session;
}

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
    await close(session);
  }
}

async function close(session: Session): Promise<void> {
  const driver = drivers.get(session);
  drivers.delete(session); // a session that is closed twice counts once
  try {
    await session.close();
  } finally {
    if (driver) change(driver, -1);
  }
}

/**
 * Closes a session. Closing resets the connection, which ends the statement on the server. The function does not wait
 * because a frozen server never responds.
 */
export function release(session: Session): void {
  close(session).catch(() => undefined);
}
