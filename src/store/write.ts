import { createHash } from 'node:crypto';
import neo4j, { type Driver } from 'neo4j-driver';
import { store } from '../../cypher/store/index.ts';
import { Pipeline, runAll } from '../graph/pipeline.ts';
import { type Runner, run } from '../graph/run.ts';
import { closuresOf } from '../law/closure.ts';
import { dataVersionOf } from '../model/data-version.ts';
import { groupBy } from '../model/group.ts';
import type { ImportRecords } from '../model/records.ts';
import { ImportError } from './errors.ts';
import { hashOf } from './hash.ts';
import { keepWaiting, letIn, loosen, setAside } from './pending-relations.ts';
import { type ImportPlan, planImport, refuseLooseEnds } from './plan.ts';
import { toDriver } from './properties.ts';
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
  return inOneTransaction(driver, database, request.origin, (tx) => writeWithin(tx, request));
}

/**
 * Runs several imports, and what they need to read, as one: all of it or nothing. They take turns with every other import.
 *
 * @param what names them in messages
 * @param work may be run again when the database asks for it, so it reads its files anew
 */
export async function inOneTransaction<T>(
  driver: Driver,
  database: string | undefined,
  what: string,
  work: (tx: Runner) => Promise<T>,
): Promise<T> {
  const session = driver.session({
    defaultAccessMode: neo4j.session.WRITE,
    ...(database !== undefined && { database }),
  });
  try {
    return await session.executeWrite(async (tx) => {
      const [lock] = await run(tx, store.lock, {});
      if (!lock) throw new Error('The graph has no migrations: call migrate() before an import.');
      return work(tx);
    });
  } catch (error) {
    throw databaseFault(what, error) ?? error;
  } finally {
    await session.close();
  }
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
  const { records, waiting } = await setAside(tx, said);
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
  const tell = (rows: number) => {
    done += rows;
    onProgress({ done, total });
  };
  const { removed, losses } = await remove(tx, origin, plan, tell);
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
  const written = (await put(tx, plan, tell, onSent)) + (await keepWaiting(tx, origin, waiting));
  await letIn(
    tx,
    plan.entities.put.flatMap(({ key: { id }, fresh }) => (fresh ? [{ id }] : [])),
  );
  await followDefinitions(tx, plan);
  hashes.set(origin, sha256);
  await run(tx, store.record, { origin, sha256 });
  return result(true, written, removed, [...losses.keys()]);
}

async function remove(tx: Runner, origin: string, plan: ImportPlan, tell: (rows: number) => void) {
  for (const [type, rows] of groupBy(plan.relations.remove, ({ type }) => type)) {
    await runAll(tx, store.removeRelations[type], { rows }, tell);
  }
  await loosen(tx, origin, plan.entities.remove);
  const losses = new Map<string, string[]>();
  for (const { origin: loser, ids } of await runAll(tx, store.losses, { rows: plan.entities.remove })) {
    if (loser !== origin) losses.set(loser, [...(losses.get(loser) ?? []), ...ids]);
  }
  await runAll(tx, store.removeNodes.Entity, { rows: plan.entities.remove }, tell);
  await runAll(tx, store.removeNodes.Source, { rows: plan.sources.remove }, tell);
  const removed = Object.values(plan).reduce((sum, decision) => sum + decision.remove.length, 0);
  return { removed, losses };
}

async function put(
  tx: Runner,
  { sources, entities, relations }: ImportPlan,
  tell: (rows: number) => void,
  onSent: () => void,
): Promise<number> {
  const pipeline = new Pipeline(tx);
  let written = 0;
  const count = (rows: number, answers: readonly { changed: number }[]) => {
    tell(rows);
    for (const { changed } of answers) written += Number(changed);
  };
  for (const [label, items] of groupBy([...sources.put, ...entities.put], ({ key }) => key.label)) {
    for (const [fresh, some] of groupBy(items, (item) => item.fresh)) {
      const rows = some.map(({ key: { id }, properties }) => ({ id, properties: toDriver(properties) }));
      await pipeline.send((fresh ? store.makeNodes : store.putNodes)[label], { rows }, count);
    }
  }
  for (const [type, items] of groupBy(relations.put, ({ key }) => key.type)) {
    for (const [fresh, some] of groupBy(items, (item) => item.fresh)) {
      const rows = some.map(({ key: { id, from, to }, properties }) => ({
        id,
        from,
        to,
        properties: toDriver(properties),
      }));
      await pipeline.send((fresh ? store.makeRelations : store.putRelations)[type], { rows }, count);
    }
  }
  onSent();
  await pipeline.end();
  return written;
}

/** Where definitions lead, once definitions have come or gone: see `law/closure.ts`. */
async function followDefinitions(tx: Runner, { relations }: ImportPlan): Promise<void> {
  const touched = [...relations.put.map(({ key }) => key), ...relations.remove].some(({ type }) => type === 'DEFINES');
  if (!touched) return;
  const definitions = await run(tx, store.definitions, {});
  const closures = closuresOf(definitions);
  const rows = definitions.flatMap(({ id, closure: before }) => {
    const closure = closures.get(id) ?? [];
    const same = closure.length === before.length && closure.every((one, i) => one === before[i]);
    return same ? [] : [{ id, closure: closure.length > 0 ? closure : null }];
  });
  await runAll(tx, store.putClosures, { rows });
}

const OUT_OF_MEMORY = /MemoryPoolOutOfMemory|OutOfMemory/;

/** What only the database could find, in words: a constraint that two imports break, a transaction it has no room for. */
function databaseFault(origin: string, error: unknown): ImportError | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  if (OUT_OF_MEMORY.test(String(error.code))) {
    const message =
      'Neo4j has not the memory to take all of it at once: give it more heap (server.memory.heap.max_size, or NEO4J_HEAP for the local one), or import part by part';
    return new ImportError([{ file: origin, message }]);
  }
  if (error.code !== 'Neo.ClientError.Schema.ConstraintValidationFailed') return null;
  const [, label, property, value] = /label `(\w+)` and property `(\w+)` = (.*)$/.exec(error.message) ?? [];
  const what = label === undefined ? 'two entities are the same' : `two of ${label} have the ${property} ${value}`;
  return new ImportError([{ file: origin, message: `${what}, which must be unique` }]);
}
