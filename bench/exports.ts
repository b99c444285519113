/**
 * `npm run bench:exports`: all that lies beside the project is imported into a Neo4j of its own, the whole graph is written
 * in every format, each is read back by another library (in a process of its own) and compared with the records, property by
 * property; graphology, Turtle and JSON Lines are imported into an empty graph, whose export has to have the same bytes.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { EXPORT_FORMATS } from '../src/export/formats.ts';
import type { ExportFormat } from '../src/export/graph.ts';
import { readRecords } from '../src/export/read-file.ts';
import { openWholeGraph, wholeGraphAs } from '../src/export/read-graph.ts';
import { Graph } from '../src/graph/connect.ts';
import { migrate } from '../src/graph/migrate.ts';
import { importRecords } from '../src/import/graph/import.ts';
import { resetGraph } from '../src/store/reset.ts';
import { READERS } from '../test/export/reading.ts';
import { importEverything } from './exports/everything.ts';
import { onOwnNeo4j } from './shared/own-neo4j.ts';

const BOUNDS = { stepMs: 120_000, totalMs: 0 };

await onOwnNeo4j(async ({ driver, folder }) => {
  const graph = new Graph(driver);
  const fileOf = ({ extension }: ExportFormat) => join(folder, `graph.${extension}`);
  console.log(`${availableParallelism()} cores`);
  await importEverything(driver, (line) => console.log(`  imported ${line}`));
  row('format', 'bytes', 'written in', 'most memory', 'read in', 'nodes', 'edges', 'equal');
  const csv: string[] = [];
  const records = fileOf(EXPORT_FORMATS[0] as ExportFormat);
  for (const format of EXPORT_FORMATS) {
    const { bytes, seconds, memory } = await write(graph, format, fileOf(format));
    const about = [format.name, bytes, `${seconds.toFixed(1)} s`, `${memory} MB`] as const;
    if (format.name in READERS) row(...about, ...(await readBack(format.name, records, [fileOf(format)])));
    else row(...about, '', '', '', '');
    if (/^csv-(nodes|edges)$/.test(format.name)) csv.push(fileOf(format));
  }
  row('csv', '', '', '', ...(await readBack('csv', records, csv)));
  for (const format of EXPORT_FORMATS.filter(({ about }) => about.includes('imported again'))) {
    await importAgain(graph, format, fileOf(format), records);
  }
}, process.env.NEO4J_HEAP ?? '3g');

/** Writes the whole graph; the memory is what the process took beyond what it had. */
async function write(graph: Graph, format: ExportFormat, file: string) {
  const [started, before] = [performance.now(), process.memoryUsage().rss];
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 50);
  await pipeline(wholeGraphAs(format, await openWholeGraph(graph, BOUNDS)), createWriteStream(file));
  clearInterval(watch);
  const { size: bytes } = await stat(file);
  return { bytes, seconds: (performance.now() - started) / 1_000, memory: Math.round((most - before) / 1_000_000) };
}

async function readBack(format: string, records: string, files: readonly string[]): Promise<(string | number)[]> {
  const reader = fileURLToPath(new URL('read-export.ts', import.meta.url));
  const args = ['--max-old-space-size=12000', '--import', 'tsx', reader, format, records, ...files];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let [said, failed] = ['', ''];
  child.stdout.on('data', (piece) => (said += piece));
  child.stderr.on('data', (piece) => (failed = (failed + piece).slice(-4_000)));
  const [code] = await once(child, 'close');
  if (code !== 0)
    return ['', '', '', /\b\w*Error\b[^\n]*|heap out of memory/.exec(failed)?.[0] ?? `ended with ${code}`];
  const { seconds, nodes, edges, equal, differing } = JSON.parse(said);
  return [`${seconds.toFixed(1)} s`, nodes, edges, equal ? 'yes' : `no: ${differing.join(' ')}`];
}

async function importAgain(graph: Graph, format: ExportFormat, file: string, records: string): Promise<void> {
  await resetGraph(graph.driver);
  await migrate(graph.driver);
  const started = performance.now();
  const found = await readRecords(file);
  const read = (performance.now() - started) / 1_000;
  await importRecords(graph.driver, undefined, { origin: `graph:${basename(file)}`, records: found });
  const seconds = (performance.now() - started) / 1_000;
  const again = `${records}.again`;
  await write(graph, EXPORT_FORMATS[0] as ExportFormat, again);
  const same = (await hashOf(again)) === (await hashOf(records));
  console.log(
    `${format.name} imported again: read in ${read.toFixed(1)} s, with linking ${seconds.toFixed(1)} s; same bytes: ${same}`,
  );
}

async function hashOf(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}

function row(...cells: readonly (string | number)[]): void {
  const [name = '', ...others] = cells;
  console.log(String(name).padEnd(13) + others.map((cell) => String(cell).padStart(12)).join(' '));
}
