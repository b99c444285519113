/** The cost of a GraphQL operation, which is computed before any statement is sent. See docs/cost.md. */
import {
  type FieldNode,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isCompositeType,
  isIntrospectionType,
  isObjectType,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
} from 'graphql';
import { collectFields } from 'graphql/execution/collectFields.js';
import { type PageArgs, sizeOfPage } from './cursor.ts';
import {
  type FieldValues,
  isRelation,
  type RelationRequirement,
  requirementOf,
  type ValueRequirement,
} from './requirement.ts';
import { fieldOf, named, type SelectedField, type SelectionInfo, subfields } from './selection.ts';
import { readsGraph, USUAL_WEIGHT, type Weighed } from './weight.ts';

/** The cost of an operation, and the field that adds most to it. */
export interface OperationCost {
  readonly cost: number;
  /** The path of the costliest field in the document, such as `terms.edges.node.relations`. Empty if nothing costs. */
  readonly costliest: string;
}

/** The fields that are measured at most: expanded by type, a selection can be exponential in its depth. */
const MOST_FIELDS = 20_000;

/** Where a selection is measured. */
interface CostScope {
  readonly path: string;
  /** The number of objects to which the selection applies. */
  readonly times: number;
  /** The arguments of the field whose selection it is. */
  readonly around: FieldValues;
  /** The list that the objects come from, and the number of objects from which the same list was first followed. */
  readonly list?: { readonly field: string; readonly starts: number } | undefined;
}

/** A sum of costs, and the largest of them. */
interface CostSum {
  /** The cost of reading rows. */
  readonly rows: number;
  /** The cost of planning, which does not depend on the number of rows. */
  readonly plan: number;
  readonly largest: number;
  readonly path: string;
}

const NOTHING: CostSum = { rows: 0, plan: 0, largest: 0, path: '' };
const largerOf = (one: CostSum, other: CostSum): Pick<CostSum, 'largest' | 'path'> =>
  other.largest > one.largest ? other : one;
const plus = (one: CostSum, other: CostSum): CostSum => {
  const { largest, path } = largerOf(one, other);
  return { rows: one.rows + other.rows, plan: one.plan + other.plan, largest, path };
};
const sumOf = (all: readonly CostSum[]): CostSum => all.reduce(plus, NOTHING);
/** Of selections for different types: each row belongs to one of them, but all of them are planned. */
const eitherOf = (one: CostSum, other: CostSum): CostSum => {
  const { largest, path } = largerOf(one, other);
  return { rows: Math.max(one.rows, other.rows), plan: one.plan + other.plan, largest, path };
};

/**
 * Computes the cost of an operation: the rows that its statements may touch, the work of traversals, layouts, and texts,
 * and the work to plan the statements. The cost depends only on the operation and its variables.
 */
export function costOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  { fragments, variableValues }: Pick<SelectionInfo, 'fragments' | 'variableValues'>,
): OperationCost {
  const root = schema.getRootType(operation.operation);
  if (!root) return { cost: 0, costliest: '' };
  const meter = new CostMeter({ schema, fragments, variableValues });
  const selected = [...collectFields(schema, fragments, variableValues, root, operation.selectionSet)];
  const { rows, plan, path } = meter.selected(root, selected, { path: '', times: 1, around: {} });
  return { cost: Math.min(Math.ceil(rows + plan), Number.MAX_SAFE_INTEGER), costliest: path };
}

class CostMeter {
  private readonly info: SelectionInfo;
  private readonly numbers = new Map<FieldNode, number>();
  private measured = 0;

  constructor(info: SelectionInfo) {
    this.info = info;
  }

  selected(type: GraphQLObjectType, fields: readonly SelectedField[], scope: CostScope): CostSum {
    return sumOf(fields.map((field) => this.field(type, field, scope)));
  }

  /**
   * The cost of a selection on an interface is that of the costliest type: a row has one type. Each type whose selection
   * differs is planned separately.
   */
  private below(type: GraphQLCompositeType, nodes: readonly FieldNode[], scope: CostScope): CostSum {
    if (isObjectType(type)) return this.selected(type, subfields(this.info, type, nodes), scope);
    const bySelection = new Map<string, CostSum>();
    for (const possible of this.info.schema.getPossibleTypes(type)) {
      const fields = subfields(this.info, possible, nodes);
      const selection = this.textOf(fields);
      if (!bySelection.has(selection)) bySelection.set(selection, this.selected(possible, fields, scope));
    }
    return [...bySelection.values()].reduce(eitherOf, NOTHING);
  }

