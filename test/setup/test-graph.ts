import type { Driver } from 'neo4j-driver';
import { afterAll, beforeAll, expect } from 'vitest';
import { Graph, openDriver } from '../../src/graph/connect.ts';
import { migrate } from '../../src/graph/migrate.ts';
import { bookmarkOf, type Fixture, holdsFixture, noteFixture } from './fixtures.ts';
import { emptyDatabase, testAddress } from './graph.ts';

/** The worker's Graph, open inside hooks and tests only. */
interface Opened {
  graph(): Graph;
  driver(): Driver;
  empty(): Promise<void>;
}

function opened(): Opened & { open(): Graph } {
  let current: Graph | undefined;
  const graph = (): Graph => {
    if (current === undefined) throw new Error('the graph is open inside hooks and tests only');
    return current;
  };
  const open = () => {
    const address = testAddress();
    current = new Graph(openDriver(address), address.database);
    return current;
  };
  return { graph, open, driver: () => graph().driver, empty: () => emptyDatabase(graph().driver, graph().database) };
}

/**
 * A Graph on the worker's database, for one test file: migrated, and empty before the file's own data come in.
 * Call it at the top of the file; what it returns works inside hooks and tests.
 */
export function testGraph() {
  const { open, graph, driver, empty } = opened();

  beforeAll(async () => {
    const { database } = open();
    await empty();
    await migrate(driver(), database);
  });
  afterAll(async () => {
    await empty();
    await graph().close();
  });

  /** Puts the file's data into the empty database, before its first test. */
  const fill = (load: () => Promise<unknown>) => beforeAll(load);
  return { graph, driver, empty, fill };
}

/**
 * A Graph that holds a fixture, for a test file that only reads it. The file fails if it writes anything: the next one
 * finds the fixture as it was filled.
 */
export function sharedGraph(fixture: Fixture): Pick<Opened, 'graph' | 'driver'> {
  const { open, graph, driver, empty } = opened();
  let before = '';

  beforeAll(async () => {
    const { database } = open();
    if (!(await holdsFixture(driver(), database, fixture))) {
      await empty();
      await migrate(driver(), database);
      await fixture.load(driver(), database);
    }
    before = await noteFixture(driver(), database, fixture);
  });
  afterAll(async () => {
    const after = await bookmarkOf(driver(), graph().database);
    await graph().close();
    expect(after, `a test wrote to the shared graph of ${fixture.name}; use testGraph`).toBe(before);
  });
  return { graph, driver };
}
