/** A graph of some megabytes: it flows at the pace of its reader, and whoever goes, stalls or is overtaken by an import ends it. */
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jsonLines } from '../../src/export/json-lines.ts';
import { openWholeGraph, wholeGraphAs } from '../../src/export/read-graph.ts';
import type { Listening } from '../../src/http/server.ts';
import { writeImport } from '../../src/store/write.ts';
import { glossograph } from '../setup/command-line.ts';
import { testAddress } from '../setup/graph.ts';
import { serveGraph } from '../setup/server.ts';
import { testGraph } from '../setup/test-graph.ts';

const { driver, graph, fill } = testGraph();
const { database, uri, user, password } = testAddress();
const NODES = 20_000;
const ALL = '/graph/jsonl';
/** An import of one entity. */
const write = (name: string) =>
  writeImport(driver(), database, {
    origin: name,
    records: {
      entities: [{ kind: 'ORGANIZATION', id: `Organization:${name}`, label: name, name, role: 'network' }],
      relations: [],
      sources: [],
    },
  });

let server: Listening;
fill(async () => {
  await driver().executeQuery(
    `UNWIND range(1, ${NODES}) AS i
     CREATE (:Entity:Term {id: 'Term:' + i, slug: toString(i), label: 'A term', name: 'A term',
       definition: reduce(text = '', word IN range(1, 150) | text + 'kites ')})`,
  );
  await write('first');
});
beforeAll(async () => {
  server = await serveGraph(graph(), { REQUEST_TIMEOUT_MS: '1000' });
});
afterAll(() => server.stop(0));

async function begun(): Promise<IncomingMessage> {
  const [response] = await once(request(server.url + ALL).end(), 'response');
  return response as IncomingMessage;
}

/** How many transactions of whole graphs are open: those without an end in sight. */
async function open(): Promise<number> {
  const { records } = await driver().executeQuery(
    "SHOW TRANSACTIONS YIELD transactionId, currentQuery, elapsedTime WHERE NOT currentQuery CONTAINS 'SHOW' RETURN count(*) AS n",
  );
  return Number(records[0]?.get('n'));
}

describe('a download', () => {
  test('is complete when the reader takes all of it', async () => {
    let lines = 0;
    for await (const piece of await begun()) lines += String(piece).split('\n').length - 1;
    expect(lines).toBe(NODES + 1);
    await expect.poll(open).toBe(0);
  });

  test('waits for a slow reader with little in memory, and ends when the reader disconnects', async () => {
    const response = await begun();
    await once(response, 'readable');
    const before = process.memoryUsage().rss;
    await new Promise((done) => setTimeout(done, 500));
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
    expect(await open()).toBe(1);
    response.destroy();
    await expect.poll(open, { timeout: 3_000 }).toBe(0);
  });

  test('ends when the reader stops reading for long', async () => {
    const response = await begun();
    await once(response, 'readable');
    const cut = once(response, 'error');
    await expect.poll(open, { timeout: 8_000 }).toBe(0);
    response.resume();
    expect((await cut)[0]).toMatchObject({ code: 'ECONNRESET' });
  });

  test('breaks off when the graph changes during the export', async () => {
    const response = await begun();
    await once(response, 'readable');
    await write('second');
    const reading = (async () => {
      for await (const _ of response);
    })();
    await expect(reading).rejects.toMatchObject({ code: 'ECONNRESET' });
  });
});

test('reports a change of the graph before the last piece is passed on', async () => {
  const whole = await openWholeGraph(graph(), { stepMs: 5_000, totalMs: 20_000 });
  const reading = (async () => {
    let lines = 0;
    for await (const _ of wholeGraphAs(jsonLines, whole)) {
      lines += 1;
      if (lines === 1_500) await write('third');
    }
  })();
  await expect(reading).rejects.toMatchObject({
    message: 'The graph changed during the export. Try again.',
    extensions: { code: 'CONFLICT' },
  });
});

describe('glossograph export', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'glossograph-export-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function run(...args: string[]) {
    const env = { ...process.env, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, LOG_LEVEL: 'silent' };
    const child = glossograph(['export', ...args], env);
    const said = { out: '', err: '' };
    child.stdout?.on('data', (piece) => (said.out += piece));
    child.stderr?.on('data', (piece) => (said.err += piece));
    const [code] = await once(child, 'close');
    return { code, ...said };
  }

  test('writes a format to a file, which appears only when it is complete', async () => {
    const file = join(folder, 'nodes.csv');
    const { code, err } = await run('--format', 'csv-nodes', '--out', file);
    expect([code, err]).toEqual([0, expect.stringMatching(/Exported 2000\d entities as csv-nodes to .*nodes\.csv/)]);
    expect((await readFile(file, 'utf8')).split('\r\n').length).toBeGreaterThan(NODES);
    expect(await readdir(folder)).toEqual(['nodes.csv']);
  });

  test('writes a neighborhood to standard output', async () => {
    const near = await run('--format', 'cytoscape', '--of', 'Term:1', 'Term:2', '--depth', '2', '--per-hop-limit', '3');
    expect([near.code, near.err]).toEqual([0, expect.stringContaining('Exported 2 entities as cytoscape')]);
    expect(JSON.parse(near.out).elements.nodes).toHaveLength(2);
  });

  test('refuses an unknown value of --safe', async () => {
    const { code, err } = await run('--format', 'csv-nodes', '--safe', 'excel');
    expect([code, err]).toEqual([1, expect.stringContaining('safe: must be spreadsheet, not "excel"')]);
  });
});
