import type { Driver } from 'neo4j-driver';
import type { Runner } from './run.ts';
import { inOneTransaction } from './write.ts';

/**
 * Runs imports as `inOneTransaction` does, and takes everything back where nothing shall be written: so a dry run meets
 * whatever a real one would meet.
 *
 * @param what names them in messages
 */
export async function inOneTransactionUnlessDry<T>(
  driver: Driver,
  database: string | undefined,
  what: string,
  dryRun: boolean,
  work: (tx: Runner) => Promise<T>,
): Promise<T> {
  const outcome: { of?: T } = {};
  try {
    return await inOneTransaction(driver, database, what, async (tx) => {
      outcome.of = await work(tx);
      if (dryRun) throw new TakenBack();
      return outcome.of;
    });
  } catch (error) {
    if (error instanceof TakenBack) return outcome.of as T;
    throw error;
  }
}

class TakenBack extends Error {}
