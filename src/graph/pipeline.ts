import { BATCH, type Runner, run } from './run.ts';
import type { Statement } from './statement.ts';

/** Batches on their way at once: enough for the database always to have one, few enough to hold. */
const AHEAD = 8;

/**
 * Sends statements without waiting for each to be answered, so that the database works on one while the next is made ready.
 * It takes them in the order in which they were sent. What goes wrong is thrown by a later call, at the latest by `end`.
 */
export class Pipeline {
  private readonly runner: Runner;
  private underWay: Promise<void>[] = [];

  constructor(runner: Runner) {
    this.runner = runner;
  }

  /**
   * Sends a statement over any number of rows, some at a time.
   *
   * @param onBatch told after each batch how many rows it had, and what they were answered
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
      answered.catch(() => undefined); // whoever waits for it hears of it
      this.underWay.push(answered);
    }
  }

  /** Waits for all that was sent. */
  async end(): Promise<void> {
    const last = this.underWay;
    this.underWay = [];
    await Promise.all(last);
  }
}

/**
 * Runs a statement over any number of rows, some at a time, and gives all that they are answered.
 *
 * @param onBatch told after each batch how many rows it had
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
