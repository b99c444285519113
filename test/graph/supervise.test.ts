/** A local Neo4j under supervision: it comes back at the same address, whichever process or fault ended it. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDriver } from '../../src/graph/connect.ts';
import { ensureLocal } from '../../src/graph/local/server.ts';
import { supervise } from '../../src/graph/local/supervise.ts';
import { JARS_DIR } from '../setup/jars.ts';
import { QUICK_JVM } from '../setup/java.ts';
import { otherOwner } from '../setup/other-owner.ts';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'glossograph-supervise-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const NOTICED_MS = 5_000;
const BACK = { timeout: 90_000, interval: 100 };

test('a process takes over when the owner of its Neo4j ends, restarts a Neo4j that is killed, and gives up loudly', async () => {
  const options = { dataDir, jarsDir: JARS_DIR, jvm: QUICK_JVM };
  const owner = await otherOwner(dataDir);
  const first = await ensureLocal(options);
  expect(first.owned).toBe(false);
  const driver = openDriver(first);
  const log: string[] = [];
  let given = 0;
  const onGiveUp = () => {
    given += 1;
  };
  const report = {
    error: (message: string) => log.push(`error: ${message}`),
    info: (message: string) => log.push(`info: ${message}`),
  };
  // Two attempts: they are counted anew when a start succeeds.
  const supervision = supervise(first, options, { log: report, onGiveUp, pausesMs: [0, 1_000] });
  const logged = (what: string, times: number) => () => log.filter((line) => line.startsWith(what)).length >= times;
  try {
    await driver.executeQuery('CREATE (:Kept)');
    const ended = new Promise((done) => owner.once('exit', done));
    owner.kill('SIGTERM');
    await ended;
    await expect.poll(logged('error: The local Neo4j server at', 1), { timeout: NOTICED_MS + 5_000 }).toBe(true);
    await expect.poll(logged('info: The local Neo4j server is running again', 1), BACK).toBe(true);
    expect((await driver.executeQuery('MATCH (n:Kept) RETURN n')).records).toHaveLength(1);

    for (const time of [2, 3]) {
      const { serverPid } = JSON.parse(await readFile(join(dataDir, 'neo4j.json'), 'utf8'));
      const killed = performance.now();
      process.kill(serverPid, 'SIGKILL');
      await expect.poll(logged('error: The local Neo4j server at', time), { timeout: NOTICED_MS }).toBe(true);
      console.log(`noticed after ${((performance.now() - killed) / 1000).toFixed(1)} s`);
      await expect.poll(logged('info: The local Neo4j server is running again', time), BACK).toBe(true);
      console.log(`runs again after ${((performance.now() - killed) / 1000).toFixed(1)} s`);
      expect((await driver.executeQuery('MATCH (n:Kept) RETURN n')).records).toHaveLength(1);
    }
    expect(given).toBe(0);
  } finally {
    await driver.close();
    const last = await supervision.end();
    expect(last).toMatchObject({ owned: true, uri: first.uri });
    await last.stop();
  }

  const broken = supervise(
    first,
    { ...options, jvm: ['-XX:NoSuchOption'] },
    { log: report, onGiveUp, pausesMs: [0, 100] },
  );
  await expect.poll(() => given, { timeout: 30_000 }).toBe(1);
  await broken.end();
  expect(log.at(-1)).toBe(
    'error: The local Neo4j server could not be restarted after 2 attempts. Glossograph will not try to restart the server again.',
  );
}, 240_000);
