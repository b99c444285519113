import { type DocumentNode, type ExecutionResult, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Tracing } from '../telemetry/spans.ts';
import type { RequestTrace } from './trace.ts';

/** Executes an operation, in a span if tracing is on. */
export function inOperationSpan(
  tracing: Tracing | undefined,
  document: DocumentNode,
  operationName: string | null | undefined,
  execute: () => ExecutionResult | Promise<ExecutionResult>,
): ExecutionResult | Promise<ExecutionResult> {
  if (tracing === undefined) return execute();
  const operation = getOperationAST(document, operationName);
  return tracing.operation({ type: operation?.operation ?? 'query', name: operation?.name?.value }, execute);
}

/** Executes the operations of the requests that Yoga handles in spans. */
export const useOperationSpans = (tracing: Tracing): Plugin<object, RequestTrace> => ({
  onExecute({ args: { document, operationName }, executeFn, setExecuteFn }) {
    setExecuteFn((args) => inOperationSpan(tracing, document, operationName, () => executeFn(args)));
  },
});
