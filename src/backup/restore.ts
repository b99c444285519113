/** Writes a backup into a graph. Until everything is written, the graph carries a mark, and commands refuse it. */
import type { Driver, Transaction } from 'neo4j-driver';
import { BACKED_UP_TYPES, backup } from '../../cypher/backup/index.ts';
import { store } from '../../cypher/store/index.ts';
import { inTime, LateError } from '../graph/in-time.ts';
import { type Migration, migrate, readMigrations } from '../graph/migrate.ts';
import { type Runner, run } from '../graph/run.ts';
import { inSession, openSession, release } from '../graph/session.ts';
import { STORED_NODES } from '../model/stored-nodes.ts';
import { emptyGraph } from '../store/reset.ts';
import { BackupError } from './errors.ts';
import type { BackupHeader } from './format.ts';
import type { BackupLine, BackupNode, BackupRelation } from './lines.ts';
import type { BackupFile } from './read-file.ts';
import { restoreStateOf } from './unfinished.ts';

/** How to restore a backup. */
export interface RestoreOptions {
  /** The migrations of this version of Glossograph. */
  known?: readonly Migration[] | undefined;
  /** The number of nodes and relations that were written, of all. */
  onProgress?: (done: number, total: number) => void;
  /** Called if the data of an interrupted restore is being removed first. */
  onUnfinished?: () => void;
  /** What an error means for the graph, and what to do. By default, the graph is incomplete. */
  consequence?: string | undefined;
  /** How long another restore may hold the graph before this one gives up, in milliseconds. */
  busyMs?: number | undefined;
}

/** A restore that has finished. */
export interface RestoreSummary {
  /** The migrations that are newer than the backup and were applied to it, in order. */
  applied: string[];
}

const INCOMPLETE =
  'The graph is incomplete. Run the command again to start over, or empty the graph with `glossograph reset --yes`.';
/** On a server that has just started, the first statements take seconds. */
const BUSY_MS = 15_000;
const MOST_MIGRATIONS = 10_000n;
const MOST_ROWS = 2_000;
/** Packed editions are large: so many characters of lines fill a batch. */
const MOST_CHARACTERS = 4_000_000;

/**
 * Restores a verified backup into a graph that has no data of Glossograph. If a restore into the graph was interrupted,
 * its data is removed first. The last transaction removes the mark.
 *
 * @throws BackupError NOT_EMPTY, BUSY, FAILED; errors of the driver if the database is lost before the first write
 */
export async function restoreBackup(
  driver: Driver,
  database: string | undefined,
  file: BackupFile,
  {
    known = readMigrations(),
    onProgress = () => undefined,
    onUnfinished = () => undefined,
    consequence = INCOMPLETE,
    busyMs = BUSY_MS,
  }: RestoreOptions = {},
): Promise<RestoreSummary> {
  const { holds, unfinished } = await restoreStateOf(driver, database);
  if (holds && !unfinished) {
    throw new BackupError(
      'NOT_EMPTY',
      'The graph already contains Glossograph data, so nothing was restored. Empty the graph with `glossograph reset --yes`, or set NEO4J_URI to an empty database, and then run the command again.',
    );
  }
  return held(driver, database, busyMs, async (finishing) => {
    if (unfinished) onUnfinished();
    try {
      const { migrations } = file.header;
      const had = known.filter(({ number }) => migrations.some((one) => one.number === number));
      // A newer migration must run after the data is there, not before.
      if (unfinished || !(await hasOnly(driver, database, had))) await emptyGraph(driver, database);
      await migrate(driver, database, had);
      await inSession(driver, database, 'WRITE', (session) => run(session, backup.dropVersions, {}));
      const versions = await writeLines(driver, database, file, onProgress);
      await checkCounts(driver, database, file.header, versions.length);
      await run(finishing, backup.finish, { rows: versions });
      await run(finishing, backup.unmark, {});
      await finishing.commit();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new BackupError('FAILED', `The restore did not finish: ${reason.replace(/\.?$/, '.')} ${consequence}`);
    }
    return migrate(driver, database, known);
  });
}

/** Whether an empty graph has only these migrations, or some of them. */
async function hasOnly(
  driver: Driver,
  database: string | undefined,
  migrations: readonly Migration[],
): Promise<boolean> {
  const page = { after: -1n, limit: MOST_MIGRATIONS };
  const rows = await inSession(driver, database, 'READ', (session) => run(session, backup.nodes.Migration, page));
  return rows.every(({ properties: { sha256 } }) => migrations.some((one) => one.sha256 === sha256));
}

