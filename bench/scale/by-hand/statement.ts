/** The form of a statement written by hand, and Cypher that several of them share. */

/** One statement that answers the same question as a GraphQL document. */
export interface ByHand {
  statement: string;
  /** The parameters of the statement, from the variables of the document. */
  parameters(variables: Readonly<Record<string, unknown>>): Record<string, unknown>;
  /** The answer in the form of the document's data, from the value that the statement returns. */
  answer?(value: unknown, parameters: Readonly<Record<string, unknown>>): unknown;
}

/** The current date in UTC. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** Cypher that is true if a relation is in force on `$day`. */
export const inForce = (edge: string): string =>
  `coalesce(${edge}.validFrom, '') <= $day AND coalesce(${edge}.validTo, '9999') > $day`;

/** Cypher for the kind of an entity, such as TERM. */
export const kindOf = (node: string): string => `toUpper([l IN labels(${node}) WHERE l <> 'Entity'][0])`;

/** Cypher for the rank of the vocabulary of an entity. */
export const rankOf = (node: string): string =>
  `CASE WHEN ${node}.vocabulary IS NULL THEN 1 ELSE coalesce(head(COLLECT {
    MATCH (v:Vocabulary {id: 'Vocabulary:' + ${node}.vocabulary}) RETURN v.rank }), 100) END`;
