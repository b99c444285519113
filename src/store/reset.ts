import type { Driver } from 'neo4j-driver';
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
  await inSession(driver, database, 'WRITE', async (session) => {
    // Without a version, no server keeps an answer while the data goes away batch by batch.
    await session.run('MATCH (version:GraphVersion) WHERE version.token IS NOT NULL DELETE version');
    await run(session, store.reset, {});
    for (const { kind, name } of schemaOf(readMigrations())) await session.run(`DROP ${kind} ${name} IF EXISTS`);
  });
}
