import { setTimeout as pause } from 'node:timers/promises';
import { timedOut, unavailable } from './errors.ts';

/** Neo4j ends a transaction some time after its timeout: an answer that comes within this time, in milliseconds, still counts. */
const GRACE_MS = 300;
/** The time in which a living database answers a statement that costs nothing, in milliseconds. */
const PROBE_MS = 600;

/** The bounds of one wait for the database. */
export interface Patience {
  /** How long to wait, in milliseconds. */
  milliseconds: number;
  /** Aborted when the client no longer waits. */
  signal?: AbortSignal | undefined;
  /** Whether the database has begun to answer, or answers a statement that costs nothing. Never rejects. */
  isAlive(): Promise<boolean>;
}

/**
 * Waits for the database, but not longer than the bounds allow. When time is up, a question that costs nothing tells a slow
 * statement from a database that is dead or frozen.
 *
 * @throws GraphQLError TIMEOUT when the database lives or the client is gone, DATABASE_UNAVAILABLE when it does not answer
 */
export async function within<T>({ milliseconds, signal, isAlive }: Patience, work: PromiseLike<T>): Promise<T> {
  const over = new AbortController();
  const waiting = { signal: over.signal };
  const late = async (): Promise<never> => {
    await pause(milliseconds, undefined, waiting);
    const probe = Promise.race([isAlive(), pause(PROBE_MS, false, waiting)]);
    const [alive] = await Promise.all([probe, pause(GRACE_MS, undefined, waiting)]);
    throw alive ? timedOut() : unavailable();
  };
  const gone = new Promise<never>((_, fail) => {
    signal?.addEventListener('abort', () => fail(timedOut()), { once: true, signal: over.signal });
    late().catch(fail);
  });
  gone.catch(() => undefined); // after the race, no one listens
  try {
    return await Promise.race([work, gone]);
  } finally {
    over.abort();
  }
}
