/**
 * `npm run bench:import [-- MEGABYTES]`: a made-up title of the CFR of so many megabytes (100 unless said) is imported by
 * the command line with 512 MB of heap, and the rows that come of it are then written by a bare `UNWIND` into another empty
 * Neo4j with the same indexes, in one transaction as well. Memory should not grow with the file; the ratio is what the
 * import costs beside the writing itself.
 *
 * `npm run bench:import -- glossary FILE`: the same of any other import, by its words on the command line; BENCH_RUNS times
 * (3 unless said), each on a Neo4j of its own, and the median counts. Files are small, so what the program takes to start and
 * to find its Neo4j is measured too (`glossograph status`), and told apart.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LocalNeo4j } from '../src/graph/local/server.ts';
import type { HeapInUse } from './heap-watch.ts';
import { keepRows, writeRows } from './rows.ts';
import { median } from './shared/figures.ts';
import { onOwnNeo4j } from './shared/own-neo4j.ts';
import { writeTitle } from './title.ts';

const MEGABYTE = 1_000_000;
const HEAP_MB = 512;
const given = process.argv.slice(2);
const others = given.length > 0 && !/^\d+$/.test(given[0] ?? '') ? given : undefined;
const megabytes = others ? 0 : Number(given[0] ?? 100);
/** A transaction is held in the server's memory, some 130 bytes for each byte of XML, and may take 85 % of its heap. */
const neo4jHeap = process.env.NEO4J_HEAP ?? `${Math.max(2, 1 + Math.ceil(megabytes * 0.16))}g`;

const folder = await mkdtemp(join(tmpdir(), 'glossograph-bench-'));
try {
  if (others) await benchCommand(others, Number(process.env.BENCH_RUNS ?? 3));
  else await benchTitle();
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function benchTitle(): Promise<void> {
  const title = join(folder, 'title-99.xml');
  const parts = await writeTitle(title, megabytes * MEGABYTE);
  console.log(`${megabytes} MB of XML in ${parts} parts; ${availableParallelism()} cores, Neo4j's heap ${neo4jHeap}`);
  const { heaps, count, imported, raw } = await besideRaw(['ecfr', title, '--as-of', '2026-01-01']);
  for (let tenth = 1; tenth <= 10; tenth += 1) {
    const some = heaps.slice(Math.floor(((tenth - 1) * heaps.length) / 10), Math.floor((tenth * heaps.length) / 10));
    const [least, most] = [Math.min(...some.map((one) => one.least)), Math.max(...some.map((one) => one.most))];
    console.log(`heap in tenth ${String(tenth).padStart(2)}: ${mb(least)} to ${mb(most)} MB`);
  }
  console.log(`the most of all: ${mb(Math.max(...heaps.map(({ most }) => most)))} MB of ${HEAP_MB}`);
  line('import', count, imported);
  line('raw UNWIND', count, raw);
  console.log(`ratio ${(imported / raw).toFixed(2)}`);
}

async function benchCommand(words: readonly string[], runs: number): Promise<void> {
  console.log(`import ${words.join(' ')}, ${runs} runs; ${availableParallelism()} cores, Neo4j's heap ${neo4jHeap}`);
  const all: Awaited<ReturnType<typeof besideRaw>>[] = [];
  for (let run = 1; run <= runs; run += 1) {
    const one = await besideRaw(words);
    all.push(one);
    const seconds = [one.imported, one.again, one.started, one.raw].map((each) => each.toFixed(1));
    console.log(
      `run ${run}: import ${seconds[0]} s, again ${seconds[1]} s, start-up ${seconds[2]} s, raw ${seconds[3]} s`,
    );
  }
  const count = all[0]?.count ?? 0;
  const middle = (of: (one: (typeof all)[number]) => number) => median(all.map(of));
  line(
    'whole command',
    count,
    middle(({ imported }) => imported),
  );
  line(
    'less start-up',
    count,
    middle(({ imported, started }) => imported - started),
  );
  line(
    'raw UNWIND',
    count,
    middle(({ raw }) => raw),
  );
  console.log(`ratio ${middle(({ imported, raw }) => imported / raw).toFixed(2)} as a whole`);
  console.log(`ratio ${middle(({ imported, started, raw }) => (imported - started) / raw).toFixed(2)} less start-up`);
}

/** An import by the command line, and its rows once more by a bare `UNWIND`; both on an empty Neo4j. Seconds. */
async function besideRaw(words: readonly string[]) {
  const rows = join(folder, 'rows.jsonl');
  const one = await onOwnNeo4j(async ({ local, driver }) => {
    const started = others ? (await glossograph(local, ['status'])).seconds : 0;
    const { seconds: imported, heaps } = await glossograph(local, ['import', ...words]);
    const again = others ? (await glossograph(local, ['import', ...words])).seconds : 0;
    const count = await keepRows(driver, rows);
    return { started, imported, again, heaps, count };
  }, neo4jHeap);
  const raw = await onOwnNeo4j(({ driver }) => writeRows(driver, rows), neo4jHeap);
  return { ...one, raw };
}

function line(name: string, count: number, seconds: number): void {
  console.log(`${name.padEnd(14)} ${count} rows in ${seconds.toFixed(1)} s: ${Math.round(count / seconds)} rows/s`);
}

/** Seconds from the start of the process to its end, and the most heap in use in each of them. */
async function glossograph({ uri, user, password }: LocalNeo4j, words: readonly string[]) {
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
      ...words,
    ],
    {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
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
  if (code !== 0) throw new Error(`glossograph ${words.join(' ')} ended with ${code}: ${said}`);
  return { seconds: (performance.now() - started) / 1_000, heaps };
}

function mb(bytes: number): number {
  return Math.round(bytes / MEGABYTE);
}
