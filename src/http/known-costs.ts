/**
 * Costs that were computed before. To compute the cost of a term page takes a tenth of the server's time for the whole response,
 * and requests differ mostly in the name or the id with which they start.
 */
import { Kind, type OperationDefinitionNode, type TypeNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { OperationCost } from '../plan/cost.ts';

/** The number of costs that are kept for an operation. A client can send the same document with any values. */
const MOST = 100;

interface KnownOperation {
  /** The variables of which only the length matters: no weight depends on what a text says (see src/plan/weight.ts). */
  readonly texts: ReadonlySet<string>;
  readonly costs: LRUCache<string, OperationCost>;
}

/** Keeps the costs of the operations of parsed documents, for as long as the documents are kept. */
export class KnownCosts {
  private readonly operations = new WeakMap<OperationDefinitionNode, KnownOperation>();

  /** The cost of an operation with the coerced values of its variables, computed if it is not known. */
  get(
    operation: OperationDefinitionNode,
    values: { readonly [name: string]: unknown },
    compute: () => OperationCost,
  ): OperationCost {
    const { texts, costs } = this.operations.get(operation) ?? this.meet(operation);
    const key = JSON.stringify(
      Object.entries(values).map(([name, value]) => [name, texts.has(name) ? lengthOf(value) : value]),
    );
    const known = costs.get(key);
    if (known !== undefined) return known;
    const cost = compute();
    costs.set(key, cost);
    return cost;
  }

  private meet(operation: OperationDefinitionNode): KnownOperation {
    const texts = (operation.variableDefinitions ?? []).filter(({ type }) => ['String', 'ID'].includes(nameOf(type)));
    const met = {
      texts: new Set(texts.map(({ variable }) => variable.name.value)),
      costs: new LRUCache<string, OperationCost>({ max: MOST }),
    };
    this.operations.set(operation, met);
    return met;
  }
}

const nameOf = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type));

/** The length of a text, or the lengths of texts. Null stays null. */
const lengthOf = (value: unknown): unknown => {
  if (typeof value === 'string') return value.length;
  return Array.isArray(value) ? value.map(lengthOf) : value;
};
