/** What a running server connects to: its database, and nothing else. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { glossograph } from '../setup/command-line.ts';
import { SEED } from '../setup/fixtures.ts';
import { testAddress } from '../setup/graph.ts';
import { sharedGraph } from '../setup/test-graph.ts';

sharedGraph(SEED);
const GUARD = fileURLToPath(new URL('../setup/network-guard.cjs', import.meta.url));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'glossograph-network-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Recorded {
  what: string;
  to: string;
}
const recordedIn = (file: string): Recorded[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line))
    : [];

/** An environment in which Node.js loads the guard into the process and its workers. */
const guarded = (file: string, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_OPTIONS: `--require ${JSON.stringify(GUARD)}`,
  NETWORK_LOG: file,
  ...more,
});

test('the guard sees connections, names, and programs, also in a worker', async () => {
  const file = join(folder, 'control');
  const asks = `
    const { Worker } = await import('node:worker_threads');
    await fetch('http://127.0.0.1:59998/').catch(() => {});
    await (await import('node:dns')).promises.lookup('localhost');
    (await import('node:child_process')).spawnSync('true');
    await new Promise((done) => new Worker("(await import('node:net')).connect(9, '127.0.0.2').on('error', () => {})", { eval: true }).once('exit', done));
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', asks], { env: guarded(file) });
  await new Promise((done) => child.once('close', done));
  const recorded = recordedIn(file).map(({ what, to }) => `${what} ${to}`);
  for (const expected of ['connection 127.0.0.1:59998', 'name localhost', 'program true', 'connection 127.0.0.2:9']) {
    expect(recorded).toContain(expected);
  }
});

const PATHS = [
  '/',
  '/term/ehr',
  '/regulation/45-CFR-171.103',
  '/search?q=ehr',
  '/changes.atom?from=2024-01-01&to=2024-02-01',
  '/sitemap.xml',
  '/llms.txt',
  '/explore',
  '/graph/gexf?of=Term:ehr',
  '/health',
  '/ready',
];
const QUERIES = [
  '{ __schema { types { name } } }',
  '{ search(query: "information blocking") { totalCount } }',
  '{ neighborhood(of: ["Term:ehr"], depth: 2, layout: FORCE) { nodes { key x y } } }',
  '{ annotate(text: "The EHR supports FHIR.") { start } }',
];

test('a server connects only to its database while the pages, the API, the explorer, and exports are read', async () => {
  const file = join(folder, 'server');
  const { uri, user, password } = testAddress();
  const env = guarded(file, {
    ...{ NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, GLOSSOGRAPH_DATA: join(folder, 'data') },
    ...{
      PORT: '0',
      MEANING: 'off',
      LOG_LEVEL: 'silent',
      PUBLIC_URL: 'https://kites.example',
      REQUEST_TIMEOUT_MS: '120000',
    },
  });
  const server = glossograph(['start'], env);
  const ended = new Promise((done) => server.once('close', done));
  try {
    let said = '';
    const url = await new Promise<string>((done, fail) => {
      server.stderr?.on('data', (chunk) => {
        said += chunk;
        const found = /Website {3}(http:\S+)\//.exec(said)?.[1];
        if (found !== undefined) done(found);
      });
      server.once('close', () => fail(new Error(said)));
    });
    await expect.poll(async () => (await fetch(`${url}/ready`)).status, { timeout: 60_000 }).toBe(200);
    const files = new Set<string>();
    for (const path of PATHS) {
      const response = await fetch(`${url}${path}`, { headers: { accept: 'text/html,*/*' } });
      const text = await response.text();
      expect([path, response.status, response.ok ? '' : text.slice(0, 500)]).toEqual([path, 200, '']);
      for (const [, found = ''] of text.matchAll(/(?:src|href)="(\/(?:explorer|pages|fonts)\/[^"]+)"/g))
        files.add(found);
    }
    expect(files.size).toBeGreaterThan(3);
    for (const path of files) expect((await fetch(`${url}${path}`)).status).toBe(200);
    for (const query of QUERIES) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      expect(await response.json()).toEqual({ data: expect.anything() });
    }
  } finally {
    server.kill('SIGTERM');
    await ended;
  }
  const { hostname, port } = new URL(uri.replace(/^\w+/, 'http'));
  const recorded = recordedIn(file);
  const others = recorded.filter(
    ({ what, to }) => !(what === 'connection' && to === `${hostname}:${port}`) && to !== hostname,
  );
  expect(others).toEqual([]);
  expect(recorded.length).toBeGreaterThan(0);
}, 600_000);
