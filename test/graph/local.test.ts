/** The local Neo4j: one for each folder, gone with its parent however that ends, and back with its data. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDriver } from '../../src/graph/connect.ts';
import { ensureJars } from '../../src/graph/local/jars.ts';
import { findJava } from '../../src/graph/local/java.ts';
import { ensureLocal, type LocalNeo4j } from '../../src/graph/local/server.ts';
import { freeze } from '../setup/freeze.ts';
import { JARS_DIR } from '../setup/jars.ts';
import { QUICK_JVM } from '../setup/java.ts';
import { otherOwner } from '../setup/other-owner.ts';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'glossograph-local-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const open = () => ensureLocal({ dataDir, jarsDir: JARS_DIR, jvm: QUICK_JVM });

async function query(local: LocalNeo4j, text: string): Promise<unknown> {
  const driver = openDriver(local);
  try {
    return (await driver.executeQuery(text)).records[0]?.get('value');
  } finally {
    await driver.close();
  }
}

/** Processes whose command line names the folder. */
const ours = () =>
  execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(`--home-dir=${dataDir}`));

describe('a folder has one server', () => {
  test('it is started, keeps what was written, and is found by a second asker', async () => {
    const first = await open();
    expect(first).toMatchObject({ owned: true, user: 'neo4j', version: '5.26.30' });
    expect(first.uri).toMatch(/^bolt:\/\/127\.0\.0\.1:\d+$/);
    await query(first, "CREATE (n:Kept {value: 'kept'}) RETURN n.value AS value");
    const second = await open();
    expect(second).toMatchObject({ owned: false, uri: first.uri, password: first.password });
    await second.stop(); // not its own: it goes on
    expect(await query(first, 'MATCH (n:Kept) RETURN n.value AS value')).toBe('kept');
    expect((await stat(join(dataDir, 'neo4j.password'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(dataDir, 'neo4j.json'))).mode & 0o777).toBe(0o600);
    await first.stop();
    expect(ours()).toEqual([]);
  }, 120_000);

  test('two that ask at once get one', async () => {
    const both = await Promise.all([open(), open()]);
    expect(both[0].uri).toBe(both[1].uri);
    await Promise.all(both.map((local) => local.stop()));
    expect(ours()).toEqual([]);
  }, 60_000);

  test.each(['SIGTERM', 'SIGKILL'] as const)(
    'it ends with its parent (%s), and the next start has the data',
    async (signal) => {
      const child = await otherOwner(dataDir);
      expect(ours().length).toBeGreaterThan(0);
      const killed = performance.now();
      child.kill(signal);
      await expect.poll(ours, { timeout: 10_000, interval: 100 }).toEqual([]);
      console.log(`${signal}: nothing of ours left after ${((performance.now() - killed) / 1000).toFixed(1)} s`);
      const next = await open();
      expect(await query(next, 'MATCH (n:Kept) RETURN n.value AS value')).toBe('kept');
      await next.stop();
    },
    60_000,
  );

  test('a lock and a state that a crash left behind are recognized', async () => {
    const gone = spawn(process.execPath, ['-e', '']);
    await new Promise((done) => gone.once('exit', done));
    await writeFile(join(dataDir, 'neo4j.lock'), String(gone.pid));
    await writeFile(
      join(dataDir, 'neo4j.json'),
      JSON.stringify({
        uri: 'bolt://127.0.0.1:1',
        user: 'x',
        password: 'x',
        version: 'x',
        keeperPid: gone.pid,
        serverPid: gone.pid,
      }),
    );
    const next = await open();
    expect(next.owned).toBe(true);
    await next.stop();
  }, 60_000);
});

describe('a server whose keeper was killed', () => {
  test('is killed when it does not stop, and the next start has its data', async () => {
    const first = await open();
    const { keeperPid, serverPid } = JSON.parse(await readFile(join(dataDir, 'neo4j.json'), 'utf8'));
    const args = execFileSync('ps', ['-A', '-ww', '-o', 'args='], { encoding: 'utf8' });
    expect(args).not.toContain(first.password);
    await freeze(serverPid); // as deaf as one whose disk is full
    process.kill(keeperPid, 'SIGKILL');
    const told: string[] = [];
    const options = { dataDir, jarsDir: JARS_DIR, jvm: QUICK_JVM, orphanPatienceMs: 1_000 };
    const next = await ensureLocal({ ...options, told: (what) => told.push(what) });
    expect(told.join('\n')).toContain(`process ${serverPid}) does not stop and is being killed`);
    expect(next.uri).toBe(first.uri);
    expect(await query(next, 'MATCH (n:Kept) RETURN n.value AS value')).toBe('kept');
    await next.stop();
  }, 120_000);
});

describe('what cannot be says so, with the way out', () => {
  test('a data folder of a newer format', async () => {
    const newer = await mkdtemp(join(tmpdir(), 'glossograph-newer-'));
    await writeFile(join(newer, 'format'), '99\n');
    await expect(ensureLocal({ dataDir: newer })).rejects.toThrow(
      /newer version of Glossograph .*format 99.*GLOSSOGRAPH_DATA/,
    );
    await rm(newer, { recursive: true });
  });

  test('a data folder that another process has, without a server that answers', async () => {
    const taken = await mkdtemp(join(tmpdir(), 'glossograph-taken-'));
    await writeFile(join(taken, 'neo4j.lock'), String(process.ppid));
    await expect(ensureLocal({ dataDir: taken, patienceMs: 500 })).rejects.toThrow(
      new RegExp(`in use by process ${process.ppid}.*Stop this process.*GLOSSOGRAPH_DATA`),
    );
    await rm(taken, { recursive: true });
  });

  test('a data folder that is a file', async () => {
    const file = join(dataDir, 'format');
    await expect(ensureLocal({ dataDir: file })).rejects.toThrow(/cannot be used.*GLOSSOGRAPH_DATA/);
    expect(await readFile(file, 'utf8')).toBe('1\n');
  });

  test('no Java, or none that fits', async () => {
    const fake = await mkdtemp(join(tmpdir(), 'glossograph-java-'));
    await writeFile(join(fake, 'java'), '#!/bin/sh\necho \'openjdk version "25.0.1"\' >&2\n', { mode: 0o755 });
    await expect(findJava({ PATH: `${fake}:/usr/bin:/bin` }, [])).rejects.toThrow(
      /java is Java 25.*Install Java.*NEO4J_URI.*docker compose/,
    );
    await expect(findJava({ PATH: '/nowhere' }, [])).rejects.toThrow(/no such version was found\. Install Java/);
    await rm(fake, { recursive: true });
  });

  test('no Maven', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'glossograph-maven-'));
    await expect(ensureJars(empty, () => undefined, { PATH: '/nowhere' })).rejects.toThrow(
      /Maven.*Install Maven.*NEO4J_URI/,
    );
    await rm(empty, { recursive: true });
  });
});
