import type { Driver } from 'neo4j-driver';
import { inject } from 'vitest';
import type { GraphAddress } from '../../src/graph/connect.ts';

/** Where this worker's Neo4j is. */
export function testAddress(): GraphAddress {
  const address = inject('neo4j')[Number(process.env.VITEST_POOL_ID) - 1];
  if (address === undefined) throw new Error(`no Neo4j was opened for worker ${process.env.VITEST_POOL_ID}`);
  return address;
}

const on = (database: string | undefined) => (database === undefined ? {} : { database });

/** Deletes every node and relation; constraints, indexes and the note of which migrations ran stay. */
export async function emptyDatabase(driver: Driver, database?: string | undefined): Promise<void> {
  const session = driver.session(on(database));
  await session.run('MATCH (n) WHERE NOT n:Migration CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS');
  await session.close();
}

/** A database that is not ours: the tests would delete what is in it. */
export async function refuseUnlessEmpty(driver: Driver, database: string | undefined): Promise<void> {
  const { records } = await driver.executeQuery('RETURN EXISTS { MATCH () } AS filled', {}, on(database));
  if (records[0]?.get('filled')) {
    throw new Error(
      'TEST_NEO4J=external wants an empty database: the tests delete everything in it. Name another in NEO4J_URI.',
    );
  }
}

/** Removes what the tests made: nodes, constraints and indexes. Token lookup indexes come with every database. */
export async function leaveAsFound(driver: Driver, database: string | undefined): Promise<void> {
  await emptyDatabase(driver, database);
  await driver.executeQuery('MATCH (n:Migration) DETACH DELETE n', {}, on(database));
  const constraints = await driver.executeQuery('SHOW CONSTRAINTS YIELD name', {}, on(database));
  for (const record of constraints.records) {
    await driver.executeQuery(`DROP CONSTRAINT \`${record.get('name')}\` IF EXISTS`, {}, on(database));
  }
  const indexes = await driver.executeQuery("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'", {}, on(database));
  for (const record of indexes.records) {
    await driver.executeQuery(`DROP INDEX \`${record.get('name')}\` IF EXISTS`, {}, on(database));
  }
}
