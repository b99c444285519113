/** The wait for a database: bounded, told, and ended at once by what no wait mends. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDriver } from '../../src/graph/connect.ts';
import { ensureLocal } from '../../src/graph/local/server.ts';
import { awaitOnline } from '../../src/graph/online.ts';
import { testAddress } from '../setup/graph.ts';
import { JARS_DIR } from '../setup/jars.ts';
import { QUICK_JVM } from '../setup/java.ts';
import { freePort } from '../setup/ports.ts';

async function wait(address: { uri: string; user: string; password: string }, patienceMs: number, database?: string) {
  const driver = openDriver(address);
  const told: string[] = [];
  const started = performance.now();
  try {
    const failed = await awaitOnline(driver, database, address.uri, {
      patienceMs,
      onWait: (what) => told.push(what),
    }).then(
      () => '',
      (error) => String(error.message),
    );
    return { failed, told, seconds: (performance.now() - started) / 1000 };
  } finally {
    await driver.close();
  }
}

test('a Neo4j that starts meanwhile is waited for, which is said', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'glossograph-online-'));
  const options = { dataDir, jarsDir: JARS_DIR, jvm: QUICK_JVM, port: await freePort() };
  try {
    const { password, uri, user, stop } = await ensureLocal(options);
    await stop();
    const starting = ensureLocal(options);
    const { failed, told, seconds } = await wait({ uri, user, password }, 60_000);
    expect(failed).toBe('');
    expect(told).toEqual([`the database at ${uri} is not available yet; waiting for up to 60 seconds`]);
    console.log(`online after ${seconds.toFixed(1)} s`);
    await (await starting).stop();
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}, 120_000);

test('the wait ends, with the way out', async () => {
  const uri = `bolt://127.0.0.1:${await freePort()}`;
  const { failed, told, seconds } = await wait({ uri, user: 'neo4j', password: 'x' }, 1_500);
  expect(failed).toMatch(/^No Neo4j server is responding at bolt:.*Start the server, correct NEO4J_URI/);
  expect(told).toHaveLength(1);
  expect(seconds).toBeLessThan(8);
});

test('a port that accepts and never answers is bounded as well', async () => {
  const deaf = createServer(() => undefined).listen(0, '127.0.0.1');
  await new Promise((done) => deaf.once('listening', done));
  const { port } = deaf.address() as { port: number };
  const { failed, seconds } = await wait({ uri: `bolt://127.0.0.1:${port}`, user: 'neo4j', password: 'x' }, 1_500);
  deaf.close();
  expect(failed).toMatch(/No Neo4j server is responding|did not become available before the timeout/);
  expect(seconds).toBeLessThan(15);
}, 30_000);

test('a wrong password and a missing database are not waited for', async () => {
  const address = testAddress();
  expect(await wait({ ...address, password: 'SECRET' }, 60_000)).toMatchObject({
    failed: `The Neo4j server at ${address.uri} rejected the credentials in NEO4J_USER and NEO4J_PASSWORD. Check both settings.`,
    told: [],
  });
  expect(await wait(address, 60_000, 'nowhere')).toMatchObject({
    failed: `The Neo4j server at ${address.uri} has no database with the name that is set in NEO4J_DATABASE.`,
    told: [],
  });
});
