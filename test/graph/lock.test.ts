/** The lock of the data folder: one holder at a time, known by its pid and its start time. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockHolder, passLock, releaseLock, takeLock } from '../../src/graph/local/lock.ts';
import { startOf } from '../../src/graph/local/process.ts';

let dataDir: string;
let others: ChildProcess[];
const lock = () => join(dataDir, 'neo4j.lock');

/** A process that sleeps; `node` or another program. */
function sleeper(program: 'node' | 'sleep' = 'node'): number {
  const args = program === 'node' ? ['-e', 'setTimeout(() => undefined, 60_000)'] : ['60'];
  const child = spawn(program === 'node' ? process.execPath : 'sleep', args, { stdio: 'ignore' });
  others.push(child);
  if (child.pid === undefined) throw new Error(`${program} did not start`);
  return child.pid;
}

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'glossograph-lock-'));
  others = [];
});
afterEach(async () => {
  for (const child of others) child.kill('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

describe('the lock of a data folder', () => {
  test('goes to one of many that ask at once, and leaves no other file behind', async () => {
    const pids = Array.from({ length: 8 }, () => sleeper());
    const results = await Promise.all(pids.map((pid) => takeLock(dataDir, pid)));
    const winners = pids.filter((_, i) => results[i] === null);
    expect(winners).toHaveLength(1);
    expect(new Set(results)).toEqual(new Set([null, winners[0]]));
    expect(await lockHolder(dataDir)).toBe(winners[0]);
    expect(await readdir(dataDir)).toEqual(['neo4j.lock']);
  });

  test('holds the pid and the start time of its holder, is passed on, and is given back', async () => {
    expect(await takeLock(dataDir, process.pid)).toBeNull();
    expect(await readFile(lock(), 'utf8')).toBe(`${process.pid} ${await startOf(process.pid)}\n`);
    const keeper = sleeper();
    await passLock(dataDir, keeper);
    expect(await takeLock(dataDir, process.pid)).toBe(keeper);
    await releaseLock(dataDir);
    expect(await takeLock(dataDir, process.pid)).toBeNull();
  });

  test.each([
    ['empty', () => ''],
    ['garbage', () => 'not a pid'],
    ['of a pid that another process has by now', () => `${process.ppid} 12345\n`],
    ['of an earlier version, whose pid another program has by now', () => String(sleeper('sleep'))],
  ])('is taken over when it is %s', async (_, text) => {
    await writeFile(lock(), text());
    const started = performance.now();
    expect(await takeLock(dataDir, process.pid)).toBeNull();
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test('is taken over by one of many when its holder is killed', async () => {
    const holder = sleeper();
    expect(await takeLock(dataDir, holder)).toBeNull();
    const gone = new Promise((done) => others[0]?.once('exit', done));
    process.kill(holder, 'SIGKILL');
    await gone;
    const stale = await readFile(lock(), 'utf8');
    const pids = Array.from({ length: 8 }, () => sleeper());
    // Who reads the stale lock before the winner and acts after it must not take the lock as well: many rounds find the order.
    for (let round = 0; round < 50; round += 1) {
      await writeFile(lock(), stale);
      const results = await Promise.all(pids.map((pid) => takeLock(dataDir, pid)));
      const winners = pids.filter((_, i) => results[i] === null);
      expect(winners).toHaveLength(1);
      expect(await lockHolder(dataDir)).toBe(winners[0]);
    }
    expect(await readdir(dataDir)).toEqual(['neo4j.lock']);
  });
});
