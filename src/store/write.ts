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

/** What can be told of records without the graph. */
export interface RecordsCheck {
  faults: Remark[];
  /** See `hash.ts`; '' for records with faults. */
  sha256: string;
}

/** Checks the records of an import. It takes time, and the caller may have some while the database is busy. */
export function checkRecords(origin: string, records: ImportRecords): RecordsCheck {
  const faults = faultsOf(origin, records);
  return { faults, sha256: faults.length > 0 ? '' : hashOf(records) };
}

/** An import to write. */
export interface ImportRequest {
  /** Names the import: "seed", "ecfr:45-171". A new import of the same origin replaces the last one. */
  origin: string;
  records: ImportRecords;
  /** The check of these records, if the caller has made it already. */
  check?: RecordsCheck;
  /** Refuses the import if it would remove more than `UNASKED_SHARE` of the entities of its last run (`removals.ts`). */
  asksBeforeRemovals?: boolean;
  onProgress?: (progress: ImportProgress) => void;
  /** Called when all rows are sent: the caller can prepare the next import while the database writes this one. */
  onSent?: () => void;
}

/** What an import did. */
export interface ImportResult {
  /** False when the graph already had these records; nothing was written then. */
  changed: boolean;
  /** Nodes and relations created or changed. */
  written: number;
  /** Nodes and relations deleted. */
  removed: number;
  /** Origins that lost relations because an entity was deleted: import them again. */
  stale: string[];
  /** Ids of relations whose target is not in the graph yet: see `pending-relations.ts`. */
  pending: ReadonlySet<string>;
  /** Of the import's records: see `hash.ts`. */
  sha256: string;
  /** Version of the data in the graph after the import. */
  dataVersion: string;
}

/**
 * Writes an import in one transaction: all of it or nothing. Deletes what the import stated last time and no longer states,
 * unless another import states it too; `merge.ts` has that rule.
 *
 * @param database the server's default database when undefined
 * @throws ImportError with every fault of the records
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
