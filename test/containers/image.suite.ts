/** The image and docker-compose.yml, with a real container engine. `npm run test:containers` runs this file. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../setup/ports.ts';
import { composeCommand, docker, RUN_LABEL, run } from './engine.ts';

const NAME = process.env.TEST_RUN ?? 'glossograph-test';
const IMAGE = `${NAME}:latest`;
/** The largest size of the image, in megabytes. A test fails if a change makes the image much larger. */
const MOST_MEGABYTES = 420;

let port: number;
let api: string;
let isFine = false;
const figures: string[] = [];

/** Runs Compose on the project's own file. */
async function compose(...args: readonly string[]): Promise<string> {
  const [program, ...first] = await composeCommand();
  const env = { GLOSSOGRAPH_IMAGE: IMAGE, PORT: String(port), COMPOSE_INTERACTIVE_NO_CLI: '1' };
  const { code, out, err } = await run(program, [...first, '--project-name', NAME, ...args], env);
  if (code !== 0) throw new Error(`compose ${args.join(' ')}: exit code ${code}\n${out}\n${err}`);
  return out;
}

/** The result of an attempt, which is repeated until it succeeds. */
async function until<Found>(seconds: number, attempt: () => Promise<Found | undefined>): Promise<Found> {
  const end = performance.now() + seconds * 1_000;
  for (;;) {
    const found = await attempt().catch(() => undefined);
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`Nothing after ${seconds} seconds: ${attempt}`);
    await pause(100);
  }
}

/** A property of a container or an image. */
const inspect = async (id: string, format: string): Promise<unknown> =>
  JSON.parse(await docker('inspect', '--format', `{{json ${format}}}`, id));

interface ReadyBody {
  status: string;
  model: string;
  degraded: object[];
}
const ask = async (path: string, more: RequestInit = {}, at = port) => {
  const response = await fetch(`http://127.0.0.1:${at}${path}`, { ...more, signal: AbortSignal.timeout(10_000) });
  return { status: response.status, body: (await response.json()) as unknown };
};

/** Stops a container as an operator does, and returns its exit code and the time that this took, in seconds. */
async function stop(id: string, patience: number): Promise<{ code: unknown; seconds: number }> {
  const begun = performance.now();
  await docker('stop', '-t', String(patience), id);
  return { code: await inspect(id, '.State.ExitCode'), seconds: (performance.now() - begun) / 1_000 };
}

beforeAll(async () => {
  const begun = performance.now();
  port = await freePort();
  await docker('build', '--force-rm', '--label', `${RUN_LABEL}=${NAME}`, '--tag', IMAGE, '.');
  figures.push(`build: ${Math.round((performance.now() - begun) / 1_000)} s (the engine may have cached some of it)`);
  await compose('up', '--detach', '--no-build');
  api = await compose('ps', '-q', 'api');
});

afterAll(async () => {
  if (!isFine) console.log(await compose('logs', '--no-color').catch(String));
  await compose('down', '--volumes').catch(console.error);
  console.log(figures.map((figure) => `Figures: ${figure}`).join('\n'));
});

test('the image has a health check, a user by number who is not root, and no tools of the build', async () => {
  const config = (await inspect(IMAGE, '.Config')) as Record<string, unknown>;
  expect(config).toMatchObject({ User: '1000:1000', StopSignal: 'SIGTERM', Healthcheck: { Test: expect.anything() } });
  const find = 'command -v npm mvn java tsc; find /app -name "*.map" -o -name "*.d.ts" -o -name typescript';
  expect(await docker('run', '--rm', '--label', `${RUN_LABEL}=${NAME}`, IMAGE, 'sh', '-c', find)).toBe('');
  const megabytes = Math.round(Number(await inspect(IMAGE, '.Size')) / 1e6);
  figures.push(`size of the image: ${megabytes} MB`);
  expect(megabytes).toBeLessThan(MOST_MEGABYTES);
});

test('every package that the server can import loads in the image, also those that it rarely needs', async () => {
  // Types, styles, and a renderer for browsers are no modules for a server.
  const script = `(async () => {
    const { dependencies, optionalDependencies } = require('./package.json');
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies }))
      if (!/types$|^@fontsource|^sigma$/.test(name)) await import(name).catch(() => require(name));
    console.log('loaded');
  })()`;
  const options = ['--rm', '--label', `${RUN_LABEL}=${NAME}`];
  expect(await docker('run', ...options, IMAGE, 'node', '--eval', script)).toBe('loaded');
});

test('both services become healthy, and the server responds', async () => {
  await until(170, async () => ((await inspect(api, '.State.Health.Status')) === 'healthy' ? true : undefined));
  expect((await ask('/health')).status).toBe(200);
  expect(await ask('/ready')).toMatchObject({ status: 200, body: { status: 'ready', database: { responds: true } } });
});

