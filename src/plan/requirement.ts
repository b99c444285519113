import type { GraphQLField } from 'graphql';
import type { ReadBounds } from '../graph/connect.ts';
import { type PageArgs, type PageRequest, parsePage } from './cursor.ts';
import type { Fragment } from './fragment.ts';
import type { FieldWeight } from './weight.ts';

/** The arguments of a field, or the parameters of a fragment, by name. */
export type FieldValues = Record<string, unknown>;

/** What a statement returns for a node, an edge or a page. */
export type PlannedRow = Record<string, unknown>;

/** A field that follows a fragment: to one node, to a list of nodes, or to a page of such a list. */
export interface RelationRequirement {
  readonly kind: 'one' | 'many' | 'page';
  /**
   * The fragment, or a function that chooses one based on the arguments. For example, a traversal has one fragment for
   * each depth.
   */
  readonly fragment: Fragment | ((args: FieldValues) => Fragment);
  /**
   * Converts the arguments to the fragment's parameters. Without this function, the arguments are the parameters.
   * Throws BAD_USER_INPUT.
   */
  readonly params?: ((args: FieldValues) => FieldValues) | undefined;
  /** The variable that the fragment binds to the date of each row, if rows can have different dates. */
  readonly dayVariable?: string | undefined;
  /** Properties of the found node that the field's own resolver reads, whether or not the client selects them. */
  readonly reads?: readonly string[] | undefined;
  /** Properties of the node that contains the list, for the field's own resolver. */
  readonly holderReads?: readonly string[] | undefined;
  /**
   * Whether the list can contain thousands of rows. If the list is directly below a root field, its rows arrive in
   * several records, because a single record would block other requests.
   */
  readonly long?: boolean | undefined;
  /** The function that completes all rows of the list together. */
  readonly completion?: BatchCompletion | undefined;
  /** The weights of the field in the cost of an operation, where they are not the usual ones. */
  readonly weight?: FieldWeight | undefined;
}

/**
 * Completes all rows of a list together, such as the positions in a picture, which cannot be computed for a single row.
 * The statement reads the side data along with the list, but only if the client selects one of the provided fields.
 */
export interface BatchCompletion {
  /** The fields of a row that `complete` sets. These fields have no requirements themselves. */
  readonly provides: readonly string[];
  /** Properties of the node that contains the list, for `complete`. */
  readonly holderProperties: readonly string[];
  /**
   * Lists that start from the node that contains the list (`parent`). Their only parameter is `$requested`: the
   * provided fields that are selected.
   */
  readonly sideData: Readonly<Record<string, Fragment<object>>>;
  /** Completes the rows in place. Returns a promise only if it has to wait. */
  readonly complete: (rows: readonly PlannedRow[], side: SideData, bounds: ReadBounds) => void | Promise<void>;
}

/** The data that the statement read along with a list. */
export interface SideData {
  /** The provided fields that the client selects. */
  readonly requested: ReadonlySet<string>;
  /** The row that contains the list. */
  readonly holder: PlannedRow;
  readonly lists: Readonly<Record<string, readonly unknown[]>>;
}

/** An expression over the variables of its fragment. */
export interface ValueRequirement {
  readonly kind: 'value';
  /** The variables that the expression binds itself have names that do not occur in any fragment. */
  readonly cypher: string;
  /**
   * Whether fields of a type with the same name and expression read the same value. If so, the statement evaluates it
   * only once for each row.
   */
  readonly shared?: string | undefined;
  /** The weights of the field in the cost of an operation, where they are not the usual ones. */
  readonly weight?: FieldWeight | undefined;
}

/**
 * The data that a field needs from the graph. The field builder stores it in the field's extensions, and the planner
 * reads it.
 */
export type Requirement =
  | { readonly kind: 'properties'; readonly names: readonly string[] } // of its own node
  | ValueRequirement
  | RelationRequirement;

declare module 'graphql' {
  // Pothos writes the second one for t.expose…: a property of the field's own node.
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs> {
    requirement?: Requirement;
    pothosExposedField?: string;
  }
}

/** The requirement that a field of the schema declares. Undefined if there is none. */
export function requirementOf(field: GraphQLField<unknown, unknown>): Requirement | undefined {
  const { requirement, pothosExposedField: name } = field.extensions;
  return requirement ?? (name === undefined ? undefined : { kind: 'properties', names: [name] });
}

/** Whether the field follows a fragment. */
export const isRelation = (requirement: Requirement): requirement is RelationRequirement =>
  requirement.kind !== 'properties' && requirement.kind !== 'value';

/** A relation with its arguments applied. */
export interface FollowedRelation {
  readonly fragment: Fragment;
  readonly params: FieldValues;
  readonly dayVariable?: string | undefined;
  /** Only for a page. */
  readonly page: PageRequest | undefined;
}

/** Applies the arguments of a field to its relation. Throws BAD_USER_INPUT for arguments that the field does not accept. */
export function follow(
  { kind, fragment, params, dayVariable }: RelationRequirement,
  args: FieldValues,
): FollowedRelation {
  const checked = params ? params(args) : args;
  const chosen = typeof fragment === 'function' ? fragment(args) : fragment;
  const page = kind === 'page' ? parsePage(args as PageArgs, chosen.name, chosen.order) : undefined;
  return { fragment: chosen, params: checked, page, dayVariable };
}

/**
 * The key of a relation or a value in its row. Response keys are GraphQL names, and the mark distinguishes them from
 * properties.
 */
export const slot = (responseKey: string | number): `>${string}` => `>${responseKey}`;
/**
 * The key of a value in its row. The name of a shared value is not a valid GraphQL name, so it cannot collide with a
 * response key.
 */
export const valueSlot = ({ shared }: Pick<ValueRequirement, 'shared'>, responseKey: string | number): `>${string}` =>
  shared === undefined ? slot(responseKey) : slot(`=${shared}`);
/** The key of the data that is read along with a relation. */
export const sideSlot = (responseKey: string | number, name: string): string => `${slot(responseKey)}>${name}`;
/** The name of the list of requested fields in the side data. */
export const REQUESTED = 'requested';
/** The key of a row's label, if the type of the row depends on the data. */
export const LABEL = '>';
/** The key of a row's sort key, from which its cursor is created. */
export const CURSOR = '>>';
