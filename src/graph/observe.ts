/** Reports the statements that this process sends to Neo4j, for metrics and traces. */

/**
 * Why a statement is sent: for a request, for one page of an export, to check whether the graph has changed, or to make a
 * new plan.
 */
export type StatementPurpose = 'read' | 'export' | 'version' | 'replan';

/** Observes statements. The function that `begin` returns receives the number of rows, or the error. */
export interface StatementObserver {
  begin(purpose: StatementPurpose, text: string): ((rows: number, error: unknown) => void) | undefined;
}

/** The observers of a graph. Without observers, a statement costs nothing extra. */
export class StatementObservers {
  private readonly observers: StatementObserver[] = [];

  /** Adds an observer for all statements that are sent from now on. */
  add(observer: StatementObserver): void {
    this.observers.push(observer);
  }

  /** Sends a statement and reports it. */
  async watch<Row>(purpose: StatementPurpose, text: string, send: () => Promise<Row[]>): Promise<Row[]> {
    if (this.observers.length === 0) return send();
    const ends = this.observers.map((observer) => observer.begin(purpose, text));
    const report = (rows: number, error: unknown) => {
      for (const end of ends) end?.(rows, error);
    };
    try {
      const rows = await send();
      report(rows.length, undefined);
      return rows;
    } catch (error) {
      report(0, error ?? new Error('unknown'));
      throw error;
    }
  }
}
