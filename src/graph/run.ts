import type { Result } from 'neo4j-driver';
import type { Statement } from './statement.ts';

/** Runs a statement: a session or a transaction. */
export interface Runner {
  run(text: string, params: object): Result;
}

/** Rows in one batch. From 1,000 to 10,000 it makes no difference to Neo4j; this bounds the size of a message. */
export const BATCH = 2_000;

/**
 * The rows that a statement returns. The driver keeps every statement of a transaction until its end, with parameters and
 * rows, which would keep a whole title of the CFR in memory. So both are removed from the driver's objects when read.
 */
export async function run<Params extends object, Row extends object>(
  runner: Runner,
  { text }: Statement<Params, Row>,
  given: Params,
): Promise<Row[]> {
  const passed = { ...given } as Record<string, unknown>;
  const kept: { rows?: Row[] } = { rows: [] };
  await new Promise<void>((done, fail) => {
    runner.run(text, { given: passed }).subscribe({
      onNext: (record) => kept.rows?.push(record.toObject() as Row),
      onCompleted: () => done(),
      onError: fail,
    });
  });
  for (const name of Object.keys(passed)) delete passed[name];
  const { rows = [] } = kept;
  delete kept.rows;
  return rows;
}
