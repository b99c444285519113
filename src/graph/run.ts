import type { Result } from 'neo4j-driver';
import type { Statement } from './statement.ts';

/** An object that runs statements: a session or a transaction. */
export interface Runner {
  run(text: string, params: object): Result;
}

/**
 * The number of rows in one batch. From 1,000 to 10,000 rows, the number makes no difference to Neo4j. It limits the
 * size of a message.
 */
export const BATCH = 2_000;

/**
 * Collects the rows of a result. The driver keeps every result of a transaction until the transaction ends. The rows
 * are therefore removed from the result as soon as they are read; otherwise, a whole CFR title would stay in memory.
 *
 * @param onStart called when the database begins to respond: a statement that takes longer is slow, but the database is
 * alive
 * @param onRow called with each row as soon as it is read
 */
export async function collect<Row extends object>(
  result: Result,
  onStart?: () => void,
  onRow?: (row: Row) => void,
): Promise<Row[]> {
  const kept: { rows?: Row[] } = { rows: [] };
  await new Promise<void>((done, fail) => {
    result.subscribe({
      ...(onStart && { onKeys: onStart }),
      onNext: (record) => {
        const row = record.toObject() as Row;
        onRow?.(row);
        kept.rows?.push(row);
      },
      onCompleted: () => done(),
      onError: fail,
    });
  });
  const { rows = [] } = kept;
  delete kept.rows;
  return rows;
}

/**
 * Runs a statement and returns its rows. The driver keeps parameters in the same way as rows, so they are also removed.
 */
export async function run<Params extends object, Row extends object>(
  runner: Runner,
  { text }: Statement<Params, Row>,
  given: Params,
  onStart?: () => void,
): Promise<Row[]> {
  const passed = { ...given } as Record<string, unknown>;
  const rows = await collect<Row>(runner.run(text, { given: passed }), onStart);
  for (const name of Object.keys(passed)) delete passed[name];
  return rows;
}
