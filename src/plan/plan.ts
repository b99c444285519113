import type { GraphQLResolveInfo } from 'graphql';
import { many } from './collect.ts';
import type { Fragment } from './fragment.ts';
import { Planner } from './planner.ts';
import { type PlanPosition, valuesAt } from './position.ts';
import { type FieldValues, type FollowedRelation, follow, isRelation, requirementOf } from './requirement.ts';
import { returnInChunks } from './row-chunks.ts';

/** A fragment, whatever its parameters. */
type AnyParams = Omit<Fragment, 'accepts'>;

/**
 * One statement for everything below one root field. Plans with equal text and parameters share a round trip: only `key`
 * differs. All parameters travel in one map, `$given`. Neo4j keeps a plan for each length class (1, 10, 100 …) of each list
 * and string that is a parameter of its own, and plans again (80 ms and more) for each new combination. It does not measure
 * what is inside a map.
 */
export interface Plan {
  readonly text: string;
  readonly params: FieldValues;
  readonly key: FieldValues;
  /** The value arrives in several records (`row-chunks.ts`), because its lists may be long. */
  readonly chunked: boolean;
}

/** The value of a plan that has a side expression. */
export interface WithSide<Value = unknown, Side = unknown> {
  readonly value: Value;
  readonly side: Side;
}

/**
 * The plan of a root field, made from the selection below it. Throws BAD_USER_INPUT for the root's own arguments.
 *
 * @param side an expression over the graph that the same statement evaluates, or a fragment whose nodes it reads, with the
 *   parameters of the root; the value of the plan is then a `WithSide`
 * @param computed parameters of the root that replace those that its arguments make
 */
export function plan(
  info: GraphQLResolveInfo,
  args: FieldValues,
  side?: string | AnyParams,
  computed: FieldValues = {},
): Plan {
  const field = info.parentType.getFields()[info.fieldName];
  const requirement = field && requirementOf(field);
  if (field === undefined || requirement === undefined || !isRelation(requirement)) {
    throw new Error(`${info.parentType.name}.${info.fieldName} is not a planned field`);
  }
  const planner = new Planner(info);
  const asked = follow(requirement, args);
  const followed = { ...asked, params: { ...asked.params, ...computed } };
  const root: PlanPosition = { depth: 0, path: '', parent: '', asOf: null };
  const value = planner.relation(requirement, followed, field.type, info.fieldNodes, root);
  const returned = side === undefined ? value : `{value: ${value}, side: ${sideOf(side, planner, followed, root)}}`;
  const long = [...planner.long].sort();
  const chunked = requirement.kind === 'one' && long.length > 0 && side === undefined;
  const { fragment } = followed;
  const values = valuesAt(followed.params, root.asOf);
  return {
    text: `UNWIND $given.keys AS key ${chunked ? returnInChunks(returned, long) : `RETURN key.i AS i, ${returned} AS value`}`,
    chunked,
    params: planner.names.params,
    key: Object.fromEntries(fragment.keys.map((name) => [name, values[name] ?? null])),
  };
}

function sideOf(side: string | AnyParams, { names }: Planner, { params }: FollowedRelation, root: PlanPosition) {
  if (typeof side === 'string') return side;
  return many(names.place({ fragment: side, params, page: undefined }, root), 'node0 {.*}');
}
