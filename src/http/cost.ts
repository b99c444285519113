/** Refuses operations that cost too much before any statement is sent, and tells clients the cost. See docs/cost.md. */
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { ReadBounds } from '../graph/connect.ts';
import { costOf, type OperationCost } from '../plan/cost.ts';
import { KnownCosts } from './known-costs.ts';
import type { LoadGate } from './load.ts';
import type { RequestTrace } from './trace.ts';

/** The parts of an execution that determine its cost. */
interface CostedExecution {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variableValues?: { readonly [name: string]: unknown } | null | undefined;
}

/** Computes the costs of operations and compares them with the limit of this server. */
export class CostLimit {
  private readonly schema: GraphQLSchema;
  private readonly limit: number;
  private readonly known = new KnownCosts();

  constructor(schema: GraphQLSchema, limit: number) {
    this.schema = schema;
    this.limit = limit;
  }

  /** The cost of an operation. Undefined if GraphQL refuses to execute it, such as for invalid variables. */
  measure({ document, operationName, variableValues }: CostedExecution): OperationCost | undefined {
    const operation = getOperationAST(document, operationName);
    if (!operation) return undefined;
    const { coerced } = getVariableValues(this.schema, operation.variableDefinitions ?? [], variableValues ?? {});
    if (!coerced) return undefined;
    return this.known.get(operation, coerced, () =>
      costOf(this.schema, operation, { fragments: fragmentsOf(document), variableValues: coerced }),
    );
  }

  /** The error for an operation above the limit. Undefined for any other operation. */
  refusal(measured: OperationCost | undefined): GraphQLError | undefined {
    if (measured === undefined || measured.cost <= this.limit) return undefined;
    const { cost, costliest } = measured;
    return new GraphQLError(
      `The cost of the operation must be at most ${this.limit}, not ${cost}. The costliest field is \`${costliest}\`. Request less data, for example with a smaller limit, depth, or page size.`,
      { extensions: { code: 'LIMIT_EXCEEDED', cost, limit: this.limit } },
    );
  }
}

const fragmentsOf = ({ definitions }: DocumentNode): Readonly<Record<string, FragmentDefinitionNode>> =>
  Object.fromEntries(
    definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );

/** The request header by which a client asks for the cost. */
export const INCLUDE_COST = 'x-include-cost';
/** The response header with the cost. */
export const QUERY_COST = 'x-query-cost';

/** Whether the client asks for the cost. Such a response is not cached, because it differs from others. */
export const wantsCost = (header: string | string[] | null | undefined): boolean => header === '1';

/** The result of an operation with its cost in `extensions.cost`. */
export const withCost = <Result extends { extensions?: unknown }>(result: Result, cost: number | undefined): Result =>
  cost === undefined ? result : { ...result, extensions: { ...(result.extensions as object | undefined), cost } };

/** Limits and tells the cost of the operations that Yoga executes, and executes them when the gate admits them. */
export function useCostLimit(limit: CostLimit, gate: LoadGate): Plugin<object, RequestTrace> {
  const costs = new WeakMap<Request, OperationCost>();
  return {
    onExecute({ args, executeFn, setExecuteFn, setResultAndStopExecution }) {
      const measured = limit.measure(args);
      const { request } = args.contextValue as { request?: Request };
      if (measured && request) costs.set(request, measured);
      const refusal = limit.refusal(measured);
      if (refusal) return setResultAndStopExecution({ errors: [refusal] });
      const bounds = args.contextValue as ReadBounds;
      setExecuteFn(async (given) => {
        try {
          return await gate.run(measured?.cost ?? 0, bounds, () => executeFn(given));
        } catch (error) {
          if (error instanceof GraphQLError) return { errors: [error] }; // shed
          throw error;
        }
      });
      return {
        onExecuteDone({ result, setResult }) {
          const isWanted = wantsCost(request?.headers.get(INCLUDE_COST));
          if (isWanted && !(Symbol.asyncIterator in result)) setResult(withCost(result, measured?.cost));
        },
      };
    },
    onResponse({ request, response, serverContext }) {
      const measured = costs.get(request);
      if (measured === undefined) return;
      if (serverContext) serverContext.cost = measured.cost;
      if (wantsCost(request.headers.get(INCLUDE_COST))) response.headers.set(QUERY_COST, `${measured.cost}`);
    },
  };
}
