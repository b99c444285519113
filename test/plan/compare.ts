/** Planner and naive resolvers side by side, on one document. */

import { type ExecutionResult, execute, type GraphQLSchema, parse, specifiedRules, validate } from 'graphql';
import type { Graph } from '../../src/graph/connect.ts';
import { createExecute } from '../../src/http/execute.ts';
import { patientContext } from '../setup/ask.ts';

/** Unused variables and fragments are no fault here: what is left out by chance would need them. */
const RULES = specifiedRules.filter((rule) => !rule.name.startsWith('NoUnused'));

export interface Comparison {
  valid: boolean;
  planned: string;
  naive: string;
  statements: number;
  roots: number;
  errors: number;
}

/** What of an answer must agree: the data, and where the errors are. */
const comparable = ({ data, errors = [] }: ExecutionResult) => {
  // An error below a non-null root leaves no data at all; which of several comes first is a matter of time.
  if (data === null) return JSON.stringify({ data, errors: errors.length > 0 });
  return JSON.stringify({ data, errors: errors.map(({ path }) => path?.join('.') ?? '').sort() });
};

/** Through the executor of the HTTP layer, often enough that it compiles the document. */
export async function compiled(
  schema: GraphQLSchema,
  graph: Graph,
  { source, variables }: { source: string; variables: Record<string, unknown> },
): Promise<string> {
  const run = createExecute(schema);
  const document = parse(source);
  let answer: ExecutionResult = {};
  for (let i = 0; i < 3; i += 1) {
    answer = await run({
      document,
      variableValues: variables,
      contextValue: patientContext(graph),
      operationName: null,
    });
  }
  return comparable(answer);
}

export async function compare(
  schema: GraphQLSchema,
  graph: Graph,
  naive: (source: string, variables: Record<string, unknown>) => ExecutionResult,
  { source, variables }: { source: string; variables: Record<string, unknown> },
): Promise<Comparison> {
  const document = parse(source);
  const valid = validate(schema, document, RULES).length === 0;
  if (!valid) return { valid, planned: '', naive: '', statements: 0, roots: 0, errors: 0 };
  const contextValue = patientContext(graph);
  const { reader } = contextValue;
  const planned = await execute({ schema, document, variableValues: variables, contextValue });
  const operation = document.definitions[0];
  const roots = operation?.kind === 'OperationDefinition' ? operation.selectionSet.selections.length : 0;
  return {
    valid,
    planned: comparable(planned),
    naive: comparable(naive(source, variables)),
    statements: reader.statements,
    roots,
    errors: planned.errors?.length ?? 0,
  };
}
