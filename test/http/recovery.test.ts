/** A database that freezes, dies and comes back: typed errors within the deadline, and recovery without a restart. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { Graph } from '../../src/graph/connect.ts';
import { type Heartbeat, watchDatabase } from '../../src/graph/heartbeat.ts';
import { ensureLocal, type LocalNeo4j } from '../../src/graph/local/server.ts';
import { migrate } from '../../src/graph/migrate.ts';
import { type Listening, listen } from '../../src/http/server.ts';
import { GLOSSOGRAPH } from '../../src/model/vocabulary.ts';
import { appOf } from '../../src/server/assemble.ts';
import { writeImport } from '../../src/store/write.ts';
import { freeze } from '../setup/freeze.ts';
import { JARS_DIR } from '../setup/jars.ts';
import { QUICK_JVM } from '../setup/java.ts';

let dataDir: string;
let local: LocalNeo4j;
let graph: Graph;
let server: Listening;
let heartbeat: Heartbeat;
const log: string[] = [];
const open = (port?: number) => ensureLocal({ dataDir, jarsDir: JARS_DIR, jvm: QUICK_JVM, port });

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'glossograph-recovery-'));
  local = await open();
  graph = Graph.open(local);
  await migrate(graph.driver);
  await writeImport(graph.driver, undefined, {
    origin: 'seed',
    records: {
      entities: [
        {
          kind: 'TERM',
          vocabulary: 'glossograph',
          id: 'Term:a',
          label: 'a',
          slug: 'a',
          name: 'a',
          keyTakeaways: [],
          sectionHeadings: [],
          sectionBodies: [],
        },
      ],
      relations: [],
      sources: [],
      vocabularies: [GLOSSOGRAPH],
    },
  });
  const config = parseConfig({ PORT: '0', REQUEST_TIMEOUT_MS: '2000' });
  heartbeat = watchDatabase(local, { error: (what) => log.push(what), info: (what) => log.push(what) });
  const app = appOf(graph, config, pino({ level: 'silent' }), { state: heartbeat.state });
  server = await listen(app, config.HOST, config.PORT);
});
afterAll(async () => {
  // Whatever of it came up: a start that failed says why by itself.
  await server?.stop();
  await heartbeat?.stop();
  await graph?.close();
  await local?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function ask(): Promise<{ name?: string; code?: string; seconds: number }> {
  const started = performance.now();
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ term(slug: "a") { name } }' }),
  });
  const { data, errors } = (await response.json()) as {
    data?: { term?: { name: string } };
    errors?: { extensions: { code: string } }[];
  };
  return {
    ...(data?.term && { name: data.term.name }),
    ...(errors?.[0] && { code: errors[0].extensions.code }),
    seconds: (performance.now() - started) / 1000,
  };
}
const status = async (path: string) => (await fetch(server.url + path)).status;
const health = async () => (await fetch(`${server.url}/health`)).json();
const SILENT = { status: 'degraded', database: 'silent', since: expect.stringMatching(/^\d{4}-/) };
const states = async () => [await status('/health'), await status('/ready')];
const recovers = async () => {
  await expect.poll(async () => (await ask()).name, { timeout: 15_000, interval: 200 }).toBe('a');
  expect(await states()).toEqual([200, 200]);
};

test('a frozen database gives a typed error within the deadline, and recovers when it resumes', async () => {
  await recovers();
  const { serverPid } = JSON.parse(await readFile(join(dataDir, 'neo4j.json'), 'utf8'));
  const frozen = performance.now();
  await freeze(serverPid);
  try {
    const noticed = expect
      .poll(health, { timeout: 5_000, interval: 100 })
      .toEqual(SILENT)
      .then(() => console.log(`frozen database noticed after ${((performance.now() - frozen) / 1000).toFixed(1)} s`));
    const { code, seconds } = await ask();
    expect(['TIMEOUT', 'DATABASE_UNAVAILABLE']).toContain(code);
    expect(seconds).toBeLessThan(4);
    expect(await states()).toEqual([200, 503]);
    await noticed;
    expect(log).toEqual([`The database at ${local.uri} does not respond.`]);
  } finally {
    process.kill(serverPid, 'SIGCONT');
  }
  await recovers();
  await expect.poll(health, { timeout: 5_000, interval: 100 }).toEqual({ status: 'ok' });
  expect(log.at(-1)).toBe(`The database at ${local.uri} is available again.`);
}, 60_000);

test('a stopped database gives DATABASE_UNAVAILABLE within 10 s, and recovers when it is back', async () => {
  const port = Number(new URL(local.uri).port);
  await local.stop();
  const { code, seconds } = await ask();
  console.log(`database stopped: ${code} after ${seconds.toFixed(1)} s`);
  expect(code).toBe('DATABASE_UNAVAILABLE');
  expect(seconds).toBeLessThan(10);
  expect(await states()).toEqual([200, 503]);
  await expect.poll(health, { timeout: 5_000, interval: 100 }).toEqual(SILENT);
  local = await open(port);
  await recovers();
  await expect.poll(health, { timeout: 5_000, interval: 100 }).toEqual({ status: 'ok' });
}, 90_000);

test('a client that disconnects leaves no transaction behind', async () => {
  const gone = new AbortController();
  const slow = graph.read(
    'UNWIND range(1, 2000000000) AS i WITH i WHERE i < 0 RETURN count(i) AS n',
    {},
    { deadline: Date.now() + 60_000, signal: gone.signal },
  );
  setTimeout(() => gone.abort(), 500);
  await expect(slow).rejects.toMatchObject({ extensions: { code: 'TIMEOUT' } });
  const running = async () =>
    (
      await graph.read<{ n: number }>(
        "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'range(1, 2000000000)' AND NOT currentQuery CONTAINS 'SHOW' RETURN count(*) AS n",
        {},
      )
    )[0]?.n;
  await expect.poll(running, { timeout: 10_000, interval: 200 }).toBe(0);
}, 30_000);
