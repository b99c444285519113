import {
  type FieldNode,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getArgumentValues,
  getNamedType,
  isObjectType,
} from 'graphql';
import { isBadInput } from '../graph/errors.ts';
import { many, mapOf, one } from './collect.ts';
import { planPage, type RowPlanner } from './page-plan.ts';
import { type ParamName, type PlanPosition, StatementNames, valuesAt } from './position.ts';
import {
  type BatchCompletion,
  type FieldValues,
  type FollowedRelation,
  follow,
  LABEL,
  REQUESTED,
  type RelationRequirement,
  requirementOf,
  sideSlot,
  slot,
  valueSlot,
} from './requirement.ts';
import { fieldOf, named, type SelectedField, type SelectionInfo, subfields } from './selection.ts';

/** Writes the Cypher of one statement. */
export class Planner implements RowPlanner {
  readonly names = new StatementNames();
  /** Keys of the root field's row whose lists can be long. */
  readonly long = new Set<string>();
  readonly info: SelectionInfo;

  constructor(info: SelectionInfo) {
    this.info = info;
  }

  /** A relation as a Cypher expression: a row, a list of rows, or a page of them. */
  relation(
    { kind, reads }: RelationRequirement,
    followed: FollowedRelation,
    type: GraphQLOutputType,
    nodes: readonly FieldNode[],
    position: PlanPosition,
  ): string {
    const placed = this.names.place(followed, position);
    const target = getNamedType(type) as GraphQLCompositeType;
    if (followed.page) {
      return planPage(this, followed, followed.page, target as GraphQLObjectType, nodes, placed);
    }
    const row = this.row(target, nodes, placed.at, reads);
    return kind === 'many' ? many(placed, row) : one(placed, row);
  }

  /** The data that is read from one node: a map, or a choice of maps by label if GraphQL allows several types. */
  row(
    type: GraphQLCompositeType,
    nodes: readonly FieldNode[],
    at: PlanPosition,
    reads: readonly string[] = [],
  ): string {
    const node = `node${at.depth}`;
    if (isObjectType(type)) {
      const read = reads.map((name) => `${name}: ${node}.${name}`);
      return `${node} ${mapOf([...new Set([...read, ...this.fields(type, nodes, at)])])}`;
    }
    const label = `\`${LABEL}\`: [l IN labels(${node}) WHERE l <> 'Entity'][0]`;
    const choices = new Map<string, string[]>(); // equal maps are written once
    for (const possible of this.info.schema.getPossibleTypes(type)) {
      const map = `${node} ${mapOf([label, ...this.fields(possible, nodes, at)])}`;
      choices.set(map, [...(choices.get(map) ?? []), `${node}:${possible.name}`]);
    }
    const [only, ...others] = choices.keys();
    if (only !== undefined && others.length === 0) return only;
    const cases = [...choices].map(([map, labels]) => `WHEN ${labels.join(' OR ')} THEN ${map}`);
    return `CASE ${cases.join(' ')} END`;
  }

  private fields(type: GraphQLObjectType, nodes: readonly FieldNode[], at: PlanPosition): string[] {
    const entries = subfields(this.info, type, nodes).flatMap((selected) => {
      const field = fieldOf(type, selected[1]);
      return field ? this.field(field, selected, at, `node${at.depth}`) : []; // no field: __typename
    });
    return [...new Set(entries)].sort();
  }

  field(
    field: GraphQLField<unknown, unknown>,
    [key, nodes]: SelectedField,
    at: PlanPosition,
    subject: string,
  ): string[] {
    const requirement = requirementOf(field);
    const [node] = nodes;
    if (requirement === undefined || node === undefined) return [];
    if (requirement.kind === 'properties') return requirement.names.map((name) => `${name}: ${subject}.${name}`);
    if (requirement.kind === 'value') {
      const values = valuesAt({}, at.asOf);
      const param: ParamName = (name) =>
        this.names.day(name, at.asOf) ?? this.names.param(`asOf_${name}`, values[name] ?? null);
      return [`\`${valueSlot(requirement, key)}\`: ${this.names.rename(requirement.cypher, at, param)}`];
    }
    const followed = this.followIfAccepted(requirement, field, node);
    if (followed === undefined) return [];
    const path = at.path === '' ? key : `${at.path}_${key}`;
    const below: PlanPosition = { depth: at.depth + 1, path, parent: subject, asOf: at.asOf };
    const { completion, long, holderReads = [] } = requirement;
    const list = this.relation(requirement, followed, field.type, nodes, below);
    const side = completion ? this.sideData(completion, key, field.type, nodes, below) : { lists: {}, entries: [] };
    const lists = { [slot(key)]: list, ...side.lists };
    if (long && at.depth === 0) for (const name of Object.keys(lists)) this.long.add(name);
    const held = holderReads.map((name) => `${name}: ${subject}.${name}`);
    return [...Object.entries(lists).map(([name, cypher]) => `\`${name}\`: ${cypher}`), ...side.entries, ...held];
  }

  /** Leaves out a field with arguments that are not accepted: GraphQL or the field's own resolver reports them at its path. */
  private followIfAccepted(requirement: RelationRequirement, field: GraphQLField<unknown, unknown>, node: FieldNode) {
    let args: FieldValues;
    try {
      args = getArgumentValues(field, node, this.info.variableValues);
    } catch (error) {
      if (error instanceof GraphQLError) return undefined;
      throw error;
    }
    try {
      return follow(requirement, args);
    } catch (error) {
      if (isBadInput(error)) return undefined;
      throw error;
    }
  }

  /** What a list's rows are completed from, if the client selects a field that is provided: lists, and entries of the holder. */
  private sideData(
    { provides, holderProperties, sideData }: BatchCompletion,
    key: string,
    type: GraphQLOutputType,
    nodes: readonly FieldNode[],
    at: PlanPosition,
  ): { lists: Record<string, string>; entries: string[] } {
    const fields = subfields(this.info, getNamedType(type) as GraphQLObjectType, nodes);
    const requested = provides.filter((name) => named(fields, name).length > 0);
    if (requested.length === 0) return { lists: {}, entries: [] };
    const param: ParamName = (name) => this.names.param(`${at.path}_${name}`, requested);
    const lists = Object.entries(sideData).map(([name, { match }]) => [
      sideSlot(key, name),
      `COLLECT { ${this.names.rename(match, at, param)} RETURN node${at.depth} }`,
    ]);
    const properties = holderProperties.map((name) => `${name}: ${at.parent}.${name}`);
    return {
      lists: Object.fromEntries(lists),
      entries: [`\`${sideSlot(key, REQUESTED)}\`: ${param(REQUESTED)}`, ...properties],
    };
  }
}
