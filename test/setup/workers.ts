/**
 * How many files are tested at a time. Each worker has a Neo4j of its own, as files fill and empty it; of a Neo4j that is
 * given there is one. TEST_WORKERS says another number.
 */
export function mostWorkers({ TEST_NEO4J = 'auto', NEO4J_URI, TEST_WORKERS }: NodeJS.ProcessEnv): number {
  const given = TEST_NEO4J === 'external' || (TEST_NEO4J === 'auto' && Boolean(NEO4J_URI));
  return given ? 1 : Number(TEST_WORKERS ?? 2);
}
