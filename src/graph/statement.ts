import { readCypher } from './cypher-file.ts';

/** A whole Cypher statement, what it takes (as the one parameter `given`) and the row it returns. */
export interface Statement<Params extends object = object, Row extends object = object> {
  /** For messages and tests: "store/put-nodes". */
  readonly name: string;
  readonly text: string;
  /** Only for the type checker. */
  readonly answers?: (params: Params) => Row;
}

/** The statement in `cypher/<name>.cypher`, or one made from it by `put`. */
export function statement<Params extends object = object, Row extends object = object>(
  name: string,
  put: (text: string) => string = (text) => text,
): Statement<Params, Row> {
  return { name, text: put(readCypher(name)) };
}
