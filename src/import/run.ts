import type { QueryResult } from 'neo4j-driver';
import type { Statement } from '../../cypher/import/index.ts';

/** What runs a statement: a session, or a transaction. */
export interface Runner {
  run(text: string, params: object): PromiseLike<QueryResult>;
}

/** Rows a statement is given at once: from 1,000 to 10,000 it makes no difference to Neo4j, and this bounds a message. */
const BATCH = 2_000;

/** The rows that a statement answers with. */
export async function run<Params extends object, Row extends object>(
  runner: Runner,
  { text }: Statement<Params, Row>,
  given: Params,
): Promise<Row[]> {
  const passed = { ...given } as Record<string, unknown>;
  const { records } = await runner.run(text, { given: passed });
  // The driver keeps the parameters of every statement until its transaction ends: a title of the CFR would be kept whole.
  for (const name of Object.keys(passed)) delete passed[name];
  return records.map((record) => record.toObject() as Row);
}

/**
 * Runs a statement over any number of rows, some at a time.
 *
 * @param onBatch told after each batch how many rows it had
 */
export async function runAll<Item extends object, Params extends { rows: readonly Item[] }, Row extends object>(
  runner: Runner,
  statement: Statement<Params, Row>,
  given: Params,
  onBatch: (rows: number) => void = () => undefined,
): Promise<Row[]> {
  const answers: Row[] = [];
  for (let start = 0; start < given.rows.length; start += BATCH) {
    const rows = given.rows.slice(start, start + BATCH);
    for (const row of await run(runner, statement, { ...given, rows })) answers.push(row);
    onBatch(rows.length);
  }
  return answers;
}
