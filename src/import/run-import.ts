import type { Driver } from 'neo4j-driver';
import type { Runner } from '../graph/run.ts';
import { linkWithin } from '../link/link.ts';
import type { ImportRecords } from '../model/records.ts';
import { inOneTransaction, type TransactionOptions } from '../store/transaction.ts';
import {
  checkRecords,
  type ImportProgress,
  type ImportRequest,
  type ImportResult,
  writeWithin,
} from '../store/write.ts';
import { writeChain } from './supersedes.ts';

/** Everything that one origin states. It replaces the earlier data of the same origin. */
export interface DerivedImport {
  /** The origin, such as "ecfr:45-171": see `src/model/origins.ts`. */
  origin: string;
  records: ImportRecords;
  /**
   * Set for a version of a standard. After everything is written, the SUPERSEDES relations of the standard are
   * rederived.
   */
  chain?: VersionChain | undefined;
  /** Stores data of the importer itself, after the records. */
  keep?: (() => Promise<unknown>) | undefined;
  onProgress?: ((progress: ImportProgress) => void) | undefined;
}

/**
 * The key of a standard, such as "us-core", and the origin of the relations between its versions, such as
 * "fhir:us-core".
 */
export interface VersionChain {
  standard: string;
  origin: string;
}

/** The choices that an importer leaves to its caller. */
export interface ImportChoices {
  /** Reads, compares, and counts, but does not write anything. */
  dryRun?: boolean | undefined;
  /**
   * Allows the import to remove any number of entities. Without this option, an import that would remove more than a
   * fifth of the entities from its last run is refused.
   */
  yes?: boolean | undefined;
}

/** How to run an import. */
export interface RunOptions extends TransactionOptions, ImportChoices {}

/** The effect of an import on the graph. */
export interface ImportOutcome {
  /** False if the graph already contained all of the data. */
  changed: boolean;
  /** The data version of the graph after the import. */
  dataVersion: string;
}

/**
 * An importer in the form of a generator. It reads, derives, and yields the records of one origin at a time. It resumes
 * as soon as the database has received all rows of the last origin, with a promise of the result. An importer can await
 * this promise, or continue reading in the meantime. It returns a function that creates the summary after everything is
 * written and linked.
 *
 * @throws ImportError for files that cannot be imported
 */
export type ImportSteps<Summary> = AsyncGenerator<DerivedImport, Summarize<Summary>, Promise<ImportResult>>;

/** Creates the summary of an import. */
export type Summarize<Summary> = (outcome: ImportOutcome) => Summary | Promise<Summary>;

/**
 * Runs an import in one transaction, so that either everything is imported or nothing. It writes the derived records
 * origin by origin, derives SUPERSEDES relations, links terms in the changed texts, and creates the summary.
 *
 * @param database the server's default database if undefined
 * @param derive can be called again if the driver retries, so it must not keep state between calls
 * @throws ImportError for invalid records, and everything that `derive` throws
 */
export function runImport<Summary>(
  driver: Driver,
  database: string | undefined,
  { yes = false, ...options }: RunOptions,
  derive: (tx: Runner) => ImportSteps<Summary>,
): Promise<Summary> {
  return inOneTransaction(driver, database, options, async (tx) => {
    const written = await writeAll(tx, derive(tx), !yes);
    let { changed } = written;
    for (const [standard, origin] of [...written.chains].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const chain = await writeChain(tx, standard, origin);
      changed ||= chain.changed;
    }
    const { dataVersion } = await linkWithin(tx);
    return written.summarize({ changed, dataVersion });
  });
}

/** Writes one step at a time, while the importer prepares the next one. */
async function writeAll<Summary>(tx: Runner, steps: ImportSteps<Summary>, asksBeforeRemovals: boolean) {
  const chains = new Map<string, string>();
  let changed = false;
  let writing: Promise<ImportResult> | undefined;
  try {
    let step = await steps.next();
    while (!step.done) {
      const { origin, records, chain } = step.value;
      const check = checkRecords(origin, records); // the database still writes the last step
      await writing;
      if (chain) chains.set(chain.standard, chain.origin);
      let onSent: () => void = () => undefined;
      const sent = new Promise<void>((done) => {
        onSent = done;
      });
      writing = write(tx, step.value, { check, asksBeforeRemovals, onSent }).then((result) => {
        changed ||= result.changed;
        return result;
      });
      writing.catch(() => undefined); // it is awaited before the next one
      await Promise.race([sent, writing]);
      step = await steps.next(writing);
    }
    await writing;
    return { summarize: step.value, chains, changed };
  } catch (error) {
    await steps.throw(error); // closes the files that the importer has open
    throw error;
  }
}

async function write(
  tx: Runner,
  { origin, records, keep, onProgress }: DerivedImport,
  how: Required<Pick<ImportRequest, 'check' | 'asksBeforeRemovals' | 'onSent'>>,
): Promise<ImportResult> {
  const result = await writeWithin(tx, { origin, records, ...how, ...(onProgress && { onProgress }) });
  await keep?.();
  return result;
}
