import type { Plan as CypherPlan } from 'neo4j-driver';
import { afterAll, expect, test } from 'vitest';
import { ReadStatements, withKeptPlan } from '../../src/graph/plans.ts';
import { testGraph } from '../setup/test-graph.ts';

const { graph, driver } = testGraph();
// A text of this run alone: Neo4j keeps the plans of earlier ones.
const TEXT = `MATCH (few:PlanFew)-->(many:PlanMany) RETURN count(*) AS pairs /* ${Date.now()} */`;

/** As the planner passes them: Neo4j keeps a plan for each combination of the types of parameters. */
const GIVEN = { given: {} };

afterAll(async () => {
  await driver().executeQuery('MATCH (n:PlanFew|PlanMany) DETACH DELETE n');
});

const add = (few: number, many: number) =>
  driver().executeQuery(
    `UNWIND range(1, $few) AS i CREATE (few:PlanFew) WITH collect(few)[0] AS first
     UNWIND range(1, $many) AS i CREATE (first)-[:PLANNED]->(:PlanMany)`,
    { few, many },
  );

/** Where the plan that Neo4j keeps begins. */
async function begins(): Promise<string> {
  const { summary } = await driver().executeQuery(withKeptPlan(`EXPLAIN ${TEXT}`), GIVEN);
  if (summary.plan === false) throw new Error('Neo4j did not explain the statement');
  let at: CypherPlan = summary.plan;
  while (at.children[0] !== undefined) at = at.children[0];
  return String(at.arguments.Details);
}

test('a read uses the existing plan until the graph is replanned', async () => {
  await add(1, 500);
  expect(await graph().read(TEXT, GIVEN)).toEqual([{ pairs: 500 }]);
  expect(await begins()).toBe('few:PlanFew');
  await add(20_000, 1);
  await graph().read(TEXT, GIVEN);
  expect(await begins()).toBe('few:PlanFew');
  await graph().replan(new AbortController().signal);
  expect(await begins()).not.toBe('few:PlanFew');
});

test('the 500 statements read last are replanned, the latest first', () => {
  const statements = new ReadStatements();
  for (let i = 0; i < 600; i += 1) statements.add(`RETURN ${i}`);
  statements.add('RETURN 300');
  expect(statements.latestFirst().slice(0, 3)).toEqual(['RETURN 300', 'RETURN 599', 'RETURN 598']);
  expect(statements.latestFirst()).toHaveLength(500);
});
