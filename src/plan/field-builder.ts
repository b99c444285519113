/**
 * The additional methods that a file in `schema/` can use: t.one, t.only, t.many, t.page, t.derived, and t.value. Like
 * those of plugin-relay, they are methods on Pothos' field builder. Each method creates a plain field with a
 * `requirement` in its extensions. For a property, use Pothos' own t.exposeString('name'), which also stores the name
 * in the extensions.
 */
import { type FieldKind, RootFieldBuilder } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import { withOwnVariables } from '../graph/template.ts';
import type {
  AbsenceNotice,
  AmbiguityCheck,
  AroundRead,
  ComputedParams,
  ResultCheck,
  RowChoice,
} from './field-options.ts';
import { BACKWARD_ARGS, type ConnectionRow, PAGE_ARGS } from './page.ts';
import { plan, type WithSide } from './plan.ts';
import type { Reader } from './read.ts';
import {
  type BatchCompletion,
  type FieldValues,
  follow,
  type PlannedRow,
  REQUESTED,
  type RelationRequirement,
  type Requirement,
  sideSlot,
  slot,
  type ValueRequirement,
  valueSlot,
} from './requirement.ts';

/** The options of a method once their types have been checked: Pothos' options and a relation, untyped. */
interface UntypedOptions extends Omit<RelationRequirement, 'kind' | 'fragment'> {
  description: string;
  args?: object;
  nullable?: unknown;
  check?: ResultCheck;
  several?: AmbiguityCheck;
  isBackward?: boolean;
  chosen?: RowChoice<PlannedRow, PlannedRow>;
  aroundRead?: AroundRead<FieldValues, PlanContext, FieldValues>;
  absence?: AbsenceNotice<PlanContext>;
  computed?: ComputedParams<FieldValues, PlanContext, FieldValues>;
}
type AnyFragment = RelationRequirement['fragment'];
interface UntypedBuilder {
  readonly kind: FieldKind;
  field(options: object): unknown;
  arg: { int(options: object): unknown; string(options: object): unknown };
}
interface PlanContext {
  readonly reader: Reader;
}
/** @param holder the row of the field's own node; a root field has none */
type Finish = (found: unknown, args: FieldValues, holder: PlannedRow) => unknown;

/** A root field plans and reads; any other field finds in its row what the plan of its root has put there. */
function planned(
  builder: UntypedBuilder,
  relation: RelationRequirement,
  {
    aroundRead,
    absence,
    computed,
    ...options
  }: Pick<UntypedOptions, 'aroundRead' | 'absence' | 'computed'> & Record<string, unknown>,
  finish: Finish = (found) => found,
) {
  const readRoot = async (args: FieldValues, context: PlanContext, info: GraphQLResolveInfo) => {
    if (computed !== undefined) {
      follow(relation, args); // reports bad arguments before anything is computed
      return context.reader.read(plan(info, args, undefined, await computed(args, context)));
    }
    if (absence === undefined) return context.reader.read(plan(info, args));
    const { value, side } = (await context.reader.read(plan(info, args, absence.fragment))) as WithSide;
    const left = side as PlannedRow[];
    if (left.length > 0) absence.tell(left, context, String(info.path.key));
    return value;
  };
  const resolveRoot = (args: FieldValues, context: PlanContext, info: GraphQLResolveInfo) =>
    aroundRead
      ? aroundRead(
          args,
          context,
          (params, side) => context.reader.read(plan(info, params, side)) as Promise<WithSide<PlannedRow[]>>,
        )
      : readRoot(args, context, info).then((found) => finish(found, args, {}));
  const resolveBelow = (row: PlannedRow, args: FieldValues, context: PlanContext, info: GraphQLResolveInfo) => {
    follow(relation, args); // reports bad arguments at this field's path
    const found = row[slot(info.path.key)];
    // A promise only when there is something to wait for: promises took half of the time of a deep answer.
    const completing =
      relation.completion && complete(relation.completion, found as PlannedRow[], row, info.path.key, context);
    return completing ? completing.then(() => found) : finish(found, args, row);
  };
  const isRoot = builder.kind === 'Query';
  return builder.field({
    nullable: false,
    ...options,
    // A root field that fails is null and the error names it; the other root fields of the document keep their answers.
    ...(isRoot && !options.nullable && { nullable: true }),
    extensions: { requirement: relation satisfies Requirement },
    resolve: isRoot
      ? (_root: unknown, args: FieldValues, context: PlanContext, info: GraphQLResolveInfo) =>
          resolveRoot(args, context, info)
      : resolveBelow,
  });
}

