import { readCypher, type TemplateValue } from './template.ts';

/** A complete Cypher statement, its parameters (in the single parameter `given`), and the row that it returns. */
export interface Statement<Params extends object = object, Row extends object = object> {
  /** The name of its file, for messages and tests, such as "store/put-nodes". */
  readonly name: string;
  readonly text: string;
  /** Used only by the type checker. */
  readonly answers?: (params: Params) => Row;
}

/** The statement in `cypher/<name>.cypher`, with the values of its placeholders. */
export function statement<Params extends object = object, Row extends object = object>(
  name: string,
  values?: Readonly<Record<string, TemplateValue>>,
): Statement<Params, Row> {
  return { name, text: readCypher(name, values) };
}
