import neo4j from 'neo4j-driver';
import { rename } from '../graph/template.ts';
import { today } from '../model/day.ts';
import type { OrderKey } from './fragment.ts';
import type { FieldValues, FollowedRelation } from './requirement.ts';

/** The position of a relation in the statement and in the response. */
export interface PlanPosition {
  readonly depth: number; // how deep the COLLECTs are nested: makes variables unique
  readonly path: string; // response keys from the root: makes parameters unique
  readonly parent: string; // the variable that the relation starts from
  /**
   * The date that applies to every field below, until another field specifies a different date. It is a value, or a
   * variable of the statement.
   */
  readonly asOf: GoverningDay;
}

/** A date (null for none), or the variable that a fragment binds to the date of each row. */
export type GoverningDay = string | null | undefined | { readonly variable: string };

/** Adds a fragment's parameter to the statement, and returns the Cypher that reads it. */
export type ParamName = (name: string) => string;

/** A followed relation with the variables and parameters of its position. */
export interface PlacedRelation {
  readonly at: PlanPosition;
  readonly param: ParamName;
  readonly match: string;
  readonly order: readonly OrderKey[];
  /** `ORDER BY`, or '' for an unordered fragment. */
  readonly sorted: string;
}

/** The clause that sorts the rows of a fragment. Empty for an unordered fragment. */
export const sortedBy = (order: readonly OrderKey[]): string =>
  order.length === 0 ? '' : ` WITH * ORDER BY ${order.map(orderText).join(', ')}`;

/**
 * The names in one statement. Gives fragments the variables and parameters of their position, and stores the
 * parameters.
 */
export class StatementNames {
  readonly params: FieldValues = {};

  place({ fragment, params, dayVariable }: FollowedRelation, position: PlanPosition): PlacedRelation {
    const asOf =
      dayVariable === undefined ? governing(params, position.asOf) : { variable: dayVariable + position.depth };
    const at: PlanPosition = { ...position, asOf };
    const param: ParamName = (name) =>
      this.day(name, asOf) ??
      (at.depth === 0 && fragment.keys.includes(name)
        ? `key.${name}`
        : this.param(`${at.path}_${name}`, asParameter(valuesAt(params, asOf)[name])));
    const match = this.rename(fragment.match, at, param);
    const order = fragment.order.map((key) => ({ ...key, cypher: this.rename(key.cypher, at, param) }));
    const sorted = sortedBy(order);
    return { at, param, match, order, sorted };
  }

  /** The Cypher of $asOf and $asOfOrToday if a variable contains the date. Undefined everywhere else. */
  day(name: string, asOf: GoverningDay): string | undefined {
    if (typeof asOf !== 'object' || asOf === null) return undefined;
    if (name === 'asOf') return asOf.variable;
    return name === 'asOfOrToday' ? `coalesce(${asOf.variable}, ${this.param('today', today())})` : undefined;
  }

  /**
   * Adds the depth as a suffix to each variable, because a subquery can see the variables of the enclosing statement.
   */
  rename(cypher: string, at: PlanPosition, param: ParamName): string {
    return rename(cypher, { variable: (name) => (name === 'parent' ? at.parent : `${name}${at.depth}`), param });
  }

  /**
   * Names a parameter by its position, not by its value. Only `... on A { x: f(n: 1) } ... on B { x: g(n: 2) }` has two
   * values at the same position.
   */
  param(wanted: string, value: unknown): string {
    let name = wanted;
    while (name in this.params && JSON.stringify(this.params[name]) !== JSON.stringify(value)) name += '_';
    this.params[name] = value;
    return `$given.${name}`;
  }
}

/**
 * The parameters of a fragment, with the date that applies to it. In addition to $asOf, which can be null, there is
 * $asOfOrToday, which never is. A period can therefore be checked with a single comparison. With a special case for a
 * missing date, Neo4j would take far longer to plan the statement.
 */
export function valuesAt(params: FieldValues, around: GoverningDay): FieldValues {
  const asOf = governing(params, around);
  return { ...params, asOf, asOfOrToday: asOf ?? today() };
}

/** The day that a field names, or else the day around it. */
const governing = (params: FieldValues, around: GoverningDay): GoverningDay =>
  params.asOf === undefined ? around : (params.asOf as string | null);

const orderText = ({ cypher, descending }: OrderKey) => (descending ? `${cypher} DESC` : cypher);

/** LIMIT takes only Cypher integers; a GraphQL Int is a whole number wherever it is used. */
const asParameter = (value: unknown) => (Number.isInteger(value) ? neo4j.int(value as number) : (value ?? null));
