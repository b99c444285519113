import type { Session, Transaction } from 'neo4j-driver';
import type { Graph } from './connect.ts';
import { timedOut, translate } from './errors.ts';
import type { StatementObservers } from './observe.ts';
import { type Patience, within } from './patience.ts';
import { run } from './run.ts';
import { openSession, release } from './session.ts';
import type { Statement } from './statement.ts';

/**
 * The time limits for several statements, in milliseconds, and a signal that is aborted when the client disconnects.
 */
export interface TransactionBounds {
  /** The time limit for one statement. */
  stepMs: number;
  /** The time limit for all statements. The database then ends the transaction. */
  totalMs: number;
  signal?: AbortSignal | undefined;
}

/**
 * Several read statements that run one after another on one server. Neo4j reads committed data, so a later statement
 * sees writes that were made in between. A caller that needs a single state of the graph must check whether it changed.
 */
export class ReadTransaction {
  private readonly session: Session;
  private readonly transaction: Transaction;
  private readonly patience: Patience;
  private readonly observers: StatementObservers;

  private constructor(session: Session, transaction: Transaction, patience: Patience, observers: StatementObservers) {
    this.session = session;
    this.transaction = transaction;
    this.patience = patience;
    this.observers = observers;
  }

  /** Opens a transaction. The caller must call `end`. Throws GraphQLError TIMEOUT or DATABASE_UNAVAILABLE. */
  static async begin(graph: Graph, bounds: TransactionBounds): Promise<ReadTransaction> {
    const { stepMs: milliseconds, signal } = bounds;
    const patience = { milliseconds, signal, isAlive: () => graph.isAlive() };
    const session = openSession(graph.driver, graph.database, 'READ');
    try {
      const begun = session.beginTransaction({ timeout: bounds.totalMs });
      return new ReadTransaction(session, await within(patience, begun), patience, graph.observers);
    } catch (error) {
      release(session);
      throw translate(error);
    }
  }

  /**
   * Reads the rows of a statement. Throws the same errors as `Graph.read`. The transaction cannot be used after an
   * error.
   */
  async rows<Params extends object, Row extends object>(
    statement: Statement<Params, Row>,
    given: Params,
  ): Promise<Row[]> {
    if (this.patience.signal?.aborted) throw timedOut();
    let started = false;
    const isAlive = async () => started || this.patience.isAlive();
    const send = () => {
      const rows = run(this.transaction, statement, given, () => {
        started = true;
      });
      return within({ ...this.patience, isAlive }, rows);
    };
    try {
      return await this.observers.watch('export', statement.text, send);
    } catch (error) {
      throw translate(error);
    }
  }

  /** Ends the transaction and any statement that is still running in it. Can be called at any time. */
  end(): void {
    release(this.session);
  }
}
