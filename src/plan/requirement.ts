import type { GraphQLField } from 'graphql';
import type { ReadBounds } from '../graph/connect.ts';
import type { Fragment } from './fragment.ts';

/** The arguments of a field, or the parameters of a fragment, by name. */
export type Values = Record<string, unknown>;

/** A relation that a field follows: a fragment, and how its parameters come from the field's arguments. */
export interface Relation {
  readonly kind: 'one' | 'many' | 'page';
  /** The fragment, or the choice of one by the arguments (a traversal has one for each depth). */
  readonly via: Fragment | ((args: Values) => Fragment);
  /** Turns arguments into parameters, and refuses the bad ones (BAD_USER_INPUT); the arguments themselves unless said. */
  readonly given?: ((args: Values) => Values) | undefined;
  /** Properties of what is found that the field's own resolver looks at, whatever is asked. */
  readonly reads?: readonly string[] | undefined;
  /** May hold thousands of rows: below a root they come in several records, for one alone would keep everybody waiting. */
  readonly long?: boolean | undefined;
  /** What its rows are completed with, all together. */
  readonly together?: Together | undefined;
  /** The field plans and reads for itself: a root, or a field below a parent that was computed. */
  readonly starts?: boolean;
}

/**
 * What the rows of a list get only together, such as their places in a picture: the same statement reads what it is made
 * from, beside the list, and only when one of these fields is asked for.
 */
export interface Together {
  /** Fields of a row that it gives; they declare no need of their own. */
  readonly gives: readonly string[];
  /** Properties of what holds the list. */
  readonly needs: readonly string[];
  /** Lists, from what holds the list: `parent`. Their one parameter is `$asked`, those of the fields that are asked for. */
  readonly reads: Readonly<Record<string, Fragment<object>>>;
  /** Completes the rows in place. A promise only where it has something to wait for. */
  readonly complete: (rows: readonly Row[], beside: Beside, bounds: ReadBounds) => void | Promise<void>;
}

/** What the statement read beside a list. */
export interface Beside {
  readonly asked: ReadonlySet<string>;
  /** The row that holds the list. */
  readonly holder: Row;
  readonly lists: Readonly<Record<string, readonly unknown[]>>;
}

/** What a field needs from the graph. Written into the field's extensions by `words.ts`, read by the planner. */
export type Need =
  | { readonly kind: 'properties'; readonly names: readonly string[] } // of its own node
  | { readonly kind: 'value'; readonly cypher: string } // an expression over the variables of its fragment
  | Relation;

declare module 'graphql' {
  // Pothos writes the second for t.expose…: a property of its own node.
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs> {
    need?: Need;
    pothosExposedField?: string;
  }
}

/** What a field of the schema declared, if anything. */
export function needOf(field: GraphQLField<unknown, unknown>): Need | undefined {
  const { need, pothosExposedField } = field.extensions;
  return need ?? (pothosExposedField === undefined ? undefined : { kind: 'properties', names: [pothosExposedField] });
}

/** Is the need a relation? */
export const isRelation = (need: Need): need is Relation => need.kind !== 'properties' && need.kind !== 'value';

/** The fragment and the parameters of a relation, for these arguments. Throws BAD_USER_INPUT. */
export function follow({ via, given }: Relation, args: Values): { via: Fragment; params: Values } {
  const params = given ? given(args) : args;
  return { via: typeof via === 'function' ? via(args) : via, params };
}

/** Where a relation or a value lies in its row. Response keys are GraphQL names, so the mark keeps them apart from properties. */
export const slot = (responseKey: string | number): string => `>${responseKey}`;
/** Where what is read beside a relation lies. */
export const aside = (responseKey: string | number, name: string): string => `${slot(responseKey)}>${name}`;
export const ASKED = 'asked';
/** The label of a row whose type GraphQL cannot know in advance. */
export const LABEL = '>';
/** The key of a row in its list. */
export const CURSOR = '>>';

/** What a statement gives for a node, an edge or a page. */
export type Row = Record<string, unknown>;
