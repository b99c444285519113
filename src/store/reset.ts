import neo4j, { type Driver } from 'neo4j-driver';
import { store } from '../../cypher/store/index.ts';
import { readMigrations, schemaOf } from '../graph/migrate.ts';
import { run } from '../graph/run.ts';

/**
 * Removes everything that Glossograph ever put into a database: data, migrations, constraints and indexes. What somebody
 * else keeps there stays. `migrate()` makes it ready again. In batches, so a reset that was cut short is done again.
 *
 * @param database the server's default database when undefined
 */
export async function resetGraph(driver: Driver, database?: string | undefined): Promise<void> {
  const session = driver.session({
    defaultAccessMode: neo4j.session.WRITE,
    ...(database !== undefined && { database }),
  });
  try {
    await run(session, store.reset, {});
    for (const { kind, name } of schemaOf(readMigrations())) await session.run(`DROP ${kind} ${name} IF EXISTS`);
  } finally {
    await session.close();
  }
}
