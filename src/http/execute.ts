import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  getVariableValues,
  isObjectType,
  Kind,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { isRelation, type Requirement, requirementOf } from '../plan/requirement.ts';

/** The arguments of an execution, without the schema. */
export type Execution = Pick<ExecutionArgs, 'document' | 'contextValue' | 'variableValues' | 'operationName'>;
/** Executes a parsed and valid document. */
export type Execute = (execution: Execution) => ExecutionResult | Promise<ExecutionResult>;

type Compiled = (
  root: unknown,
  context: unknown,
  variables: Execution['variableValues'],
) => ExecutionResult | Promise<ExecutionResult>;

/** Compiling pays only for a document that is used again, or whose response is long. */
const USES_BEFORE_COMPILING = 2;

/**
 * Creates the function that executes documents. It compiles frequent documents with graphql-jit, which halves the time
 * of a deep response. The key of the cache is the parsed document, so an entry lives as long as the document in Yoga's
 * document cache.
 */
export function createExecute(schema: GraphQLSchema): Execute {
  const known = new WeakMap<DocumentNode, Map<string, { uses: number; compileAt: number; run: Compiled | null }>>();
  return ({ document, contextValue, variableValues, operationName }) => {
    const operations = known.get(document) ?? new Map();
    known.set(document, operations);
    const name = operationName ?? '';
    const entry = operations.get(name) ?? {
      uses: 0,
      compileAt: isLong(schema, document, operationName) ? 1 : USES_BEFORE_COMPILING + 1,
      run: null,
    };
    operations.set(name, entry);
    entry.uses += 1;
    if (entry.uses === entry.compileAt) entry.run = compile(schema, document, operationName);
    return entry.run
      ? entry.run({}, contextValue, variableValues ?? {})
      : execute({ schema, document, contextValue, variableValues, operationName });
  };
}

const isLongList = (requirement: Requirement | undefined) =>
  requirement !== undefined && isRelation(requirement) && requirement.long === true;

/** Whether the response may have lists of thousands of rows: uncompiled, 20,000 nodes block the event loop for half a second. */
function isLong(schema: GraphQLSchema, document: DocumentNode, operationName: string | null | undefined): boolean {
  const roots = schema.getQueryType()?.getFields() ?? {};
  return (getOperationAST(document, operationName)?.selectionSet.selections ?? []).some((selection) => {
    const type = selection.kind === Kind.FIELD && getNamedType(roots[selection.name.value]?.type);
    return isObjectType(type) && Object.values(type.getFields()).some((field) => isLongList(requirementOf(field)));
  });
}

/**
 * Compiles an operation; null when that is impossible, such as for an unknown operation name: graphql-js then reports the
 * error. graphql-js also coerces the variables, as graphql-jit rejects an omitted one that is required and has a default.
 */
function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
): Compiled | null {
  const operation = getOperationAST(document, operationName);
  const compiled = compileQuery(schema, document, operationName ?? undefined);
  if (!operation || !isCompiledQuery(compiled)) return null;
  return (root, context, variables) => {
    const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {});
    if (!coerced) return { errors: errors ?? [] };
    const result = compiled.query(root, context, coerced);
    return result instanceof Promise
      ? result.then((late) => withGraphQLErrors(late, document))
      : withGraphQLErrors(result, document);
  };
}

/** Replaces the errors of graphql-jit, which lack extensions and source, by real GraphQLErrors. */
function withGraphQLErrors(result: ExecutionResult, document: DocumentNode): ExecutionResult {
  if (result.errors === undefined) return result;
  return { ...result, errors: result.errors.map((error) => errorIn(document, error)) };
}

function errorIn({ loc }: DocumentNode, error: GraphQLError): GraphQLError {
  if (error.constructor === GraphQLError) return error;
  const { message, path, locations, originalError } = error;
  const lines = loc?.source.body.split(/\r\n|[\n\r]/g) ?? [];
  const positions = (locations ?? []).map(({ line, column }) => {
    const before = lines.slice(0, line - 1).join('\n');
    return before.length + (line > 1 ? 1 : 0) + column - 1;
  });
  return new GraphQLError(message, {
    ...(loc && positions.length > 0 && { source: loc.source, positions }),
    path,
    originalError,
  });
}
