import { graphql } from 'graphql';
import { expect } from 'vitest';
import { contextOf, type GraphContext } from '../../schema/context.ts';
import { schema } from '../../schema/index.ts';
import type { Graph } from '../../src/graph/connect.ts';

/** The time for an answer in milliseconds: Neo4j plans a question for the first time, on a busy machine. Tests of limits set their own. */
const PATIENCE_MS = 25_000;

/** What questions are asked of: a Graph, or one that counts. */
type Readable = Pick<Graph, 'read'>;

/** The context of a question that may take as long as a test may. */
export const patientContext = (graph: Readable): GraphContext =>
  contextOf(graph, { deadline: Date.now() + PATIENCE_MS });

/**
 * The answer to a query that has no errors, in no more statements than it has root fields.
 *
 * biome-ignore lint/suspicious/noExplicitAny: a test says what it looks at
 */
export async function ask(graph: Readable, source: string, variableValues: Record<string, unknown> = {}): Promise<any> {
  const contextValue = patientContext(graph);
  const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
  expect(errors).toBeUndefined();
  expect(contextValue.reader.statements).toBeLessThanOrEqual(Object.keys(data ?? {}).length);
  return data;
}

/** The code and the message of the only error of a query that is refused. */
export async function refusalOf(graph: Graph, source: string): Promise<{ code: unknown; message: string }> {
  const { errors = [] } = await graphql({ schema, source, contextValue: patientContext(graph) });
  expect(errors).toHaveLength(1);
  return { code: errors[0]?.extensions.code, message: errors[0]?.message ?? '' };
}