test('the seed can be imported in the container, and GraphQL answers from it', async () => {
  // The server already computes the vectors. To do so twice at the same time takes minutes.
  await compose('exec', '-T', '-e', 'MEANING=off', 'api', 'glossograph', 'seed');
  expect(await docker('exec', api, 'glossograph', 'status')).toMatch(/^ +TERM +\d+$/m);
  const body = JSON.stringify({ query: '{ term(slug: "emr-vs-ehr") { name relatedTerms(first: 1) { totalCount } } }' });
  const answer = await ask('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  expect(answer).toMatchObject({ status: 200, body: { data: { term: { name: 'EMR vs EHR' } } } });
});

test('pages, scripts, fonts, pictures, and exports are available', async () => {
  // The first query of each kind can exceed the time limit on a busy machine, because Neo4j plans it.
  const read = (path: string): Promise<string> =>
    until(60, async () => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`);
      return response.status === 200 ? await response.text() : undefined;
    });
  const home = await read('/');
  const named = home.matchAll(/(?:href|src)="(\/[^"#?]+\.(?:css|js|woff2|png|svg|ico))"/g);
  const files = new Set([...named].map(([, path = '']) => path));
  expect(files.size).toBeGreaterThan(3);
  for (const path of [...files, '/term/ehr', '/explore', '/graph/gexf?of=Term:uscdi']) await read(path);
});

test('the process is not root, has no capabilities, and cannot gain any', async () => {
  const status = await docker('exec', api, 'cat', '/proc/1/status');
  expect(status).toMatch(/^Uid:\t1000\t1000\t1000\t1000$/m);
  expect(status).toMatch(/^CapEff:\t0+$/m);
  expect(status).toMatch(/^CapBnd:\t0+$/m);
  expect(status).toMatch(/^NoNewPrivs:\t1$/m);
});

test('the root file system is read-only even for root, and only /tmp is writable', async () => {
  for (const file of ['/file', '/app/file', '/app/.glossograph/file', '/etc/file']) {
    const { code, err } = await run('docker', ['exec', '--user', '0', api, 'touch', file]);
    expect([code, err]).toEqual([1, expect.stringContaining('Read-only file system')]);
  }
  await docker('exec', api, 'touch', '/tmp/file');
});

test('a server starts from `docker run` with the same restrictions, and SIGTERM ends it in order', async () => {
  const begun = performance.now();
  const restrictions = [
    '--read-only',
    '--tmpfs',
    '/tmp',
    '--cap-drop',
    'ALL',
    '--security-opt',
    'no-new-privileges:true',
  ];
  const to = [
    '--network',
    `${NAME}_default`,
    '--env',
    'NEO4J_URI=bolt://neo4j:7687',
    '--env',
    'NEO4J_PASSWORD=glossograph',
  ];
  const about = ['--detach', '--label', `${RUN_LABEL}=${NAME}`, '--publish', '127.0.0.1::4000'];
  const id = await docker('run', ...about, ...restrictions, ...to, IMAGE);
  const at = Number((await docker('port', id, '4000/tcp')).split(':').at(-1));
  await until(60, async () => ((await ask('/ready', {}, at)).status === 200 ? true : undefined));
  figures.push(`from docker run to /ready: ${((performance.now() - begun) / 1_000).toFixed(1)} s`);
  const { code, seconds } = await stop(id, 20);
  figures.push(`from docker stop to the end: ${seconds.toFixed(1)} s, exit code ${code}`);
  expect(code).toBe(0);
  expect(seconds).toBeLessThan(5);
  await docker('rm', '--volumes', id);
});

test('search by meaning has its model', { timeout: 600_000 }, async () => {
  // The server loads the model after Neo4j has planned the most common queries, which takes minutes on a busy machine.
  const ready = await until(580, async () => {
    const { body } = await ask('/ready');
    return (body as ReadyBody).model === 'ready' ? (body as ReadyBody) : undefined;
  });
  expect(ready.degraded).toEqual([]);
  // Its runtime would say here that it cannot write an identifier for usage data.
  const { out, err } = await run('docker', ['logs', api]);
  expect(out + err).not.toContain('telemetry');
});

test('Compose stops both services in order', async () => {
  await compose('stop');
  expect(await inspect(api, '.State.ExitCode')).toBe(0);
  // 143 is SIGTERM, which Neo4j's JVM obeys in order; 137 would be SIGKILL after the grace period.
  expect([0, 143]).toContain(await inspect(await compose('ps', '--all', '-q', 'neo4j'), '.State.ExitCode'));
  isFine = true;
});
