import type { Driver } from 'neo4j-driver';
import { backup } from '../../cypher/backup/index.ts';
import { store } from '../../cypher/store/index.ts';
import { readMigrations, schemaOf } from '../graph/migrate.ts';
import { run } from '../graph/run.ts';
import { inSession } from '../graph/session.ts';

/**
 * Removes everything that Glossograph added to a database: data, migrations, constraints, and indexes. Data from other
 * programs stays. `migrate()` prepares the database again. The function works in batches; if it is interrupted, run it
 * again.
 *
 * @param database the server's default database if undefined
 */
export async function resetGraph(driver: Driver, database?: string | undefined): Promise<void> {
  await emptyGraph(driver, database);
  // Last: a reset of an incomplete graph that is interrupted leaves an incomplete graph.
  await inSession(driver, database, 'WRITE', (session) => run(session, backup.unmark, {}));
}

/**
 * Does the same as `resetGraph`, except that a graph into which a restore has not finished remains marked as
 * incomplete.
 */
export async function emptyGraph(driver: Driver, database?: string | undefined): Promise<void> {
  await inSession(driver, database, 'WRITE', async (session) => {
    // Without a version, no server keeps an answer while the data goes away batch by batch.
    await session.run('MATCH (version:GraphVersion) WHERE version.token IS NOT NULL DELETE version');
    await run(session, store.reset, {});
    for (const { kind, name } of schemaOf(readMigrations())) await session.run(`DROP ${kind} ${name} IF EXISTS`);
  });
}
