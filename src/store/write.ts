import { createHash } from 'node:crypto';
import type { Driver } from 'neo4j-driver';
import { store } from '../../cypher/store/index.ts';
import { type Runner, run } from '../graph/run.ts';
import { dataVersionOf } from '../model/data-version.ts';
import type { ImportRecords } from '../model/records.ts';
import { putAll, removeGone } from './apply-plan.ts';
import { updateClosures } from './definition-closures.ts';
import { ImportError } from './errors.ts';
import { hashOf } from './hash.ts';
import { resolvePending, savePending, splitPending } from './pending-relations.ts';
import { planImport, refuseLooseEnds } from './plan.ts';
import { inOneTransaction } from './transaction.ts';
import { faultsOf } from './validate.ts';

/** How far an import is: `done` of `total` rows. */
export interface ImportProgress {
  done: number;
  total: number;
}

/** What an import writes. */
export interface ImportRequest {
  /** Who says it: "seed", "ecfr". Importing again under the same name replaces what was said before. */
  origin: string;
  records: ImportRecords;
  onProgress?: (progress: ImportProgress) => void;
  /** All rows are on their way: what is to be written next can be made ready while the database takes them. */
  onSent?: () => void;
}

/** What an import did. */
export interface ImportResult {
  /** False when the graph had these very records: nothing was touched. */
  changed: boolean;
  /** Nodes and relations made or altered, and removed. */
  written: number;
  removed: number;
  /** Imports that lost relations with an entity that went: run them again. */
  stale: string[];
  /** Relations that wait for their end, by id: see `open-relations.ts`. */
  waiting: ReadonlySet<string>;
  /** Of what the import says: see `hash.ts`. */
  sha256: string;
  /** Of the graph, afterwards. */
  dataVersion: string;
}

/**
 * Writes everything that an import says, in one transaction: all of it or nothing. What the import said before and does
 * not say any more goes, unless another import says it (the rule for that: `merge.ts`). Imports take turns.
 *
 * @param database the server's default database when undefined
 * @throws ImportError for records that cannot be, with every fault of them
 */
export function writeImport(
  driver: Driver,
  database: string | undefined,
  request: ImportRequest,
): Promise<ImportResult> {
  return inOneTransaction(driver, database, { what: request.origin }, (tx) => writeWithin(tx, request));
}

/** One import within a transaction that holds the lock: see `writeImport`. */
export async function writeWithin(
  tx: Runner,
  { origin, records: said, onProgress = () => undefined, onSent = () => undefined }: ImportRequest,
): Promise<ImportResult> {
  const faults = faultsOf(origin, said);
  if (faults.length > 0) throw new ImportError(faults);
  const sha256 = hashOf(said);
  const hashes = new Map((await run(tx, store.imports, {})).map((row) => [row.origin, row.sha256]));
  const { records, waiting } = await splitPending(tx, said);
  const result = (changed: boolean, written: number, removed: number, stale: string[]): ImportResult => ({
    waiting: new Set(waiting.map(({ id }) => id)),
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
  await refuseLooseEnds(tx, origin, records, plan);
  const total = Object.values(plan).reduce((sum, { put, remove }) => sum + put.length + remove.length, 0);
  let done = 0;
  const onRows = (rows: number) => {
    done += rows;
    onProgress({ done, total });
  };
  const { removed, losses } = await removeGone(tx, origin, plan, onRows);
  for (const [loser, ids] of losses) {
    // Its hash no longer stands for what the graph holds of it, so its next run writes anew.
    hashes.set(
      loser,
      createHash('sha256')
        .update([hashes.get(loser), ...ids.sort()].join('\n'))
        .digest('hex'),
    );
    await run(tx, store.record, { origin: loser, sha256: hashes.get(loser) ?? '' });
  }
  const written = (await putAll(tx, plan, onRows, onSent)) + (await savePending(tx, origin, waiting));
  await resolvePending(
    tx,
    plan.entities.put.flatMap(({ key: { id }, fresh }) => (fresh ? [{ id }] : [])),
  );
  await updateClosures(tx, plan);
  hashes.set(origin, sha256);
  await run(tx, store.record, { origin, sha256 });
  return result(true, written, removed, [...losses.keys()]);
}
