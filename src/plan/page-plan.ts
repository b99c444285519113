import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
} from 'graphql';
import neo4j from 'neo4j-driver';
import { countedPage, mapOf, page, pageRows } from './collect.ts';
import { afterCursor, type PageRequest, reversed } from './cursor.ts';
import { type PlacedRelation, type PlanPosition, type StatementNames, sortedBy } from './position.ts';
import {
  CURSOR,
  type FollowedRelation,
  follow,
  type RelationRequirement,
  requirementOf,
  slot,
  valueSlot,
} from './requirement.ts';
import { fieldOf, named, type SelectedField, type SelectionInfo, subfields } from './selection.ts';

/** The planner functions that a page needs: the Cypher of nodes, of fields, and of relations. */
export interface RowPlanner {
  readonly info: SelectionInfo;
  readonly names: StatementNames;
  row(type: GraphQLCompositeType, nodes: readonly FieldNode[], at: PlanPosition): string;
  field(field: GraphQLField<unknown, unknown>, selected: SelectedField, at: PlanPosition, subject: string): string[];
  relation(
    requirement: RelationRequirement,
    followed: FollowedRelation,
    type: GraphQLOutputType,
    nodes: readonly FieldNode[],
    position: PlanPosition,
  ): string;
}

/**
 * The Cypher of a connection field: its rows, the values that describe the whole list, and the total, if the client
 * selects them.
 */
export function planPage(
  planner: RowPlanner,
  { fragment: { counted }, params }: FollowedRelation,
  request: PageRequest,
  connection: GraphQLObjectType,
  nodes: readonly FieldNode[],
  placed: PlacedRelation,
): string {
  const { at, param, match } = placed;
  const { names } = planner;
  const selected = subfields(planner.info, connection, nodes);
  const rows = rowsOf(planner, request, connection, selected, placed);
  const about = selected.flatMap(([key, fieldNodes]) => {
    const field = fieldOf(connection, fieldNodes);
    const requirement = field && requirementOf(field);
    if (field === undefined || requirement === undefined) return [];
    if (requirement.kind === 'value') {
      return [`\`${valueSlot(requirement, key)}\`: ${names.rename(requirement.cypher, at, param)}`];
    }
    if (requirement.kind !== 'one') return [];
    // It starts from no node: it has the parameters of the list.
    const { fragment } = follow(requirement, {});
    const position = { depth: at.depth + 1, path: `${at.path}_${key}`, parent: 'null', asOf: at.asOf };
    const cypher = planner.relation(
      requirement,
      { fragment, params, page: undefined },
      field.type,
      fieldNodes,
      position,
    );
    return [`\`${slot(key)}\`: ${cypher}`];
  });
  const hasTotal = named(selected, 'totalCount').length > 0;
  if (counted === undefined) return page({ rows, about, total: hasTotal ? `COUNT { ${match} }` : undefined });
  const total = hasTotal ? names.rename(counted.total, at, param) : undefined;
  const counting = hasTotal || about.length > 0 ? names.rename(counted.cypher, at, param) : undefined;
  return countedPage({ rows, about, total }, counting, at.depth);
}

/** The rows of a page, if any are selected: with their sort keys for `pageInfo`, and their edges. */
function rowsOf(
  planner: RowPlanner,
  { count, from, isBackward }: PageRequest,
  connection: GraphQLObjectType,
  selected: readonly SelectedField[],
  placed: PlacedRelation,
): string | undefined {
  const { at } = placed;
  const order = isBackward ? reversed(placed.order) : placed.order;
  const hasPageInfo = named(selected, 'pageInfo').length > 0;
  const edges = named(selected, 'edges');
  if (edges.length === 0 && !hasPageInfo) return undefined;
  const { names } = planner;
  const limit = names.param(`${at.path}_limit`, neo4j.int(count + 1)); // one more shows whether there is another page
  const start = from ? ` WITH * WHERE ${afterCursor(order, names.param(`${at.path}_after`, from))}` : '';
  const cursor = `[${order.map((key) => key.cypher).join(', ')}]`;
  const found = isBackward ? { ...placed, sorted: sortedBy(order) } : placed;
  return pageRows(found, start, limit, [
    ...(hasPageInfo ? [`\`${CURSOR}\`: ${cursor}`] : []),
    ...edges.map(([key, nodes]) => `\`${key}\`: ${edge(planner, connection, nodes, cursor, at)}`),
  ]);
}

function edge(
  planner: RowPlanner,
  connection: GraphQLObjectType,
  nodes: readonly FieldNode[],
  cursor: string,
  at: PlanPosition,
): string {
  const type = getNamedType(connection.getFields().edges?.type) as GraphQLObjectType;
  const entries = subfields(planner.info, type, nodes).flatMap(([key, fieldNodes]) => {
    const field = fieldOf(type, fieldNodes);
    if (field?.name === 'cursor') return [`\`${CURSOR}\`: ${cursor}`];
    if (field?.name === 'node') {
      return [`\`${slot(key)}\`: ${planner.row(getNamedType(field.type) as GraphQLCompositeType, fieldNodes, at)}`];
    }
    return field ? planner.field(field, [key, fieldNodes], at, `edge${at.depth}`) : [];
  });
  return mapOf([...new Set(entries)]);
}
