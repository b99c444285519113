/** The commands as people run them, on a local folder: a restore that is killed leaves the old graph or the new one. */
import type { ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeBackup } from '../../src/backup/write-file.ts';
import { closeDriver, openDriver } from '../../src/graph/connect.ts';
import { ensureJars, NEO4J_VERSION } from '../../src/graph/local/jars.ts';
import { ensureLocal } from '../../src/graph/local/server.ts';
import type { TermRecord } from '../../src/model/records.ts';
import { GLOSSOGRAPH } from '../../src/model/vocabulary.ts';
import { writeImport } from '../../src/store/write.ts';
import { glossograph } from '../setup/command-line.ts';
import { all, exportRecords } from '../setup/exported.ts';
import { testAddress } from '../setup/graph.ts';
import { JARS_DIR } from '../setup/jars.ts';
import { QUICK_JAVA, QUICK_JVM } from '../setup/java.ts';
import { testGraph } from '../setup/test-graph.ts';
import { THOROUGH } from '../setup/thorough.ts';

const { driver } = testGraph();
const folder = await mkdtemp(join(tmpdir(), 'glossograph-killed-'));
const data = join(folder, 'data');
const PRELOAD = pathToFileURL(resolve('test/backup/kill-at.mjs')).href;
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Two graphs, their backups, and their exports. */
const NAMES = ['one', 'two'] as const;
const exports = new Map<string, string>();
const backupOf = (name: string) => join(folder, `${name}.gz`);

const termOf = (name: string): TermRecord => ({
  ...{ kind: 'TERM', vocabulary: 'glossograph', id: `Term:${name}`, label: name, slug: name, name },
  ...{ definition: name, keyTakeaways: [], sectionHeadings: [], sectionBodies: [] },
});

beforeAll(async () => {
  const { database } = testAddress();
  for (const name of NAMES) {
    const records = { entities: [termOf(name)], relations: [], sources: [], vocabularies: [GLOSSOGRAPH] };
    await writeImport(driver(), database, { origin: 'seed', records });
    await writeBackup(testAddress(), backupOf(name));
    exports.set(name, (await all(exportRecords(driver(), database))).join(''));
  }
  await ensureJars(resolve(JARS_DIR), () => undefined);
  await mkdir(data);
  await symlink(resolve(JARS_DIR, `neo4j-${NEO4J_VERSION}`), join(data, `neo4j-${NEO4J_VERSION}`));
});

/** A command on the folder, and what it says. */
function command(args: string[], more: NodeJS.ProcessEnv = {}) {
  const { NEO4J_URI: _uri, ...rest } = process.env;
  const env = {
    ...rest,
    GLOSSOGRAPH_DATA: data,
    LOG_LEVEL: 'silent',
    PORT: '0',
    NEO4J_HEAP: '512m',
    ...QUICK_JAVA,
    ...more,
  };
  const child: ChildProcess = glossograph(args, env);
  const said = { text: '' };
  child.stderr?.on('data', (chunk) => (said.text += chunk));
  const ended = new Promise<number | null>((done) => child.once('close', done));
  return { child, said, ended };
}

/** The name of the graph that the folder holds, wholly; anything else is a fault. */
async function held(): Promise<string> {
  const local = await ensureLocal({ dataDir: data, jvm: QUICK_JVM, heap: '512m' });
  const opened = openDriver(local);
  try {
    const lines = (await all(exportRecords(opened))).join('');
    return [...exports].find(([, text]) => text === lines)?.[0] ?? `neither: ${lines}`;
  } finally {
    await closeDriver(opened);
    await local.stop();
  }
}

/** Every file below a folder, with its identity, its size, and the time of its last change. */
async function filesOf(path: string): Promise<string[]> {
  const names = await readdir(path, { recursive: true });
  const found = await Promise.all(
    names.map(async (name) => {
      const { ino, size, mtimeNs } = await stat(join(path, name), { bigint: true });
      return `${name} ${ino} ${size} ${mtimeNs}`;
    }),
  );
  return found.sort();
}

test('a restore into an empty folder makes the graph', async () => {
  const { said, ended } = command(['restore', backupOf('one')]);
  expect([await ended, said.text]).toEqual([
    0,
    expect.stringMatching(
      /Restored 1 entities and 0 relations \(data version [0-9a-f]{16}\) from .* \(\d+ kB\) in [\d.]+ s/,
    ),
  ]);
  expect(said.text).toContain('does not contain the vectors');
  expect(await held()).toBe('one');
}, 300_000);

describe('beside a running server', () => {
  test('a backup is made, and a restore is refused and names the command', async () => {
    const server = command(['start']);
    await expect.poll(() => server.said.text, { timeout: 200_000, interval: 200 }).toMatch(/GraphQL +http/);
    const file = join(folder, 'again.gz');
    const backup = command(['backup', file]);
    expect([await backup.ended, backup.said.text]).toEqual([
      0,
      expect.stringMatching(
        /Backed up 1 entities and 0 relations \(data version [0-9a-f]{16}\) to .* \(\d+ kB\) in [\d.]+ s/,
      ),
    ]);
    expect((await readFile(file)).equals(await readFile(backupOf('one')))).toBe(true);
    const again = command(['backup', file]);
    expect([await again.ended, again.said.text]).toEqual([1, expect.stringMatching(/already exists.*--force/)]);

    const restore = command(['restore', backupOf('two')]);
    expect(await restore.ended).toBe(1);
    expect(restore.said.text).toMatch(/in use by `glossograph start` \(process \d+\)\. Stop this process/);
    server.child.kill('SIGTERM');
    await server.ended;
    expect(await held()).toBe('one');
  }, 300_000);
});

