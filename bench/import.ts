/**
 * `npm run bench:import [-- MEGABYTES]`: a made-up title of the CFR of so many megabytes (100 unless said) is imported by
 * the command line with 512 MB of heap, and the rows that come of it are then written by a bare `UNWIND` into another empty
 * Neo4j with the same indexes, in one transaction as well. Memory should not grow with the file; the ratio is what the
 * import costs beside the writing itself.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDriver } from '../src/graph/connect.ts';
import { ensureLocal, type LocalNeo4j } from '../src/graph/local/server.ts';
import { migrate } from '../src/graph/migrate.ts';
import type { HeapInUse } from './heap-watch.ts';
import { keepRows, writeRows } from './rows.ts';
import { writeTitle } from './title.ts';

const MEGABYTE = 1_000_000;
const HEAP_MB = 512;
const megabytes = Number(process.argv[2] ?? 100);
/** A transaction is held in the server's memory: some 80 bytes for each byte of XML. */
const neo4jHeap = process.env.NEO4J_HEAP ?? `${Math.max(2, Math.ceil(megabytes / 10))}g`;

const folder = await mkdtemp(join(tmpdir(), 'glossograph-bench-'));
try {
  const title = join(folder, 'title-99.xml');
  const parts = await writeTitle(title, megabytes * MEGABYTE);
  console.log(`${megabytes} MB of XML in ${parts} parts; ${availableParallelism()} cores, Neo4j's heap ${neo4jHeap}`);

  const rows = join(folder, 'rows.jsonl');
  const imported = await onEmptyNeo4j('import', async (local) => {
    const { seconds, heaps } = await importTitle(local, title);
    const driver = openDriver(local);
    const count = await keepRows(driver, rows);
    await driver.close();
    return { seconds, heaps, count };
  });
  const { heaps, count } = imported;
  for (let tenth = 1; tenth <= 10; tenth += 1) {
    const some = heaps.slice(Math.floor(((tenth - 1) * heaps.length) / 10), Math.floor((tenth * heaps.length) / 10));
    const [least, most] = [Math.min(...some.map((one) => one.least)), Math.max(...some.map((one) => one.most))];
    console.log(`heap in tenth ${String(tenth).padStart(2)}: ${mb(least)} to ${mb(most)} MB`);
  }
  console.log(`the most of all: ${mb(Math.max(...heaps.map(({ most }) => most)))} MB of ${HEAP_MB}`);
  const raw = await onEmptyNeo4j('raw', async (local) => {
    const driver = openDriver(local);
    const seconds = await writeRows(driver, rows);
    await driver.close();
    return seconds;
  });
  const line = (name: string, seconds: number) =>
    console.log(`${name.padEnd(12)} ${count} rows in ${seconds.toFixed(1)} s: ${Math.round(count / seconds)} rows/s`);
  line('import', imported.seconds);
  line('raw UNWIND', raw);
  console.log(`ratio ${(imported.seconds / raw).toFixed(2)}`);
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Does something on a local Neo4j of its own, which has the migrations and no data. */
async function onEmptyNeo4j<T>(name: string, work: (local: LocalNeo4j) => Promise<T>): Promise<T> {
  const dataDir = join(folder, name);
  const jarsDir = process.env.GLOSSOGRAPH_DATA ?? '.glossograph';
  const local = await ensureLocal({ dataDir, jarsDir, heap: neo4jHeap });
  try {
    const driver = openDriver(local);
    await migrate(driver);
    await driver.close();
    return await work(local);
  } finally {
    await local.stop();
  }
}

/** Seconds from the start of the process to its end, and the most heap in use in each of them. */
async function importTitle({ uri, user, password }: LocalNeo4j, title: string) {
  const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${HEAP_MB}`,
      '--import',
      'tsx',
      '--import',
      here('heap-watch.ts'),
      here('../src/main.ts'),
      ...['import', 'ecfr', title, '--as-of', '2026-01-01'],
    ],
    {
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
      env: { ...process.env, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password },
    },
  );
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said = (said + chunk).slice(-2_000);
  });
  const heaps: HeapInUse[] = [];
  child.on('message', (heap) => heaps.push(heap as HeapInUse));
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the import ended with ${code}: ${said}`);
  return { seconds: (performance.now() - started) / 1_000, heaps };
}

function mb(bytes: number): number {
  return Math.round(bytes / MEGABYTE);
}
