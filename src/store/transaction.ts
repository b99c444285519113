import type { Driver } from 'neo4j-driver';
import { store } from '../../cypher/store/index.ts';
import { type Runner, run } from '../graph/run.ts';
import { inSession } from '../graph/session.ts';
import { importErrorOf } from './database-error.ts';

/** How a transaction of imports is run. */
export interface TransactionOptions {
  /** Names the imports in messages: an origin, or the files. */
  what: string;
  /** Reads, compares and writes everything, then rolls back: the result is what the import would have returned. */
  dryRun?: boolean | undefined;
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
 * Runs one or more imports, and everything they read, in one transaction: all of it is written or nothing. A lock makes
 * imports take turns.
 *
 * @param database the server's default database when undefined
 * @param work may run more than once, when the driver retries: it must read its files anew
 * @throws ImportError for what only the database can find: see `importErrorOf`
 */
export async function inOneTransaction<T>(
  driver: Driver,
  database: string | undefined,
  { what, dryRun = false }: TransactionOptions,
  work: (tx: Runner) => Promise<T>,
): Promise<T> {
  const locked = async (tx: Runner) => {
    const [lock] = await run(tx, store.lock, {});
    if (!lock) throw new Error('The graph has no migrations. Call migrate() before an import.');
    const result = await work(tx);
    if (dryRun) throw new DryRun(result);
    return result;
  };
  try {
    return await inSession(driver, database, 'WRITE', (session) => session.executeWrite(locked));
  } catch (error) {
    if (error instanceof DryRun) return error.result as T;
    throw importErrorOf(what, error) ?? error;
  }
}
