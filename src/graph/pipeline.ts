import { BATCH, type Runner, run } from './run.ts';
import type { Statement } from './statement.ts';

/** Batches sent ahead: enough that the database always has one, few enough to fit in memory. */
const AHEAD = 8;

/**
 * Sends statements without waiting for each response, so that the database processes one statement while the next is
 * being prepared. The database runs the statements in the order in which they are sent. Later calls throw their errors,
 * at the latest `end`.
 */
export class Pipeline {
  private readonly runner: Runner;
  private underWay: Promise<void>[] = [];

  constructor(runner: Runner) {
    this.runner = runner;
  }

  /**
   * Sends a statement over any number of rows, in batches.
   *
   * @param onBatch called after each batch with its number of rows and the responses
   */
  async send<Item extends object, Params extends { rows: readonly Item[] }, Row extends object>(
    statement: Statement<Params, Row>,
    given: Params,
    onBatch: (rows: number, answers: Row[]) => void,
  ): Promise<void> {
    for (let start = 0; start < given.rows.length; start += BATCH) {
      if (this.underWay.length === AHEAD) await this.underWay.shift();
      const rows = given.rows.slice(start, start + BATCH);
      const answered = run(this.runner, statement, { ...given, rows }).then((answers) => onBatch(rows.length, answers));
      answered.catch(() => undefined); // the call that awaits it throws
      this.underWay.push(answered);
    }
  }

  /** Waits for all sent statements. */
  async end(): Promise<void> {
    const last = this.underWay;
    this.underWay = [];
    await Promise.all(last);
  }
}

/**
 * Runs a statement over any number of rows, in batches, and returns all responses.
 *
 * @param onBatch called after each batch with its number of rows
 */
export async function runAll<Item extends object, Params extends { rows: readonly Item[] }, Row extends object>(
  runner: Runner,
  statement: Statement<Params, Row>,
  given: Params,
  onBatch: (rows: number) => void = () => undefined,
): Promise<Row[]> {
  const pipeline = new Pipeline(runner);
  const all: Row[] = [];
  await pipeline.send(statement, given, (rows, answers) => {
    for (const answer of answers) all.push(answer);
    onBatch(rows);
  });
  await pipeline.end();
  return all;
}
