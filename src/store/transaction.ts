import { randomUUID } from 'node:crypto';
import type { Driver } from 'neo4j-driver';
import { store } from '../../cypher/store/index.ts';
import { type Runner, run } from '../graph/run.ts';
import { openSession, release } from '../graph/session.ts';
import { raiseVersion } from '../graph/version.ts';
import { importErrorOf, isLoss, lossOf } from './database-error.ts';
import { comesBack, OutcomeUnknownError, wasCommitted } from './outcome.ts';

/** How often an import is begun when the database is lost before the commit. */
const ATTEMPTS = 3;

/** How to run a transaction of imports. */
export interface TransactionOptions {
  /** The name of the imports in messages: an origin, or the files. */
  what: string;
  /** Reads, compares, and writes everything, and then rolls back. The result is the same as that of a real import. */
  dryRun?: boolean | undefined;
  /** How long to wait for a database whose connection was lost during the commit, in milliseconds. */
  outcomePatienceMs?: number | undefined;
}

/** Carries the result of a dry run out of its transaction, which the error rolls back. */
class DryRun<T> extends Error {
  readonly result: T;

  constructor(result: T) {
    super('dry run');
    this.result = result;
  }
}

/**
 * Runs one or more imports, and everything that they read, in one transaction. Either everything is written or nothing.
 * A lock makes imports take turns. If the response to the commit is lost, the database is asked for the result. A
 * committed import is therefore never reported as failed, and a failed import is never reported as committed. If the
 * connection is lost before the commit and comes back, the import runs again.
 *
 * @param database the server's default database if undefined
 * @param work can run more than once if the driver retries, so it must read its files again each time
 * @throws ImportError for errors that only the database can detect: see `importErrorOf`
 * @throws OutcomeUnknownError if the database does not come back to report whether it committed
 */
export async function inOneTransaction<T>(
  driver: Driver,
  database: string | undefined,
  { what, dryRun = false, outcomePatienceMs }: TransactionOptions,
  work: (tx: Runner) => Promise<T>,
): Promise<T> {
  const name = randomUUID();
  const finished: { result?: T } = {};
  const locked = async (tx: Runner) => {
    const [lock] = await run(tx, store.lock, { name });
    if (!lock) throw new Error('The graph has no migrations. Call migrate() before an import.');
    // The driver tries again when it lost the connection, and the first try may have been committed.
    if (lock.committed && 'result' in finished) return finished.result as T;
    const result = await work(tx);
    if (dryRun) throw new DryRun(result);
    await raiseVersion(tx);
    finished.result = result;
    return result;
  };
  for (let attempt = 1; ; attempt += 1) {
    const session = openSession(driver, database, 'WRITE');
    try {
      return await session.executeWrite(locked);
    } catch (error) {
      if (error instanceof DryRun) return error.result as T;
      if ('result' in finished) {
        const committed = await wasCommitted(driver, database, name, outcomePatienceMs);
        if (committed === true) return finished.result as T;
        if (committed === undefined) throw new OutcomeUnknownError(what);
      }
      // Nothing was written, so the import can be run again: another process may be restarting the local Neo4j.
      const isLost = isLoss(error) && attempt < ATTEMPTS;
      if (isLost && (await comesBack(driver, database, outcomePatienceMs))) continue;
      throw importErrorOf(what, error) ?? (await lossOf(what, error, driver, database));
    } finally {
      release(session);
    }
  }
}
