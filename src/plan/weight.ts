/**
 * The weights of fields, from which the cost of an operation is computed. The unit of a weight is one row that a
 * statement reads. See docs/cost.md.
 */

/** The arguments of a field, by name. */
type WeighedArguments = Readonly<Record<string, unknown>>;

/** A weight, or a function that computes it from the arguments of the field and of the field that contains it. */
export type Weighed<Args = WeighedArguments> = number | ((args: Args, around: WeighedArguments) => number);

/** The weights of a field that differ from the usual weights of its kind. */
export interface FieldWeight<Args = WeighedArguments> {
  /** The number of rows of a list that has no page size. */
  readonly rows?: Weighed<Args> | undefined;
  /** The work for one parent, in addition to the rows of the list, such as a traversal. */
  readonly work?: Weighed<Args> | undefined;
  /** The work to plan the part of the statement that belongs to the field. */
  readonly plan?: Weighed<Args> | undefined;
  /** The work for the fields that a `BatchCompletion` provides, if the client selects one of them. */
  readonly completion?: Weighed<Args> | undefined;
  /**
   * The most rows that one start has at one level below itself, if the list contains itself: the children of children are
   * parts of one tree, so their number does not multiply.
   */
  readonly tree?: Weighed<Args> | undefined;
}

/** The usual weights of the kinds of fields. `plan` is paid once for each place in the statement. */
export const USUAL_WEIGHT = {
  one: { rows: 1, work: 0, plan: 200 },
  many: { rows: 10, work: 0, plan: 200 },
  page: { rows: 0, work: 10, plan: 500 },
  /** An expression that reads more than its own node. */
  subquery: { work: 1, plan: 200 },
  /** Any other expression. Properties weigh nothing, either. */
  expression: { work: 0, plan: 0 },
} as const;

/** Whether an expression reads more than its own node. */
export const readsGraph = (cypher: string): boolean => /\b(MATCH|COLLECT|COUNT|EXISTS)\b|\(\w*\)-/.test(cypher);

/** A number from an argument, at most `most`: the field itself refuses larger ones. */
export const upToMost = (value: unknown, most: number): number =>
  typeof value === 'number' ? Math.min(Math.max(value, 0), most) : most;
