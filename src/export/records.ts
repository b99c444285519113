import neo4j, { type Driver } from 'neo4j-driver';
import { readCypher } from '../plan/fragment.ts';

/**
 * The whole graph as JSON Lines: sources, entities, relations, each by id and with sorted keys, so that equal graphs give
 * equal bytes. Rows are streamed; the graph is never held in memory. Reads one after the other: run it while nothing writes.
 */
export async function* exportRecords(driver: Driver, database?: string | undefined): AsyncGenerator<string> {
  for (const kind of ['source', 'entity', 'relation'] as const) {
    const session = driver.session({
      defaultAccessMode: neo4j.session.READ,
      ...(database !== undefined && { database }),
    });
    try {
      for await (const record of session.run(readCypher(`export/${kind}`))) {
        yield `${JSON.stringify({ [kind]: plain(record.get('row')) })}\n`;
      }
    } finally {
      await session.close();
    }
  }
}

/** Integers as numbers, keys sorted, nothing that is null. */
function plain(value: unknown): unknown {
  if (neo4j.isInt(value)) return value.toNumber();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([, held]) => held !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, held]) => [key, plain(held)]));
}
