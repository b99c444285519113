import type { GraphQLField } from 'graphql';
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
  /** The field plans and reads for itself: a root, or a field below a parent that was computed. */
  readonly starts?: boolean;
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
/** The label of a row whose type GraphQL cannot know in advance. */
export const LABEL = '>';
/** The key of a row in its list. */
export const CURSOR = '>>';

/** What a statement gives for a node, an edge or a page. */
export type Row = Record<string, unknown>;
