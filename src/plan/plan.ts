import type { GraphQLResolveInfo } from 'graphql';
import { many } from './collect.ts';
import type { Fragment } from './fragment.ts';
import { PlanCache } from './plan-cache.ts';
import { Planner } from './planner.ts';
import { type PlanPosition, valuesAt } from './position.ts';
import { type FieldValues, type FollowedRelation, follow, isRelation, requirementOf } from './requirement.ts';
import { returnInChunks } from './row-chunks.ts';

/** A fragment, whatever its parameters. */
type AnyParams = Omit<Fragment, 'accepts'>;

/**
 * One statement for everything below one root field. Plans with equal text and parameters share a round trip; only
 * `key` differs. All parameters are passed in one map, `$given`. If a list or a string is a separate parameter, Neo4j
 * keeps a plan for each of its length classes (1, 10, 100, …) and replans each new combination, which takes 80 ms or
 * more. Neo4j does not measure values inside a map.
 */
export interface Plan {
  readonly text: string;
  readonly params: FieldValues;
  readonly key: FieldValues;
  /** The text and the parameters as one text: plans with the same group share a round trip. */
  readonly group: string;
  /** Whether the value arrives in several records (`row-chunks.ts`) because its lists can be long. */
  readonly chunked: boolean;
}

const known = new PlanCache<Omit<Plan, 'key'>>();

/** The value of a plan with a side expression. */
export interface WithSide<Value = unknown, Side = unknown> {
  readonly value: Value;
  readonly side: Side;
}

/**
 * The plan of a root field, created from the selection below it. Throws BAD_USER_INPUT for the root field's own
 * arguments.
 *
 * @param side an expression over the graph that the same statement evaluates, or a fragment whose nodes it reads with
 * the parameters of the root field; the value of the plan is then a `WithSide`
 * @param computed parameters of the root field that replace those from its arguments
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
    throw new Error(`the field ${info.parentType.name}.${info.fieldName} has no query plan`);
  }
  const asked = follow(requirement, args);
  const followed = { ...asked, params: { ...asked.params, ...computed } };
  const made = known.get(info, info.fieldNodes, { followed, side }, () => {
    const root: PlanPosition = { depth: 0, path: '', parent: '', asOf: null };
    const planner = new Planner(info);
    const value = planner.relation(requirement, followed, field.type, info.fieldNodes, root);
    const returned = side === undefined ? value : `{value: ${value}, side: ${sideOf(side, planner, followed, root)}}`;
    const long = [...planner.long].sort();
    const chunked = requirement.kind === 'one' && long.length > 0 && side === undefined;
    const end = chunked ? returnInChunks(returned, long) : `RETURN key.i AS i, ${returned} AS value`;
    const text = `UNWIND $given.keys AS key ${end}`;
    const { params } = planner.names;
    return { text, params, group: text + JSON.stringify(params), chunked };
  });
  const { fragment } = followed;
  const values = valuesAt(followed.params, null);
  return { ...made, key: Object.fromEntries(fragment.keys.map((name) => [name, values[name] ?? null])) };
}

function sideOf(side: string | AnyParams, { names }: Planner, { params }: FollowedRelation, root: PlanPosition) {
  if (typeof side === 'string') return side;
  return many(names.place({ fragment: side, params, page: undefined }, root), 'node0 {.*}');
}
