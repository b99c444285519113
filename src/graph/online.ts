import type { Driver } from 'neo4j-driver';
import { ConnectError, connectError } from './connect-error.ts';
import { isConnectionLost } from './errors.ts';
import { inTime, LateError } from './in-time.ts';
import { openSession, release } from './session.ts';

/** The time in which a database that answers does so, in milliseconds. */
const ANSWER_MS = 5_000;
const PAUSE_MS = 500;

/**
 * The error for a Neo4j that responds but whose database cannot be used. `statusMessage` is Neo4j's own reason, for the
 * log and the owner of the server.
 */
export class DatabaseDownError extends ConnectError {
  readonly statusMessage: string;

  constructor(message: string, statusMessage: string) {
    super(message);
    this.statusMessage = statusMessage;
  }
}

/** How long to wait for a database, and where to report the wait. */
export interface OnlinePatience {
  patienceMs: number;
  /** Called once if the database is not available immediately. */
  onWait?: ((what: string) => void) | undefined;
}

/**
 * Waits until a database runs statements. Neo4j reports that it has started before its databases have started, and even
 * if they never will.
 *
 * @param name the name of the server, for messages
 * @param database the server's default database if undefined
 * @throws DatabaseDownError if the database has failed, ConnectError if it does not respond in time or rejects the
 * login
 */
export async function awaitOnline(
  driver: Driver,
  database: string | undefined,
  name: string,
  { patienceMs, onWait }: OnlinePatience,
): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (let attempt = 1; ; attempt += 1) {
    const error = await ping(driver, database);
    if (error === null) return;
    const explained = connectError(name, error);
    if (explained instanceof ConnectError && !isAbsent(error)) throw explained;
    const reason = await failureOf(driver, database);
    if (reason !== null) {
      throw new DatabaseDownError(
        `The database at ${name} has failed. Neo4j reported: ${reason} Correct the problem, and then restart the Neo4j server.`,
        reason,
      );
    }
    if (Date.now() >= deadline) throw explained instanceof ConnectError ? explained : lateError(name, error);
    if (attempt === 1) {
      onWait?.(
        `the database at ${name} is not available yet; waiting for up to ${Math.round(patienceMs / 1000)} seconds`,
      );
    }
    await new Promise((done) => setTimeout(done, Math.min(PAUSE_MS, Math.max(0, deadline - Date.now()))));
  }
}

/**
 * Sends a trivial statement to a database. Returns null if the database responds, or else the error. Never throws and
 * never waits for long.
 */
export async function ping(driver: Driver, database: string | undefined, patienceMs = ANSWER_MS): Promise<unknown> {
  try {
    await answerOf(driver, database, 'RETURN 1', patienceMs);
    return null;
  } catch (error) {
    return error;
  }
}

async function answerOf(driver: Driver, database: string | undefined, statement: string, patienceMs = ANSWER_MS) {
  const session = openSession(driver, database, 'READ');
  try {
    return await inTime(session.run(statement), patienceMs);
  } finally {
    release(session);
  }
}

/** Whether the answer to `ping` means that nothing listens or that it does not answer. */
const isAbsent = (error: unknown): boolean => error instanceof LateError || isConnectionLost(error);

/**
 * Why a database failed, in Neo4j's own words. Null if the database has not failed, or if Neo4j does not state the
 * reason.
 */
export async function failureOf(driver: Driver, database: string | undefined): Promise<string | null> {
  try {
    const { records } = await answerOf(
      driver,
      'system',
      'SHOW DATABASES YIELD name, default, requestedStatus, currentStatus, statusMessage',
    );
    const found = records
      .map((record) => record.toObject())
      .find((one) => (database === undefined ? one.default : one.name === database.toLowerCase()));
    const message = String(found?.statusMessage ?? '').trim();
    if (message !== '') return message.replace(/[^.]$/, '$&.');
    if (found?.requestedStatus === 'offline') return 'The database was stopped.';
    return null;
  } catch {
    return null;
  }
}

const lateError = (name: string, error: unknown) =>
  new ConnectError(
    `The database at ${name} did not become available before the timeout: ${error instanceof Error ? error.message : String(error)}`,
  );