/** Completes the rows of a list from its side data, which the statement read only if the client selected a provided field. */
function complete(
  { sideData, complete }: BatchCompletion,
  rows: readonly PlannedRow[],
  holder: PlannedRow,
  key: string | number,
  { reader }: PlanContext,
) {
  const requested = holder[sideSlot(key, REQUESTED)] as string[] | undefined;
  if (requested === undefined) return undefined;
  const lists = Object.fromEntries(Object.keys(sideData).map((name) => [name, holder[sideSlot(key, name)]]));
  return complete(
    rows,
    { requested: new Set(requested), holder, lists: lists as Record<string, unknown[]> },
    reader.bounds,
  );
}

const readsOf = (chosen: RowChoice<PlannedRow, PlannedRow> | undefined) => ({
  reads: chosen?.reads,
  holderReads: chosen?.holderReads,
});

const methods = {
  one(
    this: UntypedBuilder,
    type: unknown,
    fragment: AnyFragment,
    { params, weight, check, ...options }: UntypedOptions,
  ) {
    const relation: RelationRequirement = { kind: 'one', fragment, params, weight, reads: check?.reads };
    return planned(this, relation, { nullable: true, ...options, type }, (found, args) => {
      if (found !== null) check?.refuse(found as PlannedRow, args);
      return found;
    });
  },
  only(
    this: UntypedBuilder,
    type: unknown,
    fragment: AnyFragment,
    { params, weight, several, ...options }: UntypedOptions,
  ) {
    const relation: RelationRequirement = {
      kind: 'many',
      fragment,
      params,
      weight: { rows: 1, ...weight },
      reads: several?.reads,
    };
    return planned(this, relation, { nullable: true, ...options, type }, (found, args) => {
      const [first = null, ...others] = found as PlannedRow[];
      if (first !== null && others.length > 0) several?.refuse([first, ...others], args);
      return first;
    });
  },
  many(
    this: UntypedBuilder,
    type: unknown,
    fragment: AnyFragment,
    { params, weight, long, completion, chosen, dayVariable, ...options }: UntypedOptions,
  ) {
    const held = { params, weight, long, completion, dayVariable };
    const relation: RelationRequirement = { kind: 'many', fragment, ...held, ...readsOf(chosen) };
    return planned(this, relation, { ...options, type: [type] }, (found, _args, holder) =>
      chosen ? chosen.choose(found as PlannedRow[], holder) : found,
    );
  },
  page(
    this: UntypedBuilder,
    type: unknown,
    fragment: AnyFragment,
    { params, weight, args, isBackward, ...options }: UntypedOptions,
  ) {
    const relation: RelationRequirement = { kind: 'page', fragment, params, weight };
    const pageArgs = {
      ...{ first: this.arg.int(PAGE_ARGS.first), after: this.arg.string(PAGE_ARGS.after) },
      ...(isBackward && { last: this.arg.int(BACKWARD_ARGS.last), before: this.arg.string(BACKWARD_ARGS.before) }),
    };
    return planned(this, relation, { ...options, type, args: { ...args, ...pageArgs } }, (found, values) => {
      const row: Partial<ConnectionRow> = Array.isArray(found) ? found[0] : found; // a list of one when its fragment counts it
      const { fragment: list, page } = follow(relation, values);
      if (page === undefined) throw new Error(`the fragment ${list.name} does not return a page`);
      return Object.assign(row, {
        ...{ rows: row.rows ?? [], total: row.total ?? 0, request: page, list: list.name },
      });
    });
  },
  derived(this: UntypedBuilder, { needs, ...options }: { needs: string[] }) {
    return this.field({
      nullable: false,
      ...options,
      extensions: { requirement: { kind: 'properties', names: needs } satisfies Requirement },
    });
  },
  value(
    this: UntypedBuilder,
    {
      cypher,
      shared,
      weight,
      resolve,
      ...options
    }: Pick<ValueRequirement, 'cypher' | 'shared' | 'weight'> & {
      resolve?: (value: unknown, args: FieldValues) => unknown;
    },
  ) {
    const requirement: ValueRequirement = { kind: 'value', cypher: withOwnVariables(cypher), shared, weight };
    return this.field({
      nullable: false,
      ...options,
      extensions: { requirement },
      resolve: (row: PlannedRow, args: FieldValues, _context: unknown, info: GraphQLResolveInfo) => {
        const value = row[valueSlot(requirement, info.path.key)];
        return resolve ? resolve(value, args) : value;
      },
    });
  },
};

Object.assign(RootFieldBuilder.prototype, methods);
