import type { FieldNode, GraphQLField, GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';

/** A response key and the field nodes that GraphQL merges under it. */
export type SelectedField = readonly [responseKey: string, nodes: readonly FieldNode[]];
/** The data that the planner reads from a GraphQL execution. */
export type SelectionInfo = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;

/**
 * The fields that GraphQL will execute after applying fragments, @skip, and @include. They are sorted, so selections
 * with the same shape produce the same text.
 */
export function subfields(
  { schema, fragments, variableValues }: SelectionInfo,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
): SelectedField[] {
  return [...collectSubfields(schema, fragments, variableValues, type, nodes)].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The field of a selection. Undefined for `__typename`. */
export const fieldOf = (
  type: GraphQLObjectType,
  [node]: readonly FieldNode[],
): GraphQLField<unknown, unknown> | undefined => type.getFields()[node?.name.value ?? ''];

/** The selections of one field, under any response key. */
export const named = (selected: readonly SelectedField[], name: string): SelectedField[] =>
  selected.filter(([, [node]]) => node?.name.value === name);
