import type { Driver } from 'neo4j-driver';
import type { Runner } from '../graph/run.ts';
import { inOneTransaction } from './write.ts';

/** What an import would have answered, on its way out of a transaction that is to be taken back. */
class DryRun<T> extends Error {
  readonly answer: T;

  constructor(answer: T) {
    super('dry run');
    this.answer = answer;
  }
}

/**
 * `inOneTransaction`, or a rehearsal of it: with `dryRun` everything is read, compared and written, and then taken back. So
 * what it says is what an import would say.
 */
export async function inOneTransactionUnlessDry<T>(
  driver: Driver,
  database: string | undefined,
  { what, dryRun }: { what: string; dryRun: boolean },
  work: (tx: Runner) => Promise<T>,
): Promise<T> {
  try {
    return await inOneTransaction(driver, database, what, async (tx) => {
      const answer = await work(tx);
      if (dryRun) throw new DryRun(answer);
      return answer;
    });
  } catch (error) {
    if (error instanceof DryRun) return error.answer as T;
    throw error;
  }
}
