import neo4j, { type Session, type Transaction } from 'neo4j-driver';
import { type Graph, patience } from './connect.ts';
import { timedOut, translate } from './errors.ts';
import { run } from './run.ts';
import type { Statement } from './statement.ts';

/** How long a read of several statements may take, in milliseconds, and a signal that the client has gone. */
export interface TransactionBounds {
  /** For one statement. */
  stepMs: number;
  /** For all statements; the database ends the transaction then. */
  totalMs: number;
  signal?: AbortSignal | undefined;
}

/**
 * Several read statements, on one server and one after the other. Neo4j reads committed data, so a later statement sees
 * writes made in between. A caller that needs one state of the graph must check whether it changed.
 */
export class ReadTransaction {
  private readonly session: Session;
  private readonly transaction: Transaction;
  private readonly bounds: TransactionBounds;

  private constructor(session: Session, transaction: Transaction, bounds: TransactionBounds) {
    this.session = session;
    this.transaction = transaction;
    this.bounds = bounds;
  }

  /** The caller must call `end`. Throws GraphQLError TIMEOUT or DATABASE_UNAVAILABLE. */
  static async begin({ driver, database }: Graph, bounds: TransactionBounds): Promise<ReadTransaction> {
    const session = driver.session({
      defaultAccessMode: neo4j.session.READ,
      ...(database !== undefined && { database }),
    });
    try {
      const begun = session.beginTransaction({ timeout: bounds.totalMs });
      return new ReadTransaction(session, await within(bounds, begun), bounds);
    } catch (error) {
      release(session);
      throw translate(error);
    }
  }

  /** The rows of a statement. Throws GraphQLError as `Graph.read` does; the transaction cannot be used after that. */
  async rows<Params extends object, Row extends object>(
    statement: Statement<Params, Row>,
    given: Params,
  ): Promise<Row[]> {
    if (this.bounds.signal?.aborted) throw timedOut();
    try {
      return await within(this.bounds, run(this.transaction, statement, given));
    } catch (error) {
      throw translate(error);
    }
  }

  /** Ends the transaction, and a statement that still runs in it. Can be called at any time. */
  end(): void {
    release(this.session);
  }
}

function release(session: Session): void {
  session.close().catch(() => undefined);
}

async function within<T>({ stepMs, signal }: TransactionBounds, work: PromiseLike<T>): Promise<T> {
  const guard = patience(stepMs, signal);
  try {
    return await Promise.race([work, guard.gone]);
  } finally {
    guard.end();
  }
}
