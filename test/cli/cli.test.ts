/** The command line, as people run it: a process of its own, exit codes, one clear message for each failure. */
import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureJars, NEO4J_VERSION } from '../../src/graph/local/jars.ts';
import { glossograph as start } from '../setup/command-line.ts';
import { testAddress } from '../setup/graph.ts';
import { JARS_DIR } from '../setup/jars.ts';
import { QUICK_JAVA } from '../setup/java.ts';
import { testGraph } from '../setup/test-graph.ts';
import { sampleOf } from '../setup/thorough.ts';

let data: string;
const env = (more: NodeJS.ProcessEnv = {}) => {
  const { NEO4J_URI: _uri, ...rest } = process.env;
  return { ...rest, GLOSSOGRAPH_DATA: data, LOG_LEVEL: 'silent', PORT: '0', ...QUICK_JAVA, ...more };
};

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'glossograph-cli-'));
  await ensureJars(resolve(JARS_DIR), () => undefined);
  await symlink(resolve(JARS_DIR, `neo4j-${NEO4J_VERSION}`), join(data, `neo4j-${NEO4J_VERSION}`));
});
afterAll(() => rm(data, { recursive: true, force: true }));

const glossograph = (args: string[], more: NodeJS.ProcessEnv = {}): ChildProcess => start(args, env(more));

async function run(
  args: string[],
  more: NodeJS.ProcessEnv = {},
): Promise<{ code: number | null; out: string; err: string }> {
  const child = glossograph(args, more);
  const said = { out: '', err: '' };
  child.stdout?.on('data', (chunk) => (said.out += chunk));
  child.stderr?.on('data', (chunk) => (said.err += chunk));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { code, ...said };
}

describe('help', () => {
  const all = ['', 'import', 'import graph', 'import fhir', 'start', 'seed', 'export', 'changes', 'backup', 'restore'];
  test.each(sampleOf([...all, 'status', 'key', 'reset'], 3))('glossograph %s --help', async (command) => {
    const words = command.split(' ').filter((word) => word !== '');
    const { code, out } = await run([...words, '--help']);
    expect(code).toBe(0);
    expect(out).toContain(`Usage: ${['glossograph', ...words].join(' ')}`);
  });

  test('points to the help for an unknown command', async () => {
    const { code, err } = await run(['strat']);
    expect(code).toBe(1);
    expect(err).toMatch(/unknown command.*--help/s);
  });
});

describe('glossograph key', () => {
  test('prints a key and its entry, or adds the entry to a file and prints only the key', async () => {
    const { code, out } = await run(['key', 'reporting']);
    const [key = '', entry = ''] = out.split('\n');
    expect([code, key]).toEqual([0, expect.stringMatching(/^gg_[\w-]{43}$/)]);
    const sha256 = createHash('sha256').update(key).digest('hex');
    expect(JSON.parse(entry)).toEqual({
      name: 'reporting',
      sha256,
      created: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });

    const file = join(data, 'keys.json');
    const added = await run(['key', 'ci', '--to', file]);
    expect([added.code, added.out]).toEqual([0, expect.stringMatching(/^gg_[\w-]{43}\n$/)]);
    const content = await readFile(file, 'utf8');
    expect(content).toContain(createHash('sha256').update(added.out.trim()).digest('hex'));
    expect(content + added.err).not.toContain(added.out.trim());
    const again = await run(['key', 'ci', '--to', file]);
    expect([again.code, again.out, again.err]).toEqual([1, '', expect.stringContaining('already has a key')]);
    expect(await readFile(file, 'utf8')).toBe(content);
    expect((await run(['key', 'two words'])).err).toContain('NAME: must be 1 to 64 letters');
  });
});

describe('failures are one message and exit code 1, never a stack', () => {
  const cases: [string, string[], NodeJS.ProcessEnv, RegExp][] = [
    [
      'settings',
      ['status'],
      { PORT: 'x', NEO4J_URI: 'y' },
      /PORT: must be a port.*NEO4J_URI: must be an address such as bolt:\/\//s,
    ],
    [
      'a database that is not there',
      ['status'],
      { NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_WAIT_SECONDS: '1' },
      /No Neo4j server is responding at bolt:\/\/127\.0\.0\.1:1.*NEO4J_URI/s,
    ],
    [
      'a password in the address',
      ['status'],
      { NEO4J_URI: 'bolt://neo4j:SECRET@127.0.0.1:1' },
      /^(?!.*SECRET).*NEO4J_URI: .*NEO4J_PASSWORD/s,
    ],
    ['a seed with faults', ['seed', '--check', '--dir', 'test/import'], {}, /glossograph: /],
    ['a data folder of a newer format', ['status'], { GLOSSOGRAPH_DATA: 'NEWER' }, /newer version of Glossograph/],
  ];
  test.each(cases)('%s', async (_what, args, more, expected) => {
    if (more.GLOSSOGRAPH_DATA === 'NEWER') {
      more.GLOSSOGRAPH_DATA = join(data, 'newer');
      await mkdir(more.GLOSSOGRAPH_DATA);
      await writeFile(join(more.GLOSSOGRAPH_DATA, 'format'), '99\n');
    }
    const { code, err } = await run(args, more);
    expect(code).toBe(1);
    expect(err).toMatch(expected);
    expect(err).not.toMatch(/^\s+at /m);
  });
});

