import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Driver } from 'neo4j-driver';
import { openDriver } from '../../src/graph/connect.ts';
import { ensureLocal, type LocalNeo4j } from '../../src/graph/local/server.ts';
import { migrate } from '../../src/graph/migrate.ts';

/** A local Neo4j for one measurement, which has the migrations and no data. */
export interface OwnNeo4j {
  local: LocalNeo4j;
  driver: Driver;
  /** For files; it is gone afterwards. */
  folder: string;
}

/**
 * Does something on a local Neo4j of its own. Nothing is left of it.
 *
 * @param heap of it: "4g"; a quarter of the machine unless said
 */
export async function onOwnNeo4j<T>(work: (own: OwnNeo4j) => Promise<T>, heap?: string): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'glossograph-bench-'));
  const jarsDir = process.env.GLOSSOGRAPH_DATA ?? '.glossograph';
  try {
    const local = await ensureLocal({ dataDir: join(folder, 'data'), jarsDir, heap });
    const driver = openDriver(local);
    try {
      await migrate(driver);
      return await work({ local, driver, folder });
    } finally {
      await driver.close();
      await local.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
