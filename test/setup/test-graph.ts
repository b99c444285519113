import type { Driver } from 'neo4j-driver';
import { afterAll, beforeAll } from 'vitest';
import { Graph, openDriver } from '../../src/graph/connect.ts';
import { migrate } from '../../src/graph/migrate.ts';
import { emptyDatabase, testAddress } from './graph.ts';

/**
 * A Graph on the worker's database, for one test file: migrated, and empty before the file's own data come in.
 * Call it at the top of the file; what it returns works inside hooks and tests.
 */
export function testGraph() {
  let opened: Graph | undefined;
  const graph = (): Graph => {
    if (opened === undefined) throw new Error('the graph is open inside hooks and tests only');
    return opened;
  };
  const driver = (): Driver => graph().driver;
  const empty = () => emptyDatabase(driver());

  beforeAll(async () => {
    const address = testAddress();
    opened = new Graph(openDriver(address), address.database);
    await empty();
    await migrate(driver(), address.database);
  });
  afterAll(async () => {
    await empty();
    await graph().close();
  });

  /** Puts the file's data into the empty database, before its first test. */
  const fill = (load: () => Promise<unknown>) => beforeAll(load);
  return { graph, driver, empty, fill };
}
