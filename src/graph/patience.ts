import { setTimeout as pause } from 'node:timers/promises';
import { timedOut, unavailable } from './errors.ts';

/** Neo4j ends a transaction some time after its timeout: an answer that comes within this time, in milliseconds, still counts. */
const GRACE_MS = 300;
/** The time in which a living database answers a statement that costs nothing, in milliseconds. */
const PROBE_MS = 600;

/** The limits of one wait for the database. */
export interface Patience {
  /** The maximum time to wait, in milliseconds. */
  milliseconds: number;
  /** Aborted when the client is no longer waiting. */
  signal?: AbortSignal | undefined;
  /** Whether the database has begun to respond, or responds to a trivial statement. Never rejects. */
  isAlive(): Promise<boolean>;
}

/**
 * Waits for the database within the given limits. When time runs out, a trivial statement shows whether the statement
 * is slow or the database is dead or frozen. Every request calls this function, so it creates only one timer and no
 * AbortController, whose error alone costs more than the wait.
 *
 * @throws GraphQLError TIMEOUT if the database responds or the client has disconnected, DATABASE_UNAVAILABLE if the
 * database does not respond
 */
export async function within<T>({ milliseconds, signal, isAlive }: Patience, work: PromiseLike<T>): Promise<T> {
  let end: () => void = () => undefined;
  const gone = new Promise<never>((_, fail) => {
    const timer = setTimeout(() => lateness(isAlive).then(fail), milliseconds);
    const leave = () => fail(timedOut());
    signal?.addEventListener('abort', leave, { once: true });
    end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', leave);
    };
  });
  gone.catch(() => undefined); // after the race, no one listens
  try {
    return await Promise.race([work, gone]);
  } finally {
    end();
  }
}

/** The error of an answer that is late. It comes after the time in which an answer would still count. */
async function lateness(isAlive: Patience['isAlive']): Promise<Error> {
  const probe = Promise.race([isAlive(), pause(PROBE_MS, false, { ref: false })]);
  const [alive] = await Promise.all([probe, pause(GRACE_MS)]);
  return alive ? timedOut() : unavailable();
}
