/** A connection that breaks around a commit: what was committed is never reported as failed, nor the other way around. */
import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { store } from '../../cypher/store/index.ts';
import { run } from '../../src/graph/run.ts';
import { ImportError } from '../../src/store/errors.ts';
import { OutcomeUnknownError } from '../../src/store/outcome.ts';
import { inOneTransaction } from '../../src/store/transaction.ts';
import { writeWithin } from '../../src/store/write.ts';
import { cuttingProxy } from '../setup/cutting-proxy.ts';
import { testAddress } from '../setup/graph.ts';
import { testGraph } from '../setup/test-graph.ts';

const { driver: direct, empty } = testGraph();
const { uri, user, password, database } = testAddress();
let proxy: Awaited<ReturnType<typeof cuttingProxy>>;
let driver: Driver;
beforeAll(async () => {
  proxy = await cuttingProxy(uri);
  driver = neo4j.driver(proxy.uri, neo4j.auth.basic(user, password), {
    disableLosslessIntegers: true,
    maxTransactionRetryTime: 500,
  });
});
afterAll(async () => {
  await driver.close();
  proxy.close();
});
beforeEach(() => empty());

const records = { entities: [], relations: [], sources: [{ id: 'Source:x', name: 'X' }] };
const RETRIED = 2_000;

/** An import of one source, and one break at its end or in its middle. */
const importing = (cut: Parameters<typeof proxy.arm>[0], outcomePatienceMs: number) => {
  let runs = 0;
  return inOneTransaction(driver, database, { what: 'seed', outcomePatienceMs }, async (tx) => {
    runs += 1;
    if (cut.at === 'any' && runs === 1) proxy.arm(cut);
    const result = await writeWithin(tx, { origin: 'seed', records });
    if (cut.at !== 'any' && runs === 1) proxy.arm(cut);
    return result;
  });
};
const isWritten = async () =>
  (await run(direct().session({ database: database ?? '' }), store.imports, {})).length === 1;

test('a commit whose answer is lost is an import that wrote, though the driver tried again', async () => {
  const { changed, written } = await importing({ at: 'answer', downMs: 0 }, 10_000);
  expect([changed, written, await isWritten()]).toEqual([true, 1, true]);
});

test('a commit whose answer is lost, with a database that comes back after the last try', async () => {
  const { changed } = await importing({ at: 'answer', downMs: RETRIED }, 20_000);
  expect([changed, await isWritten()]).toEqual([true, true]);
});

test('a commit that never arrives is no import, which is run again', async () => {
  const { changed, written } = await importing({ at: 'commit', downMs: RETRIED }, 20_000);
  expect([changed, written, await isWritten()]).toEqual([true, 1, true]);
});

test('a database that is lost in the middle and comes back: the import is run again', async () => {
  const { changed, written } = await importing({ at: 'any', downMs: RETRIED }, 20_000);
  expect([changed, written, await isWritten()]).toEqual([true, 1, true]);
});

test('an unknown outcome is called unknown', async () => {
  const failed = await importing({ at: 'answer', downMs: 3_600_000 }, 500).catch((error) => error);
  expect(failed).toBeInstanceOf(OutcomeUnknownError);
  expect(failed.message).toMatch(/either the whole import or nothing was written.*Repeat the import/);
  proxy.close();
  proxy = await cuttingProxy(uri);
  await driver.close();
  driver = neo4j.driver(proxy.uri, neo4j.auth.basic(user, password), { maxTransactionRetryTime: 500 });
}, 40_000);

test('a database that is lost before the commit wrote nothing, and the message says so', async () => {
  const failed = await importing({ at: 'any', downMs: 3_600_000 }, 500).catch((error) => error);
  expect(failed).toBeInstanceOf(ImportError);
  expect(failed.message).toMatch(/nothing was written/);
  expect(await isWritten()).toBe(false);
}, 40_000);
