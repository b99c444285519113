/** The types of t.one, t.only, t.many, t.page, t.derived, and t.value (`field-builder.ts`). */
import type {
  FieldKind,
  FieldNullability,
  InputFieldMap,
  InputShapeFromFields,
  InterfaceParam,
  ObjectParam,
  SchemaTypes,
  ShapeFromTypeParam,
  TypeParam,
} from '@pothos/core';
import type { Fragment } from './fragment.ts';
import type { ConnectionRow } from './page.ts';
import type { WithSide } from './plan.ts';
import type { FieldValues, PlannedRow, RelationRequirement } from './requirement.ts';
import type { FieldWeight } from './weight.ts';

type OutputType<Types extends SchemaTypes> = ObjectParam<Types> | InterfaceParam<Types>;
type ArgsOf<Args extends InputFieldMap> = InputShapeFromFields<Args>;

/** The fragment of a relation, or a function that chooses one by the arguments. */
type FragmentBy<Args extends InputFieldMap, Params> = Fragment<Params> | ((args: ArgsOf<Args>) => Fragment<Params>);

/** The options of a relation. Its arguments are the fragment's parameters, or `params` makes the parameters from them. */
type RelationOptions<Args extends InputFieldMap, Params> = {
  description: string;
  args?: Args;
  weight?: FieldWeight<ArgsOf<Args>>;
} & (ArgsOf<Args> extends Params ? { params?: ParamsBy<Args, Params> } : { params: ParamsBy<Args, Params> });

/** Throws BAD_USER_INPUT for arguments that the field does not accept. */
type ParamsBy<Args extends InputFieldMap, Params> = (args: ArgsOf<Args>) => Params;

/**
 * For a root field that must do more than read, such as a field whose parameters are computed from the data of an
 * earlier request. `read` sends the planned statement with these parameters and evaluates `side` (an expression over
 * the graph) in it.
 */
export type AroundRead<Args, Context, Params> = (
  args: Args,
  context: Context,
  read: (params: Params, side: string) => Promise<WithSide<PlannedRow[]>>,
) => Promise<PlannedRow[]>;

/**
 * Parameters of a root field that take time to compute, such as the vector of a question. They replace the parameters
 * with the same names from `params`.
 */
export type ComputedParams<Args, Context, Params> = (args: Args, context: Context) => Promise<Partial<Params>>;

/** Reports what happened to nodes that a root field can no longer find. */
export interface AbsenceNotice<Context> {
  /** Reads the tombstones of the nodes in the same statement, with the parameters of the field's own fragment. */
  readonly fragment: Omit<Fragment, 'accepts'>;
  /**
   * @param path the path of the field in the response
   */
  readonly tell: (left: readonly PlannedRow[], context: Context, path: string) => void;
}

/** Checks arguments that only the graph can validate, after the statement has returned. */
export interface ResultCheck {
  /** Properties of the found node that `refuse` receives. They belong to an object type, not to an interface. */
  readonly reads: readonly string[];
  /** Throws BAD_USER_INPUT. */
  readonly refuse: (found: PlannedRow, args: FieldValues) => void;
}

/** Rejects a query if several nodes match it. */
export interface AmbiguityCheck {
  /** Properties of the found nodes that `refuse` receives. */
  readonly reads: readonly string[];
  /** Throws BAD_USER_INPUT. */
  readonly refuse: (found: readonly PlannedRow[], args: FieldValues) => never;
}

/**
 * Chooses and orders the rows of a list after the statement has read them, where the same logic would be longer in
 * Cypher.
 */
export interface RowChoice<Row, Holder = object> {
  /** Properties of the rows that `choose` receives, whether or not the client selects them. */
  readonly reads: readonly (keyof Row & string)[];
  /** Properties of the node that contains the list, for `choose`. */
  readonly holderReads?: readonly (keyof Holder & string)[];
  readonly choose: (rows: readonly Row[], holder: Holder) => Row[];
}

