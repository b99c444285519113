/** The rows of a graph, out of one Neo4j and into another: what an import writes, without what it takes to know it. */
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Driver } from 'neo4j-driver';
import { ENTITY_KINDS, LABEL_OF } from '../src/model/kinds.ts';
import { RELATION_TYPES } from '../src/model/relations.ts';
import { type Properties, toDriver } from '../src/store/properties.ts';

const BATCH = 2_000;

/** What one statement writes: nodes of some labels, or relations of a type with the ids of their ends. */
interface Batch {
  create: string;
  rows: { from?: string; to?: string; properties: Properties }[];
}

const NODES = (labels: string) => `UNWIND $rows AS row CREATE (n:${labels}) SET n = row.properties`;
const EDGES = (type: string) =>
  `UNWIND $rows AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[e:${type}]->(b) SET e = row.properties`;

/** Keeps all entities, sources and relations in a file, some in a line. Gives how many there are. */
export async function keepRows(driver: Driver, file: string): Promise<number> {
  const out = createWriteStream(file);
  let count = 0;
  const keep = async (create: string, read: string) => {
    const session = driver.session({ fetchSize: BATCH });
    let rows: Batch['rows'] = [];
    const flush = async () => {
      if (rows.length === 0) return;
      if (!out.write(`${JSON.stringify({ create, rows } satisfies Batch)}\n`)) await once(out, 'drain');
      rows = [];
    };
    for await (const record of session.run(read)) {
      count += 1;
      if (rows.push(record.toObject() as Batch['rows'][number]) === BATCH) await flush();
    }
    await flush();
    await session.close();
  };
  for (const labels of ['Source', ...ENTITY_KINDS.map((kind) => `Entity:${LABEL_OF[kind]}`)]) {
    await keep(NODES(labels), `MATCH (n:${labels}) RETURN properties(n) AS properties`);
  }
  for (const type of RELATION_TYPES) {
    await keep(EDGES(type), `MATCH (a)-[e:${type}]->(b) RETURN a.id AS from, b.id AS to, properties(e) AS properties`);
  }
  out.end();
  await once(out, 'finish');
  return count;
}

/** Writes them in one transaction. Gives the seconds that Neo4j took, without what it takes to read the file. */
export async function writeRows(driver: Driver, file: string): Promise<number> {
  const session = driver.session();
  const tx = await session.beginTransaction();
  let milliseconds = 0;
  const timed = async <T>(work: () => PromiseLike<T>): Promise<T> => {
    const started = performance.now();
    const answer = await work();
    milliseconds += performance.now() - started;
    return answer;
  };
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const { create, rows } = JSON.parse(line) as Batch;
    const params = { rows: rows.map((row) => ({ ...row, properties: toDriver(row.properties) })) };
    await timed(() => tx.run(create, params));
    params.rows.length = 0; // the driver keeps the parameters of a transaction's statements
  }
  await timed(() => tx.commit());
  await session.close();
  return milliseconds / 1_000;
}
