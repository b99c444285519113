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

/** Everything that one origin states. It replaces what the origin stated before. */
export interface DerivedImport {
  /** See `src/model/origins.ts`: "ecfr:45-171". */
  origin: string;
  records: ImportRecords;
  /** Set for a version of a standard: SUPERSEDES is derived again for the standard once everything is written. */
  chain?: VersionChain | undefined;
  /** Stores data of the importer itself, after the records. */
  keep?: (() => Promise<unknown>) | undefined;
  onProgress?: ((progress: ImportProgress) => void) | undefined;
}

/** A standard, "us-core", and the origin of the relations between its versions, "fhir:us-core". */
export interface VersionChain {
  standard: string;
  origin: string;
}

/** What an importer lets its caller decide. */
export interface ImportChoices {
  /** Reads, compares and counts, but writes nothing. */
  dryRun?: boolean | undefined;
  /** Removes as many entities as it takes. Without it, an import that would remove more than a fifth of its last run is refused. */
  yes?: boolean | undefined;
}

/** How an import is run. */
export interface RunOptions extends TransactionOptions, ImportChoices {}

/** The effect of an import on the graph. */
export interface ImportOutcome {
  /** False when the graph had all of it already. */
  changed: boolean;
  /** The version of the graph after the import. */
  dataVersion: string;
}

/**
 * An importer as a generator: it reads, derives, and yields the records of one origin at a time. It resumes as soon as
 * the database has all rows of the last one to write, with a promise of the result: an importer may await it, or read on
 * meanwhile. It returns a function that makes the summary once everything is written and linked.
 *
 * @throws ImportError for files that cannot be imported
 */
export type ImportSteps<Summary> = AsyncGenerator<DerivedImport, Summarize<Summary>, Promise<ImportResult>>;

/** Makes the summary of an import. */
export type Summarize<Summary> = (outcome: ImportOutcome) => Summary | Promise<Summary>;

/**
 * Runs an import in one transaction, all of it or nothing: writes the derived records origin by origin, derives
 * SUPERSEDES, links terms in the texts that changed, and makes the summary.
 *
 * @param database the server's default database when undefined
 * @param derive may be called again when the driver retries, so it must keep no state between calls
 * @throws ImportError for records that are not valid, and everything that `derive` throws
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