declare global {
  export namespace PothosSchemaTypes {
    interface RootFieldBuilder<Types extends SchemaTypes, ParentShape, Kind extends FieldKind = FieldKind> {
      /** The first node that the fragment finds, or null. Use `nullable: false` if there is always a node. */
      one<
        Type extends OutputType<Types>,
        Args extends InputFieldMap = Record<never, never>,
        Params = object,
        Nullable extends boolean = true,
      >(
        type: Type,
        fragment: FragmentBy<Args, Params>,
        options: RelationOptions<Args, Params> & {
          nullable?: Nullable;
          check?: ResultCheck;
          absence?: AbsenceNotice<Types['Context']>;
        },
      ): FieldRef<Types, ShapeFromTypeParam<Types, Type, Nullable>, Kind>;
      /** The only node that the fragment finds, or null. If there are several, the query is rejected. */
      only<Type extends OutputType<Types>, Args extends InputFieldMap = Record<never, never>, Params = object>(
        type: Type,
        fragment: FragmentBy<Args, Params>,
        options: RelationOptions<Args, Params> & { several: AmbiguityCheck },
      ): FieldRef<Types, ShapeFromTypeParam<Types, Type, true>, Kind>;
      /** All nodes that the fragment finds, in the order of the fragment. */
      many<
        Type extends OutputType<Types>,
        Args extends InputFieldMap = Record<never, never>,
        Params = object,
        Nullable extends FieldNullability<[Type]> = false,
      >(
        type: Type,
        fragment: FragmentBy<Args, Params>,
        options: { nullable?: Nullable } & (
          | (RelationOptions<Args, Params> &
              Pick<RelationRequirement, 'long' | 'completion' | 'dayVariable'> & {
                chosen?: RowChoice<ShapeFromTypeParam<Types, Type, false>, ParentShape>;
                absence?: AbsenceNotice<Types['Context']>;
              })
          | {
              description: string;
              args: Args;
              weight?: FieldWeight<ArgsOf<Args>>;
              aroundRead: AroundRead<ArgsOf<Args>, Types['Context'], Params>;
            }
        ),
      ): FieldRef<Types, ShapeFromTypeParam<Types, [Type], Nullable>, Kind>;
      /** A Relay connection over the nodes that the fragment finds, with keyset cursors. */
      page<Args extends InputFieldMap = Record<never, never>, Params = object>(
        type: ObjectRef<Types, ConnectionRow>,
        fragment: FragmentBy<Args, Params>,
        /** With `isBackward`, the field also accepts `last` and `before`. */
        options: RelationOptions<Args, Params> & {
          isBackward?: boolean;
          computed?: ComputedParams<ArgsOf<Args>, Types['Context'], Params>;
        },
      ): FieldRef<Types, ConnectionRow, Kind>;
      /** A value computed from properties of its own node. `resolve` receives only these properties. */
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
      /**
       * A Cypher expression over `node` and the other variables of its fragment. In an edge, it can also use `edge` and
       * `parent`.
       */
      value<
        Type extends TypeParam<Types>,
        Value = ShapeFromTypeParam<Types, Type, true>,
        Nullable extends FieldNullability<Type> = false,
        Args extends InputFieldMap = Record<never, never>,
      >(options: {
        description: string;
        type: Type;
        nullable?: Nullable;
        /** `resolve` receives the arguments; the expression does not. */
        args?: Args;
        cypher: string;
        /**
         * Whether fields of this type with the same name and expression read the same value: see `ValueRequirement`.
         */
        shared?: string;
        weight?: FieldWeight<ArgsOf<Args>>;
        resolve?: (
          value: Value,
          args: ArgsOf<Args>,
        ) => ShapeFromTypeParam<Types, Type, Nullable> | Promise<ShapeFromTypeParam<Types, Type, Nullable>>;
      }): FieldRef<Types, ShapeFromTypeParam<Types, Type, Nullable>, Kind>;
    }
  }
}