/**
 * Marks the graph, and locks the mark in an open transaction. If this process ends, the database gives up the lock, but the
 * mark remains. Another restore therefore recognizes whether this one is still running.
 */
async function held<T>(
  driver: Driver,
  database: string | undefined,
  busyMs: number,
  work: (finishing: Transaction) => Promise<T>,
): Promise<T> {
  const session = openSession(driver, database, 'WRITE');
  try {
    await inTime(run(session, backup.begin, {}), busyMs);
    const finishing = await session.beginTransaction();
    const [row] = await inTime(run(finishing, backup.hold, {}), busyMs);
    if (Number(row?.marks ?? 0) === 0) throw busy();
    return await work(finishing);
  } catch (error) {
    throw error instanceof LateError ? busy() : error;
  } finally {
    release(session);
  }
}

const busy = () =>
  new BackupError(
    'BUSY',
    'Another process is restoring a backup into this graph. Wait until that process has finished.',
  );

/** Writes all lines, and returns the versions of the graph, which end the restore. */
async function writeLines(
  driver: Driver,
  database: string | undefined,
  file: BackupFile,
  onProgress: (done: number, total: number) => void,
): Promise<BackupNode[]> {
  const versions: BackupNode[] = [];
  const total = file.trailer.nodes + file.trailer.relations;
  let done = 0;
  let batch: BackupLine[] = [];
  let characters = 0;
  return inSession(driver, database, 'WRITE', async (session) => {
    const flush = async () => {
      const tx = await session.beginTransaction();
      await writeBatch(tx, batch);
      await tx.commit();
      done += batch.length;
      onProgress(done, total);
      [batch, characters] = [[], 0];
    };
    for await (const lines of file.lines()) {
      for (const line of lines) {
        const last = batch.at(-1);
        if (
          last !== undefined &&
          (nameOf(last) !== nameOf(line) || batch.length >= MOST_ROWS || characters > MOST_CHARACTERS)
        )
          await flush();
        if ('node' in line && line.node === 'GraphVersion') versions.push(line);
        else {
          batch.push(line);
          characters += line.length;
        }
      }
    }
    if (batch.length > 0) await flush();
    return versions;
  });
}

const nameOf = (line: BackupLine): string => ('node' in line ? line.node : line.relation);

/** Writes lines of one label or of one type. */
async function writeBatch(tx: Runner, batch: readonly BackupLine[]): Promise<void> {
  const [first] = batch;
  if (first === undefined) return;
  if ('relation' in first) {
    const rows = (batch as BackupRelation[]).map(({ from, to, properties }) => ({ from, to, properties }));
    const statement = store.makeRelations[first.relation as keyof typeof store.makeRelations];
    await run(tx, statement, { rows });
    return;
  }
  const rows = (batch as BackupNode[]).map(({ properties }) => ({ properties }));
  const [nodes, passages] = [backup.makeNodes[first.node], backup.makePassages[first.node]];
  if (first.node === 'Migration') await run(tx, backup.putMigrations, { rows });
  else if (passages !== undefined) await run(tx, passages, { rows: rows.map(withVector) });
  else if (nodes !== undefined) await run(tx, nodes, { rows });
}

function withVector({ properties: { vector, ...properties } }: { properties: Record<string, unknown> }) {
  return { properties, vector: [...(vector as Float32Array)] };
}

/** Counts what is in the graph now. Another program may have written at the same time. */
async function checkCounts(
  driver: Driver,
  database: string | undefined,
  { nodes, relations }: BackupHeader,
  versions: number,
): Promise<void> {
  await inSession(driver, database, 'READ', async (session) => {
    for (const { label } of STORED_NODES) {
      const [row] = label === 'GraphVersion' ? [{ count: versions }] : await run(session, backup.count[label], {});
      if (Number(row?.count) !== nodes[label])
        throw different(`nodes with the label ${label}`, Number(row?.count), nodes[label]);
    }
    const [row] = await run(session, backup.countRelations, { types: BACKED_UP_TYPES });
    if (Number(row?.count) !== relations) throw different('relations', Number(row?.count), relations);
  });
}

const different = (what: string, found: number, expected: number | undefined) =>
  new Error(`the graph contains ${found} ${what}, not ${expected}; another program may have changed the graph`);