  private field(type: GraphQLObjectType, selected: SelectedField, scope: CostScope): CostSum {
    const [, nodes] = selected;
    const [node] = nodes;
    const field = fieldOf(type, nodes) ?? introspectionField(node);
    if (node === undefined || field === undefined) return NOTHING;
    const path = scope.path === '' ? field.name : `${scope.path}.${field.name}`;
    this.measured += 1;
    if (this.measured > MOST_FIELDS)
      return { ...NOTHING, rows: Number.POSITIVE_INFINITY, largest: Number.POSITIVE_INFINITY, path };
    const args = this.argumentsOf(field, node);
    if (args === undefined) return NOTHING;
    const requirement = requirementOf(field);
    if (requirement !== undefined && isRelation(requirement)) {
      return this.relation(requirement, `${type.name}.${field.name}`, field, nodes, args, { ...scope, path });
    }
    const own = requirement?.kind === 'value' ? costOfValue(requirement, args, { ...scope, path }) : NOTHING;
    const target = getNamedType(field.type);
    if (!isCompositeType(target)) return own;
    if (!isIntrospectionType(target)) return plus(own, this.below(target, nodes, { ...scope, path, around: args }));
    const times = scope.times * (INTROSPECTION_LISTS[field.name] ?? 1);
    const read = times / INTROSPECTED_PER_ROW;
    return plus(
      { ...NOTHING, rows: read, largest: read, path },
      this.below(target, nodes, { path, times, around: args }),
    );
  }

  private relation(
    { kind, weight = {}, completion }: RelationRequirement,
    name: string,
    field: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
    args: FieldValues,
    { path, times, around, list }: CostScope,
  ): CostSum {
    const usual = USUAL_WEIGHT[kind];
    const weigh = (given: Weighed | undefined, otherwise: number) => weightOf(given, otherwise, args, around);
    const target = getNamedType(field.type) as GraphQLCompositeType;
    const fields = isObjectType(target) ? subfields(this.info, target, nodes) : [];
    const each = kind === 'page' ? rowsOfPage(args, fields) : weigh(weight.rows, usual.rows);
    const starts = list?.field === name ? list.starts : times;
    const rows = weight.tree === undefined ? times * each : Math.min(times * each, starts * weigh(weight.tree, 0));
    const completed = completion?.provides.some((provided) => named(fields, provided).length > 0);
    const work = weigh(weight.work, usual.work) + (completed ? weigh(weight.completion, 0) : 0);
    const sum = costOfField(path, rows + times * work, weigh(weight.plan, usual.plan));
    const scope: CostScope = { path, times: rows, around: args, list: { field: name, starts } };
    if (kind !== 'page' || !isObjectType(target)) return plus(sum, this.below(target, nodes, scope));
    // Edges are rows of the list. The other fields of a connection describe the whole list.
    const parts = fields.map((part) =>
      this.field(target, part, named([part], 'edges').length > 0 ? scope : { ...scope, times }),
    );
    return plus(sum, sumOf(parts));
  }

  /** Undefined for arguments that GraphQL refuses: the field is then not planned. */
  private argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode): FieldValues | undefined {
    try {
      return getArgumentValues(field, node, this.info.variableValues);
    } catch (error) {
      if (error instanceof GraphQLError) return undefined;
      throw error;
    }
  }

  /** The same text for the same field nodes. */
  private textOf(fields: readonly SelectedField[]): string {
    const number = (node: FieldNode) => {
      const known = this.numbers.get(node) ?? this.numbers.size;
      this.numbers.set(node, known);
      return known;
    };
    return fields.map(([key, nodes]) => `${key}:${nodes.map(number)}`).join(' ');
  }
}

const costOfField = (path: string, rows: number, plan: number): CostSum => ({ rows, plan, largest: rows + plan, path });

function costOfValue({ cypher, weight = {} }: ValueRequirement, args: FieldValues, scope: CostScope): CostSum {
  const usual = readsGraph(cypher) ? USUAL_WEIGHT.subquery : USUAL_WEIGHT.expression;
  const work = weightOf(weight.work, usual.work, args, scope.around);
  return costOfField(scope.path, scope.times * work, weightOf(weight.plan, usual.plan, args, scope.around));
}

/** A connection reads rows only for its edges and its cursors. */
const rowsOfPage = (args: FieldValues, fields: readonly SelectedField[]): number =>
  named(fields, 'edges').length + named(fields, 'pageInfo').length > 0 ? sizeOfPage(args as PageArgs) : 0;

function weightOf(given: Weighed | undefined, otherwise: number, args: FieldValues, around: FieldValues): number {
  return typeof given === 'function' ? given(args, around) : (given ?? otherwise);
}

/** `__schema` and `__type` are fields of every query, although its type does not list them. */
const introspectionField = (node: FieldNode | undefined): GraphQLField<unknown, unknown> | undefined =>
  [SchemaMetaFieldDef, TypeMetaFieldDef].find(({ name }) => name === node?.name.value);

/** The usual lengths of the lists of introspection. Their objects are in memory, so many of them weigh as much as a row. */
const INTROSPECTION_LISTS: Readonly<Record<string, number>> = {
  ...{ types: 150, directives: 8, fields: 10, args: 4, inputFields: 4, enumValues: 8, interfaces: 2, possibleTypes: 8 },
};
const INTROSPECTED_PER_ROW = 50;
