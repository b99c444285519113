/**
 * When Neo4j plans a statement. By itself it plans again, while the reader waits, the first statement after the data have changed
 * much: seconds for a large page. So a read always takes the plan that there is, and after an import the plans are made anew in the
 * background, without a reader who waits for them.
 */

/** Neo4j keeps the plans of 1,000 statements. The texts of half as many take some 10 MB here at most. */
const MOST = 500;

/** The statements that a process has read, so that their plans can be made anew. Beyond 500, the oldest are forgotten. */
export class ReadStatements {
  private readonly texts = new Set<string>();

  /** Remembers a statement. */
  add(text: string): void {
    this.texts.delete(text);
    this.texts.add(text);
    if (this.texts.size <= MOST) return;
    const [oldest] = this.texts;
    if (oldest !== undefined) this.texts.delete(oldest);
  }

  /** The texts, the one read last first. */
  latestFirst(): string[] {
    return [...this.texts].reverse();
  }
}

/** The statement with the plan that Neo4j has, even if the data have changed since it was made. */
export const withKeptPlan = (text: string): string => `CYPHER replan=skip ${text}`;

/** A statement that only plans: readers have the new plan once it is made, and the old one until then. */
export const planAnew = (text: string): string => `CYPHER replan=force EXPLAIN ${text}`;
