/** An import that dies: whenever that is, the graph is what it was before, or what it is after, and never in between. */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeTitle } from '../../../bench/title.ts';
import { importEcfr } from '../../../src/import/ecfr/import.ts';
import { glossograph } from '../../setup/command-line.ts';
import { exportRecords } from '../../setup/exported.ts';
import { testAddress } from '../../setup/graph.ts';
import { testGraph } from '../../setup/test-graph.ts';
import { rounds } from '../../setup/thorough.ts';

const { driver, empty } = testGraph();
const { uri, user, password, database } = testAddress();
const KILLS = rounds(4, 10);
const BYTES = 150_000;
const AS_OF = '2026-01-01';
let folder: string;
let title: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glossograph-killed-'));
  title = join(folder, 'title-99.xml');
  await writeTitle(title, BYTES);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A small part of another title, which must outlive whatever becomes of the import. */
async function before(): Promise<void> {
  await empty();
  const files = [fileURLToPath(new URL('golden/kites.ecfr.xml', import.meta.url))];
  await importEcfr(driver(), database, { files, asOf: AS_OF, today: AS_OF });
}

async function exported(): Promise<string> {
  let text = '';
  for await (const line of exportRecords(driver(), database)) text += line;
  return text;
}

/** Starts the import as people do, kills it after so many milliseconds, and gives how long it took to end. */
async function importFor(milliseconds: number): Promise<number> {
  const { NEO4J_DATABASE: _, ...env } = process.env;
  const started = performance.now();
  const child = glossograph(['import', 'ecfr', title, '--as-of', AS_OF], {
    ...env,
    NEO4J_URI: uri,
    NEO4J_USER: user,
    NEO4J_PASSWORD: password,
    ...(database !== undefined && { NEO4J_DATABASE: database }),
  });
  const ended = once(child, 'exit');
  const enough = new AbortController();
  const killing = setTimeout(milliseconds, undefined, { signal: enough.signal }).then(
    () => child.kill('SIGKILL'),
    () => undefined,
  );
  await ended;
  enough.abort();
  await killing;
  const took = performance.now() - started;
  while ((await transactions()) > 1) await setTimeout(20); // the database is still ending what the dead one began
  return took;
}

/** How many transactions the database has open, the one that asks included. */
async function transactions(): Promise<number> {
  const { records } = await driver().executeQuery('SHOW TRANSACTIONS YIELD transactionId RETURN count(*) AS open');
  return Number(records[0]?.get('open'));
}

test(`killed at ${KILLS} random moments, the graph is entirely the old or entirely the new one`, {
  timeout: 240_000,
}, async () => {
  await before();
  const untouched = await exported();
  const whole = await importFor(120_000);
  const complete = await exported();
  expect(complete.length).toBeGreaterThan(10 * untouched.length);

  const ends = { before: 0, after: 0 };
  for (let nth = 0; nth < KILLS; nth += 1) {
    await before();
    // One moment in each tenth, so that every stage of the import is met; a little longer than it takes, for the last.
    await importFor((whole * 1.1 * (nth + Math.random())) / KILLS);
    const found = await exported();
    expect([untouched, complete]).toContain(found);
    ends[found === complete ? 'after' : 'before'] += 1;
  }
  console.log(`killed after at most ${Math.round(whole)} ms: ${ends.before} times before, ${ends.after} times after`);
  expect(ends.before).toBeGreaterThan(0);
  await importFor(120_000);
  expect(await exported()).toBe(complete);
});