test('a damaged backup is refused with exit code 1 before anything starts', async () => {
  const bytes = await readFile(backupOf('two'));
  const at = bytes.length - 250; // in the last line before the trailer
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(backupOf('damaged'), bytes);
  const { said, ended } = command(['restore', backupOf('damaged')]);
  expect([await ended, said.text]).toEqual([
    1,
    expect.stringMatching(/damaged: its content does not match its checksum/),
  ]);
  expect(said.text).not.toContain('Neo4j');
});

describe('a restore that is killed', () => {
  /** When the process prints this. */
  const at = (words: string) => ({ words });
  const call = (name: 'rename' | 'rm', path: string, when: 'before' | 'after') => ({
    call: name,
    path: join(data, path),
    when,
  });
  const moments = [
    ['when it begins', at('… Local Neo4j'), 'old'],
    ['when the new database starts', at('started for a new database'), 'old'],
    ['while it writes', at('… Restoring'), 'old'],
    ['when all is written', at('All nodes and relations are written'), 'old'],
    ['before the new database counts', call('rename', 'restored', 'before'), 'old'],
    ['when the new database counts', call('rename', 'restored', 'after'), 'new'],
    ['when the old database is moved away', call('rename', 'neo4j.replaced', 'after'), 'new'],
    ['when the password is in place', call('rename', 'neo4j.password', 'after'), 'new'],
    ['when the new database is in place', call('rename', 'neo4j', 'after'), 'new'],
    ['before the old database is deleted', call('rm', 'restored', 'after'), 'new'],
  ] as const;
  let current: string = 'one';
  // Neo4j takes seconds to start. It starts after the last of the moments that leave all files of the old database untouched.
  const lastOld = moments.findLastIndex(([, , left]) => left === 'old');
  const cases = moments.map(([when, moment, left], i) => [when, moment, left, i >= lastOld] as const);

  // A usual run tries one moment of each kind, and a thorough run all ten.
  const SAMPLE: readonly string[] = [
    'while it writes',
    'before the new database counts',
    'when the new database counts',
  ];
  test.each(cases.filter(([when]) => THOROUGH || SAMPLE.includes(when)))(
    '%s leaves a whole graph',
    async (_when, moment, expected, opens) => {
      const other = current === 'one' ? 'two' : 'one';
      const isAtWords = 'words' in moment;
      const before = await filesOf(join(data, 'neo4j'));
      const env = isAtWords ? {} : { KILL_AT: JSON.stringify(moment), NODE_OPTIONS: `--import ${PRELOAD}` };
      const { child, said, ended } = command(['restore', backupOf(other)], env);
      if (isAtWords) {
        child.stderr?.on('data', () => {
          if (said.text.includes(moment.words)) child.kill('SIGKILL');
        });
      }
      await ended;
      expect([child.signalCode, said.text]).toEqual(['SIGKILL', expect.any(String)]);
      if (expected === 'old') expect(await filesOf(join(data, 'neo4j'))).toEqual(before);
      if (!opens) return;
      const found = await held();
      expect(found).toBe(expected === 'old' ? current : other);
      current = found;
      const left = await readdir(data);
      expect(left.filter((name) => /restor|replaced/.test(name))).toEqual([]);
    },
    300_000,
  );
});

describe('a Neo4j of your own', () => {
  const run = async (...args: string[]) => {
    const { uri, user, password, database = '' } = testAddress();
    const at = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database };
    const { said, ended } = command(args, at);
    return [await ended, said.text] as const;
  };

  test('must be empty, and commands refuse it while it is incomplete', async () => {
    expect(await run('restore', backupOf('one'))).toEqual([
      1,
      expect.stringMatching(/already contains Glossograph data.*reset --yes/),
    ]);
    expect(await run('reset', '--yes')).toEqual([0, expect.any(String)]);
    expect(await run('restore', backupOf('one'))).toEqual([
      0,
      expect.stringMatching(/Restored 1 entities and 0 relations/),
    ]);
    expect((await all(exportRecords(driver(), testAddress().database))).join('')).toBe(exports.get('one'));

    await driver().executeQuery('CREATE (:UnfinishedRestore)');
    for (const args of [['status'], ['export'], ['backup', join(folder, 'never.gz')], ['seed'], ['link']])
      expect(await run(...args)).toEqual([1, expect.stringMatching(/graph is incomplete.*restore FILE.*reset --yes/)]);
    expect(await run('restore', backupOf('two'))).toEqual([
      0,
      expect.stringMatching(/did not finish\. Its data is being removed/),
    ]);
    expect((await all(exportRecords(driver(), testAddress().database))).join('')).toBe(exports.get('two'));

    await driver().executeQuery('CREATE (:UnfinishedRestore)');
    expect(await run('reset', '--yes')).toEqual([0, expect.any(String)]);
    expect((await run('status'))[0]).toBe(0);
  }, 300_000);
});
