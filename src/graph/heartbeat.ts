import type { Driver } from 'neo4j-driver';
import { closeDriver, type GraphAddress, openDriver } from './connect.ts';
import { codeOf } from './errors.ts';
import { failureOf, ping } from './online.ts';

/**
 * "silent": the database does not respond, or not in time. "failed": Neo4j responds, but the database needs a restart.
 */
export type Pulse = 'answers' | 'silent' | 'failed';

/** The state of a database at the time of the last check. */
export interface DatabaseState {
  pulse: Pulse;
  /** When the pulse changed. */
  since: Date;
  /** The time of the last check, in epoch milliseconds. */
  askedAt: number;
  /** How long the database took to respond to the last check, in milliseconds. Null if it did not respond. */
  answeredInMs: number | null;
  /** Why the database failed, in Neo4j's own words. They contain file paths, so they are only for the log. */
  reason: string | null;
}

/** The logger for state changes of a database, such as a pino logger. */
export interface StateLog {
  error(message: string): void;
  info(message: string): void;
}

/** A watch on a database. */
export interface Heartbeat {
  state(): DatabaseState;
  stop(): Promise<void>;
}

const EVERY_MS = 1_000;
const PATIENCE_MS = 2_000;
/** After this time without an answer new connections are made: the host behind the old ones may be gone for good. */
const NEW_DRIVER_MS = 60_000;

/**
 * Sends a trivial statement to a database every second, on a separate connection. Logs when the database stops
 * responding and when it responds again. A dead or frozen database is detected within four seconds.
 */
export function watchDatabase(address: GraphAddress, log: StateLog, everyMs = EVERY_MS): Heartbeat {
  const { uri, database } = address;
  const ended = new AbortController();
  let driver = openDriver(address);
  let openedAt = Date.now();
  let state: DatabaseState = { pulse: 'answers', since: new Date(), askedAt: 0, answeredInMs: null, reason: null };

  const ask = async (): Promise<void> => {
    const askedAt = Date.now();
    const started = performance.now();
    const error = await ping(driver, database, PATIENCE_MS);
    const answeredInMs = error === null ? performance.now() - started : null;
    const reason = error === null ? null : await reasonOf(driver, database, error);
    const pulse: Pulse = error === null ? 'answers' : reason === null ? 'silent' : 'failed';
    const changed = pulse !== state.pulse;
    state = { pulse, since: changed ? new Date() : state.since, askedAt, answeredInMs, reason };
    if (changed && !ended.signal.aborted) tell(log, uri, state);
    if (pulse === 'silent' && Date.now() - Math.max(openedAt, state.since.getTime()) > NEW_DRIVER_MS) {
      void closeDriver(driver);
      driver = openDriver(address);
      openedAt = Date.now();
    }
  };
  const watch = async (): Promise<void> => {
    while (!ended.signal.aborted) {
      await ask();
      await rest(everyMs, ended.signal);
    }
  };
  void watch();
  return {
    state: () => state,
    async stop() {
      ended.abort();
      await closeDriver(driver);
    },
  };
}

/** Why the database failed; null when it is silent. */
async function reasonOf(driver: Driver, database: string | undefined, error: unknown): Promise<string | null> {
  if (!codeOf(error).startsWith('Neo.')) return null;
  const reason = await failureOf(driver, database);
  if (reason !== null || !codeOf(error).startsWith('Neo.DatabaseError.')) return reason;
  return error instanceof Error ? error.message : String(error);
}

function tell(log: StateLog, uri: string, { pulse, reason }: DatabaseState): void {
  if (pulse === 'answers') log.info(`The database at ${uri} is available again.`);
  else if (pulse === 'silent') log.error(`The database at ${uri} does not respond.`);
  else log.error(`The database at ${uri} has failed and needs a restart. Neo4j reported: ${reason}`);
}

/** A pause that a signal can end. */
export function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((done) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      done();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
  });
}
