import type { Result } from 'neo4j-driver';
import type { Statement } from './statement.ts';

/** What runs a statement: a session, or a transaction. */
export interface Runner {
  run(text: string, params: object): Result;
}

/** Rows a statement is given at once: from 1,000 to 10,000 it makes no difference to Neo4j, and this bounds a message. */
export const BATCH = 2_000;

/**
 * The rows that a statement answers with. The driver keeps every statement of a transaction until that ends, with what it was
 * given and what it answered: a title of the CFR would be kept whole. So both are taken from it as soon as they are read.
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
