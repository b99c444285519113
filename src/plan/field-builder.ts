/**
 * The words that a file in `schema/` may use beside Pothos' own: t.one, t.many, t.page, t.derived, t.value. They are
 * methods on Pothos' field builder, as plugin-relay's are, and each is a plain field with a `need` in its extensions.
 * A property is Pothos' own t.exposeString('name'): it leaves its name in the extensions, and the planner reads it there.
 */
import {
  type FieldKind,
  type FieldNullability,
  type InputFieldMap,
  type InputShapeFromFields,
  type InterfaceParam,
  type ObjectParam,
  RootFieldBuilder,
  type SchemaTypes,
  type ShapeFromTypeParam,
  type TypeParam,
} from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import { type PageArgs, parsePage } from './cursor.ts';
import type { Fragment } from './fragment.ts';
import { PAGE_ARGS, type Page } from './page.ts';
import { plan } from './plan.ts';
import type { Reader } from './read.ts';
import {
  ASKED,
  aside,
  follow,
  type Need,
  type Relation,
  type Row,
  slot,
  type Together,
  type Values,
} from './requirement.ts';

type AnyType<Types extends SchemaTypes> = ObjectParam<Types> | InterfaceParam<Types>;
type Given<Args extends InputFieldMap> = InputShapeFromFields<Args>;

/** How a relation is followed: its arguments are the fragment's parameters, or `given` makes these from those. */
type Via<Args extends InputFieldMap, Params> = {
  description: string;
  args?: Args;
} & (
  | { via: Fragment<Given<Args>>; given?: never }
  | {
      via: Fragment<Params> | ((args: Given<Args>) => Fragment<Params>);
      /** Throws BAD_USER_INPUT for arguments that it does not accept. */
      given: (args: Given<Args>) => Params;
    }
);

/** What only the graph can tell of the arguments: looked at once the statement has answered. */
export interface Check {
  /** Properties of what was found that `refuse` sees. Of an object type, not of an interface. */
  reads: readonly string[];
  /** Throws BAD_USER_INPUT. */
  refuse: (found: Row, args: Values) => void;
}

declare global {
  export namespace PothosSchemaTypes {
    interface RootFieldBuilder<Types extends SchemaTypes, ParentShape, Kind extends FieldKind = FieldKind> {
      /** The first that the fragment finds; null when there is none, unless said otherwise. */
      one<
        Type extends AnyType<Types>,
        Args extends InputFieldMap = Record<never, never>,
        Params = object,
        Nullable extends boolean = true,
      >(
        type: Type,
        options: Via<Args, Params> & { nullable?: Nullable; check?: Check },
      ): FieldRef<Types, ShapeFromTypeParam<Types, Type, Nullable>, Kind>;
      /** All that the fragment finds, in its order. */
      many<
        Type extends AnyType<Types>,
        Args extends InputFieldMap = Record<never, never>,
        Params = object,
        Nullable extends FieldNullability<[Type]> = false,
      >(
        type: Type,
        options: Via<Args, Params> & Pick<Relation, 'long' | 'together'> & { nullable?: Nullable },
      ): FieldRef<Types, ShapeFromTypeParam<Types, [Type], Nullable>, Kind>;
      /** A Relay connection over what the fragment finds, with keyset cursors. */
      page<Args extends InputFieldMap = Record<never, never>, Params = object>(
        type: ObjectRef<Types, Page>,
        options: Via<Args, Params>,
      ): FieldRef<Types, Page, Kind>;
      /** Computed from properties of its own node: `resolve` sees those and no others. */
      derived<
        Type extends TypeParam<Types>,
        const Needs extends keyof ParentShape & string,
        Nullable extends FieldNullability<Type> = false,
      >(options: {
        description: string;
        type: Type;
        nullable?: Nullable;
        needs: readonly Needs[];
        resolve: (node: Pick<ParentShape, Needs>) => ShapeFromTypeParam<Types, Type, Nullable>;
      }): FieldRef<Types, ShapeFromTypeParam<Types, Type, Nullable>, Kind>;
      /** A Cypher expression over `node` and the other variables of its fragment; in an edge also `edge` and `parent`. */
      value<
        Type extends TypeParam<Types>,
        Value = ShapeFromTypeParam<Types, Type, true>,
        Nullable extends FieldNullability<Type> = false,
        Args extends InputFieldMap = Record<never, never>,
      >(options: {
        description: string;
        type: Type;
        nullable?: Nullable;
        /** Not for the expression: `resolve` sees them. */
        args?: Args;
        cypher: string;
        resolve?: (value: Value, args: Given<Args>) => ShapeFromTypeParam<Types, Type, Nullable>;
      }): FieldRef<Types, ShapeFromTypeParam<Types, Type, Nullable>, Kind>;
    }
  }
}

