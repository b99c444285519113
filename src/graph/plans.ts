/**
 * When Neo4j plans a statement. After much of the data has changed, Neo4j replans a statement when it is next read, and the reader
 * waits: seconds for a large page. Therefore a read always uses the existing plan, and new plans are made in the background
 * after each import.
 */

/** Neo4j keeps the plans of 1,000 statements. The texts of 500 statements take at most about 10 MB in this process. */
const MOST = 500;

/** The 500 statements that this process read last, so that it can replan them. */
export class ReadStatements {
  private readonly texts = new Set<string>();
  /**
   * The reads of statements that this process had read before and remembered, and all other reads. Neo4j probably has a plan
   * for the former.
   */
  readonly reads = { known: 0, new: 0 };

  /** Remembers a statement. */
  add(text: string): void {
    this.reads[this.texts.delete(text) ? 'known' : 'new'] += 1;
    this.texts.add(text);
    if (this.texts.size <= MOST) return;
    const [oldest] = this.texts;
    if (oldest !== undefined) this.texts.delete(oldest);
  }

  /** The texts, most recently read first. */
  latestFirst(): string[] {
    return [...this.texts].reverse();
  }
}

/** A statement that uses the existing plan, even if the data has changed since the plan was made. */
export const withKeptPlan = (text: string): string => `CYPHER replan=skip ${text}`;

/** A statement that only makes a new plan. Readers use the old plan until the new one is complete. */
export const planAnew = (text: string): string => `CYPHER replan=force EXPLAIN ${text}`;
