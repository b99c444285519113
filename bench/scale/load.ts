/** Loads a generated graph with Neo4j's offline importer, and starts the local Neo4j on it. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Driver } from 'neo4j-driver';
import { openDriver } from '../../src/graph/connect.ts';
import { readState } from '../../src/graph/local/folder.ts';
import { ensureJars } from '../../src/graph/local/jars.ts';
import { findJava } from '../../src/graph/local/java.ts';
import { ensureLocal, type LocalNeo4j } from '../../src/graph/local/server.ts';
import { migrate } from '../../src/graph/migrate.ts';
import { raiseVersion } from '../../src/graph/version.ts';
import { type GraphFiles, LIST_DELIMITER, writeGraphFiles } from './csv.ts';
import { generate } from './generate.ts';
import type { ScalePlan } from './generate-plan.ts';

const run = promisify(execFile);
/** Raise this number when the generator changes, so that folders of earlier graphs are filled again. */
const GENERATOR = 3;
const IMPORTER_HEAP = '-Xmx3g';
/** The memory of the database for a large graph. */
const MEMORY = { heap: '4g', pageCache: '5g' };
const SMALL_MEMORY = { heap: '1g', pageCache: '1g' };
const LARGE = 300_000;
const MIGRATION_ATTEMPTS = 6;

/** A loaded graph in a running database. */
export interface LoadedGraph {
  local: LocalNeo4j;
  driver: Driver;
  /** The process of the database. */
  pid: number;
  /** The seconds of each step. Empty if the graph was loaded earlier. */
  seconds: Record<string, number>;
  count: { nodes: number; relations: number };
  stop(): Promise<void>;
}

/** Returns a running database with a graph. With BENCH_DATA, the folder is kept, and a second call does not load again. */
export async function loadGraph(plan: ScalePlan, tell: (what: string) => void): Promise<LoadedGraph> {
  const kept = process.env.BENCH_DATA;
  const name = `scale-${plan.terms}-${plan.seed}-${GENERATOR}`;
  const folder = kept ? resolve(kept, name) : await mkdtemp(join(tmpdir(), 'glossograph-scale-'));
  const jarsDir = resolve(process.env.GLOSSOGRAPH_DATA ?? '.glossograph');
  const note = join(folder, 'loaded.json');
  const memory = plan.terms >= LARGE ? MEMORY : SMALL_MEMORY;
  let count = await readFile(note, 'utf8').then(JSON.parse, () => undefined);
  const seconds: Record<string, number> = {};
  const remove = kept ? async () => undefined : () => rm(folder, { recursive: true, force: true });
  try {
    let files: GraphFiles | undefined;
    if (count === undefined) {
      await rm(folder, { recursive: true, force: true });
      files = await fillStore(plan, folder, jarsDir, seconds, tell);
      count = files.count;
    }
    tell('starting Neo4j');
    const local = await ensureLocal({ dataDir: join(folder, 'data'), jarsDir, ...memory });
    const driver = openDriver(local);
    const stop = async () => {
      await driver.close();
      await local.stop();
      await remove();
    };
    try {
      if (files !== undefined) {
        tell('creating indexes');
        seconds.indexes = await timed(() => complete(driver, plan, files));
        await writeFile(note, JSON.stringify(count));
      }
    } catch (error) {
      await stop();
      throw error;
    }
    const pid = (await readState(join(folder, 'data')))?.serverPid ?? 0;
    return { local, driver, pid, seconds, count, stop };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function fillStore(
  plan: ScalePlan,
  folder: string,
  jarsDir: string,
  seconds: Record<string, number>,
  tell: (what: string) => void,
): Promise<GraphFiles> {
  const csv = join(folder, 'csv');
  const home = join(folder, 'data', 'neo4j');
  await mkdir(csv, { recursive: true });
  await mkdir(join(home, 'conf'), { recursive: true });
  tell(`generating ${plan.terms} terms`);
  let files: GraphFiles | undefined;
  seconds.generating = await timed(async () => {
    files = writeGraphFiles(generate(plan), csv);
  });
  if (files === undefined) throw new Error('nothing was generated');
  const { nodes, relations, count } = files;
  tell(`importing ${count.nodes} nodes and ${count.relations} relations`);
  const java = await findJava();
  const lib = await ensureJars(jarsDir, tell);
  const args = [
    ...[IMPORTER_HEAP, '-cp', join(lib, '*'), `-Dbasedir=${home}`, 'org.neo4j.cli.AdminTool'],
    ...['database', 'import', 'full', 'neo4j', '--overwrite-destination', '--multiline-fields=true'],
    ...[`--array-delimiter=${LIST_DELIMITER}`, '--skip-bad-relationships=false', '--id-type=string'],
    ...nodes.map(({ labels, files }) => `--nodes=${labels}=${files}`),
    ...relations.map(({ type, files }) => `--relationships=${type}=${files}`),
  ];
  const env = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') };
  seconds.importing = await timed(() => run(java, args, { env, cwd: folder, maxBuffer: 1 << 26 }));
  await rm(csv, { recursive: true, force: true });
  return files;
}

/** Adds what the importer cannot write: constraints, indexes, lists of one empty string, and the records of imports. */
async function complete(driver: Driver, plan: ScalePlan, { repairs, emptied }: GraphFiles): Promise<void> {
  await migrateInTime(driver);
  for (let at = 0; at < repairs.length; at += 2_000) {
    await driver.executeQuery('UNWIND $rows AS row MATCH (node:Entity {id: row.id}) SET node[row.key] = [""]', {
      rows: repairs.slice(at, at + 2_000),
    });
  }
  for (const { label, key } of emptied) {
    const session = driver.session();
    await session.run(
      `MATCH (node:${label}) WHERE node.${key} IS NULL CALL (node) { SET node.${key} = [] } IN TRANSACTIONS OF 20000 ROWS`,
    );
    await session.close();
  }
  const origins = ['seed', ...plan.vocabularies.map(({ key }) => `glossary:${key}.json`)];
  const rows = origins.map((origin) => ({ origin, sha256: createHash('sha256').update(origin).digest('hex') }));
  await driver.executeQuery('UNWIND $rows AS row CREATE (import:Import) SET import = row, import.at = datetime()', {
    rows,
  });
  const session = driver.session();
  await raiseVersion(session);
  await session.close();
}

/** A migration waits ten minutes for its indexes. Those of a large graph take longer, and a second run waits for them again. */
async function migrateInTime(driver: Driver): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await migrate(driver);
      return;
    } catch (error) {
      if (attempt === MIGRATION_ATTEMPTS) throw error;
    }
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return Math.round((performance.now() - started) / 100) / 10;
}
