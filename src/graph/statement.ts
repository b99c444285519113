import { readCypher, type TemplateValue } from './template.ts';

/** A whole Cypher statement, its parameters (in the one parameter `given`) and the row it returns. */
export interface Statement<Params extends object = object, Row extends object = object> {
  /** The name of its file, for messages and tests: "store/put-nodes". */
  readonly name: string;
  readonly text: string;
  /** Only for the type checker. */
  readonly answers?: (params: Params) => Row;
}

/** The statement in `cypher/<name>.cypher`, with the values of its placeholders. */
export function statement<Params extends object = object, Row extends object = object>(
  name: string,
  values?: Readonly<Record<string, TemplateValue>>,
): Statement<Params, Row> {
  return { name, text: readCypher(name, values) };
}
