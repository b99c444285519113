import type { Driver, ProfiledPlan } from 'neo4j-driver';

/**
 * A graph that adds up what its statements touch: Neo4j's database hits, which another load on the machine does not change.
 *
 * @param replan makes a new plan for each statement, as the server does after an import, instead of the one that an earlier file
 * of tests left for other data
 */
export function counting(driver: Driver, { replan = false } = {}) {
  let hits = 0;
  const hitsOf = ({ dbHits, children }: ProfiledPlan): number =>
    dbHits + children.reduce((sum, child) => sum + hitsOf(child), 0);
  return {
    read: async <Row extends object>(text: string, params: object): Promise<Row[]> => {
      const { records, summary } = await driver.executeQuery(
        `${replan ? 'CYPHER replan=force ' : ''}PROFILE ${text}`,
        params,
      );
      if (summary.profile === false) throw new Error('Neo4j did not profile the statement');
      hits += hitsOf(summary.profile);
      return records.map((record) => record.toObject() as Row);
    },
    hits: () => hits,
  };
}
