import type { Result } from 'neo4j-driver';
import type { Statement } from './statement.ts';

/** Runs a statement: a session or a transaction. */
export interface Runner {
  run(text: string, params: object): Result;
}

/** Rows in one batch. From 1,000 to 10,000 it makes no difference to Neo4j; this bounds the size of a message. */
export const BATCH = 2_000;

/**
 * Collects the rows of a result. The driver keeps every result of a transaction until that ends, so the rows are taken from it
 * as soon as they are read: otherwise a title of the CFR would be kept whole.
 *
 * @param onStart called when the database begins to answer: a statement that comes no further is slow, and the database lives
 */
export async function collect<Row extends object>(result: Result, onStart?: () => void): Promise<Row[]> {
  const kept: { rows?: Row[] } = { rows: [] };
  await new Promise<void>((done, fail) => {
    result.subscribe({
      ...(onStart && { onKeys: onStart }),
      onNext: (record) => kept.rows?.push(record.toObject() as Row),
      onCompleted: () => done(),
      onError: fail,
    });
  });
  const { rows = [] } = kept;
  delete kept.rows;
  return rows;
}

/** Runs a statement and returns its rows. The driver keeps parameters as it keeps rows, so they are taken from it as well. */
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
