/** Graphs that several test files read. A worker's Neo4j keeps one from file to file, so each is filled once or twice in a run. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Driver } from 'neo4j-driver';
import { inject } from 'vitest';
import { inSession } from '../../src/graph/session.ts';
import { writeImport } from '../../src/store/write.ts';
import { seedRecords } from './seed.ts';
import { importTwoEditions } from './two-editions.ts';

/** A graph with a name. Files that use it only read it. */
export interface Fixture {
  name: string;
  /** Fills an empty, migrated graph. */
  load(driver: Driver, database: string | undefined): Promise<unknown>;
}

/** The seed that ships, without texts of the law. */
export const SEED: Fixture = {
  name: 'the seed',
  async load(driver, database) {
    await writeImport(driver, database, { origin: 'seed', records: await seedRecords() });
  },
};

/** Two editions of a made-up part of the law. */
export const TWO_EDITIONS: Fixture = { name: 'two editions', load: importTwoEditions };

/** What a worker's Neo4j held at the end of a file, with its bookmark then. */
interface Held {
  name: string;
  bookmark: string;
}

const noteOf = () => join(inject('notes'), `${process.env.VITEST_POOL_ID}.json`);

/**
 * Notes that the database holds a fixture from now on.
 *
 * @returns its bookmark
 */
export async function noteFixture(driver: Driver, database: string | undefined, { name }: Fixture): Promise<string> {
  const held: Held = { name, bookmark: await bookmarkOf(driver, database) };
  await writeFile(noteOf(), JSON.stringify(held));
  return held.bookmark;
}

/** Whether the database still holds a fixture: it was the last one noted, and nothing has been written since. */
export async function holdsFixture(driver: Driver, database: string | undefined, { name }: Fixture): Promise<boolean> {
  const held: Held | null = await readFile(noteOf(), 'utf8').then(JSON.parse, () => null);
  return held?.name === name && held.bookmark === (await bookmarkOf(driver, database));
}

/** The bookmark of a database, which is another one after any write. */
export async function bookmarkOf(driver: Driver, database: string | undefined): Promise<string> {
  return inSession(driver, database, 'READ', async (session) => {
    await session.run('RETURN 1');
    return session.lastBookmarks().join();
  });
}
