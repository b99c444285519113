import { createHash } from 'node:crypto';
import type { Driver } from 'neo4j-driver';
import { store } from '../../cypher/store/index.ts';
import { type Runner, run } from '../graph/run.ts';
import { dataVersionOf } from '../model/data-version.ts';
import type { ImportRecords } from '../model/records.ts';
import { putAll, removeGone } from './apply-plan.ts';
import { updateChains } from './definition-chains.ts';
import { ImportError, type Remark } from './errors.ts';
import { hashOf } from './hash.ts';
import { resolvePending, savePending, splitPending } from './pending-relations.ts';
import { checkRelationEnds, planImport } from './plan.ts';
import { refuseManyRemovals } from './removals.ts';
import { settleTombstones } from './tombstones.ts';
import { inOneTransaction } from './transaction.ts';
import { faultsOf } from './validate.ts';

/** The progress of an import: `done` of `total` rows. */
export interface ImportProgress {
  done: number;
  total: number;
}

/** The results of checking records without the graph. */
export interface RecordsCheck {
  faults: Remark[];
  /** The hash of the records: see `hash.ts`. Empty for records with errors. */
  sha256: string;
}

/** Checks the records of an import. The check takes time, so the caller can run it while the database is busy. */
export function checkRecords(origin: string, records: ImportRecords): RecordsCheck {
  const faults = faultsOf(origin, records);
  return { faults, sha256: faults.length > 0 ? '' : hashOf(records) };
}

/** An import to write. */
export interface ImportRequest {
  /**
   * The origin of the import, such as "seed" or "ecfr:45-171". A new import with the same origin replaces the previous
   * one.
   */
  origin: string;
  records: ImportRecords;
  /** The result of checking these records, if the caller has already checked them. */
  check?: RecordsCheck;
  /**
   * Refuses the import if it would remove more than `UNASKED_SHARE` of the entities from its last run (`removals.ts`).
   */
  asksBeforeRemovals?: boolean;
  onProgress?: (progress: ImportProgress) => void;
  /** Called when all rows have been sent. The caller can prepare the next import while the database writes this one. */
  onSent?: () => void;
}

/** The effect of an import. */
export interface ImportResult {
  /** False if the graph already contained these records. In that case, nothing was written. */
  changed: boolean;
  /** The number of nodes and relations that were created or changed. */
  written: number;
  /** The number of nodes and relations that were deleted. */
  removed: number;
  /** Origins that lost relations because an entity was deleted. Import them again. */
  stale: string[];
  /** Ids of relations whose target is not in the graph yet: see `pending-relations.ts`. */
  pending: ReadonlySet<string>;
  /** The hash of the import's records: see `hash.ts`. */
  sha256: string;
  /** The data version of the graph after the import. */
  dataVersion: string;
}

/**
 * Writes an import in one transaction, so that either everything is written or nothing. Deletes the data that the
 * import stated last time but no longer states, unless another import also states it (see `merge.ts`).
 *
 * @param database the server's default database if undefined
 * @throws ImportError with every error in the records
 */
export function writeImport(
  driver: Driver,
  database: string | undefined,
  request: ImportRequest,
): Promise<ImportResult> {
  return inOneTransaction(driver, database, { what: request.origin }, (tx) => writeWithin(tx, request));
}

/** Writes one import in a transaction of `inOneTransaction`: see `writeImport`. */
export async function writeWithin(
  tx: Runner,
  {
    origin,
    records: stated,
    check,
    asksBeforeRemovals = false,
    onProgress = () => undefined,
    onSent = () => undefined,
  }: ImportRequest,
): Promise<ImportResult> {
  const { faults, sha256 } = check ?? checkRecords(origin, stated);
  if (faults.length > 0) throw new ImportError(faults);
  const hashes = new Map((await run(tx, store.imports, {})).map((row) => [row.origin, row.sha256]));
  const { records, pending } = await splitPending(tx, stated);
  const result = (changed: boolean, written: number, removed: number, stale: string[]): ImportResult => ({
    pending: new Set(pending.map(({ id }) => id)),
    sha256,
    changed,
    written,
    removed,
    stale,
    dataVersion: dataVersionOf([...hashes].map((pair) => pair.join(':'))),
  });
  if (hashes.get(origin) === sha256) return result(false, 0, 0, []);

  const plan = await planImport(tx, origin, records, {
    first: !hashes.has(origin),
    others: [...hashes.keys()].some((one) => one !== origin),
  });
  if (asksBeforeRemovals) refuseManyRemovals(origin, plan);
  await checkRelationEnds(tx, origin, records, plan);
  const total = Object.values(plan).reduce((sum, { put, remove }) => sum + put.length + remove.length, 0);
  let done = 0;
  const onRows = (rows: number) => {
    done += rows;
    onProgress({ done, total });
  };
  const { removed, losses } = await removeGone(tx, origin, plan, onRows);
  for (const [loser, ids] of losses) {
    // The graph no longer holds all of that import, so its hash must differ: its next run then writes.
    hashes.set(
      loser,
      createHash('sha256')
        .update([hashes.get(loser), ...ids.sort()].join('\n'))
        .digest('hex'),
    );
    await run(tx, store.record, { origin: loser, sha256: hashes.get(loser) ?? '' });
  }
  const written = (await putAll(tx, plan, onRows, onSent)) + (await savePending(tx, origin, pending));
  const arrived = plan.entities.put.flatMap(({ key: { id }, properties, fresh }) =>
    fresh ? [{ id, properties }] : [],
  );
  await resolvePending(tx, arrived);
  await settleTombstones(tx, plan.entities.remove, arrived);
  await updateChains(tx, plan);
  hashes.set(origin, sha256);
  await run(tx, store.record, { origin, sha256 });
  return result(true, written, removed, [...losses.keys()]);
}