describe('a whole life of the local Neo4j', () => {
  let started: ChildProcess;
  let said = '';

  test('seeds an empty graph and serves it', async () => {
    started = glossograph(['start']);
    started.stderr?.on('data', (chunk) => (said += chunk));
    await expect.poll(() => said, { timeout: 90_000, interval: 200 }).toMatch(/GraphQL +http/);
    const url = /GraphQL +(\S+)/.exec(said)?.[1] ?? '';
    expect(said).toMatch(/heap [\d.]+ [MG]iB \(NEO4J_HEAP\), page cache [\d.]+ [MG]iB \(NEO4J_PAGECACHE\)/);
    expect(said).toMatch(/Seed loaded: \d+ entities, \d+ relations; data version [0-9a-f]{16}/);
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ term(slug: \\"emr-vs-ehr\\") { name } }"}',
    });
    expect(await response.json()).toEqual({ data: { term: { name: 'EMR vs EHR' } } });
  }, 120_000);

  let running: { uri: string };
  test('finds the running server in status', async () => {
    const { code, out, err } = await run(['status', '--json']);
    expect([code, err]).toEqual([0, expect.stringContaining('already running')]);
    const status = JSON.parse(out);
    expect(status).toMatchObject({
      neo4j: {
        uri: expect.stringMatching(/^bolt:/),
        user: 'neo4j',
        password: expect.any(String),
        version: NEO4J_VERSION,
        local: true,
      },
      dataVersion: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    expect(status.entities.TERM).toBeGreaterThanOrEqual(60);
    expect(status.relations.EXCEPTION_TO).toBe(10);
    running = status.neo4j;
  }, 30_000);

  test('prints one clear message for a wrong password', async () => {
    const { code, err } = await run(['status'], { NEO4J_URI: running.uri, NEO4J_PASSWORD: 'wrong' });
    expect([code, err]).toEqual([
      1,
      expect.stringContaining('rejected the credentials in NEO4J_USER and NEO4J_PASSWORD'),
    ]);
    expect(err).not.toContain('wrong');
  }, 30_000);

  test('names the way out when the port is already in use', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => holder.once('listening', done));
    const { port } = holder.address() as { port: number };
    const { code, err } = await run(['start'], { PORT: String(port) });
    holder.close();
    expect([code, err]).toEqual([1, expect.stringMatching(/port is already in use.*set PORT/)]);
  }, 30_000);

  test('stops in order at SIGTERM, together with the local Neo4j', async () => {
    const ended = new Promise((done) => started.once('close', done));
    const asked = performance.now();
    started.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(performance.now() - asked).toBeLessThan(15_000); // it waits for nothing that it asks itself
    expect(said).toContain('Stopped');
    const { err } = await run(['status']);
    expect(err).toContain('Local Neo4j');
    expect(err).toContain('started at'); // a command starts one for itself when none runs
  }, 60_000);
});

/** These commands need no server of their own: they work on the one of NEO4J_URI, whose planner is warm. */
describe('on the Neo4j of NEO4J_URI', () => {
  testGraph();
  const { uri, user, password, database } = testAddress();
  const own = {
    ...{ NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password },
    ...(database !== undefined && { NEO4J_DATABASE: database }),
  };
  const command = (args: string[]) => run(args, own);

  test('lists what changed in the law, with the rule and how complete the list is', async () => {
    expect((await command(['seed'])).err).toMatch(
      /Seed loaded: \d+ entities, \d+ relations; data version [0-9a-f]{16}/,
    );
    const period = ['changes', '--from', '2024-12-01', '--to', '2024-12-31', '--within', '45 CFR Part 171'];
    const { code, out } = await command([...period, '--kinds', 'ADDED']);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^2024-12-17 {2}45 CFR 171\.206: added\n +By HTI-3 Final Rule \(89 FR 102512\), effective 2024-12-17\.\n/,
    );
    expect(out).toContain('\n1 change. ');
    const { changes, coverage } = JSON.parse((await command([...period, '--json'])).out);
    expect(changes.map(({ kind }: { kind: string }) => kind).sort()).toContain('EXCEPTION');
    expect(coverage.certainty).toBe('UNKNOWN'); // the seed has no texts
    expect((await command(['changes', '--from', 'soon'])).err).toMatch(/must be a real calendar date/);
    expect((await command(['changes', '--from', '2024-01-01', '--within', 'nowhere'])).err).toMatch(/within: must be/);
  }, 120_000);

  test('changes nothing when seeding again; gives the same graph after export, reset and import', async () => {
    expect((await command(['seed'])).err).toContain('Seed: no changes');
    const file = join(data, 'graph.jsonl');
    expect((await command(['export', '--out', file])).code).toBe(0);
    const before = await readFile(file, 'utf8');
    expect((await command(['reset'])).code).toBe(1); // not without --yes
    expect((await command(['reset', '--yes'])).code).toBe(0);
    expect(JSON.parse((await command(['status', '--json'])).out).entities.TERM).toBe(0);
    expect((await command(['import', 'graph', file])).err).toContain('Imported');
    expect((await command(['export'])).out).toBe(before);
  }, 120_000);

  test('links nothing new, and with --all the same again', async () => {
    const { dataVersion } = JSON.parse((await command(['status', '--json'])).out);
    expect((await command(['link'])).err).toMatch(/No texts have changed; [\d.]+ s; data version /);
    const { code, err } = await command(['link', '--all']);
    expect(code).toBe(0);
    expect(err).toMatch(
      new RegExp(
        `Searched \\d+ texts: found \\d{3,} occurrences of terms, which form \\d{3,} MENTIONS relations; [\\d.]+ s; data version ${dataVersion}`,
      ),
    );
  }, 60_000);
});