/** What a word gets once its types have been checked: Pothos' options and a relation, untyped. */
interface Options {
  description: string;
  args?: object;
  via: Relation['via'];
  given?: Relation['given'];
  nullable?: unknown;
  check?: Check;
  long?: Relation['long'];
  together?: Relation['together'];
}
interface Builder {
  readonly kind: FieldKind;
  field(options: object): unknown;
  arg: { int(options: object): unknown; string(options: object): unknown };
}
interface Context {
  readonly graph: Reader;
}
type Resolve = (value: never, args: never) => unknown;

/** A root field plans and reads; any other finds what the plan of its root has put into its row. */
function planned(builder: Builder, relation: Relation, options: object, resolve: Resolve = (value) => value) {
  const starts = builder.kind === 'Query';
  return builder.field({
    nullable: false,
    ...options,
    // A root field that fails is null and says why in `errors`; the other root fields of the document keep their answers.
    ...(starts && !('nullable' in options && options.nullable) && { nullable: true }),
    extensions: { need: { ...relation, starts } satisfies Need },
    resolve: (row: Row, args: Values, context: Context, info: GraphQLResolveInfo) => {
      if (starts) return context.graph.read(plan(info, args)).then((value) => resolve(value as never, args as never));
      const { via } = follow(relation, args); // says what is wrong with the arguments, at this field's path
      if (relation.kind === 'page') parsePage(args, via.name, via.order);
      const found = row[slot(info.path.key)];
      // No promise unless there is something to wait for: half of the time of a deep answer went there.
      const completing = relation.together && complete(relation.together, found as Row[], row, info.path.key, context);
      return completing ? completing.then(() => found) : resolve(found as never, args as never);
    },
  });
}

/** Completes the rows of a list from what was read beside it; nothing was when nobody asked. */
function complete(together: Together, rows: readonly Row[], holder: Row, key: string | number, { graph }: Context) {
  const asked = holder[aside(key, ASKED)] as string[] | undefined;
  if (asked === undefined) return undefined;
  const lists = Object.keys(together.reads).map((name) => [name, holder[aside(key, name)]]);
  return together.complete(rows, { asked: new Set(asked), holder, lists: Object.fromEntries(lists) }, graph.bounds);
}

const words = {
  one(this: Builder, type: unknown, { via, given, check, ...options }: Options) {
    const relation: Relation = { kind: 'one', via, given, reads: check?.reads };
    return planned(this, relation, { nullable: true, ...options, type }, (found: Row | null, args: Values) => {
      if (found !== null) check?.refuse(found, args);
      return found;
    });
  },
  many(this: Builder, type: unknown, { via, given, long, together, ...options }: Options) {
    const relation: Relation = { kind: 'many', via, given, long, together };
    return planned(this, relation, { ...options, type: [type] });
  },
  page(this: Builder, type: unknown, { via, given, args, ...options }: Options) {
    const relation: Relation = { kind: 'page', via, given };
    const pageArgs = { first: this.arg.int(PAGE_ARGS.first), after: this.arg.string(PAGE_ARGS.after) };
    return planned(
      this,
      relation,
      { ...options, type, args: { ...args, ...pageArgs } },
      (found: Row | [Row], asked: PageArgs): Page => {
        const row = Array.isArray(found) ? found[0] : found; // a list of one when it is counted in a way of its own
        const { via: list } = follow(relation, asked as Values);
        const { first } = parsePage(asked, list.name, list.order);
        return Object.assign(row, { rows: row.rows ?? [], total: row.total ?? 0, first, list: list.name }) as Page;
      },
    );
  },
  derived(this: Builder, { needs, ...options }: { needs: string[] }) {
    return this.field({
      nullable: false,
      ...options,
      extensions: { need: { kind: 'properties', names: needs } satisfies Need },
    });
  },
  value(
    this: Builder,
    { cypher, resolve, ...options }: { cypher: string; resolve?: (value: unknown, args: Values) => unknown },
  ) {
    return this.field({
      nullable: false,
      ...options,
      extensions: { need: { kind: 'value', cypher } satisfies Need },
      resolve: (row: Row, args: Values, _context: unknown, info: GraphQLResolveInfo) => {
        const value = row[slot(info.path.key)];
        return resolve ? resolve(value, args) : value;
      },
    });
  },
};

Object.assign(RootFieldBuilder.prototype, words);
