import { readCypher, rename } from '../graph/template.ts';

/**
 * A piece of Cypher in a separate file. It starts from the bound variable `parent` and finds `node`.
 *
 *     MATCH (parent)-[edge:RELATED_TO]-(node:Term)
 *     ORDER BY edge.weight DESC, node.name, node.id, edge.id
 *
 * Keywords are in uppercase, and every lowercase word is a variable. An optional ORDER BY starts a line and ends the file.
 * It determines the order of a list and the key of a cursor, so its keys are never null, and the last key is unique. A
 * fragment that starts a query has no `parent`. `node` can be a node, a relationship, or a map.
 */
export interface Fragment<Params = unknown> {
  /** The name of its file, for messages and tests, such as "term/related". */
  readonly name: string;
  readonly match: string;
  /** Only for a list that is not counted by its rows, such as a search, which counts by kind. */
  readonly counted?: Counted;
  readonly order: readonly OrderKey[];
  readonly params: readonly string[];
  /**
   * Parameters that can differ between starts that share a statement. Starts with other differences require two
   * statements.
   */
  readonly keys: readonly string[];
  /** Used only by the type checker: the arguments of a field must include these parameters. */
  readonly accepts?: (params: Params) => void;
}

/** Counts a list once for all fields of a connection that describe the whole list. */
export interface Counted {
  /**
   * A subquery that can contain aggregations. Its rows are the list `counted`, which fields of the connection can read.
   */
  readonly cypher: string;
  /** An expression over `counted` that returns the total. */
  readonly total: string;
}

/** One expression of an ORDER BY. */
export interface OrderKey {
  readonly cypher: string;
  readonly descending: boolean;
}

/** The fragment in `cypher/<name>.cypher`. */
export function fragment<Params = object>(name: string): Fragment<Params> {
  return fragmentOf<Params>(name, readCypher(name));
}

/**
 * Creates a fragment from a text, for composed fragments.
 *
 * @param keys the parameters that can differ between starts that share a statement; by default, all of them; a
 * parameter of a LIMIT cannot be one
 * @param counted how to count the list, if not by its rows
 */
export function fragmentOf<Params = object>(
  name: string,
  text: string,
  keys?: readonly string[],
  counted?: Counted,
): Fragment<Params> {
  const [last = ''] = /\n?^ORDER BY [^\n]*$(?![\s\S])/m.exec(text) ?? [];
  const match = text.slice(0, text.length - last.length);
  const order = last.replace(/^\s*ORDER BY/, '');
  const params = new Set<string>();
  rename([text, counted?.cypher, counted?.total].join(' '), {
    param: (param) => {
      params.add(param);
      return param;
    },
  });
  return {
    name,
    match: inOneLine(match),
    ...(counted !== undefined && { counted: { ...counted, cypher: inOneLine(counted.cypher) } }),
    order: order
      .split(/,(?![^()]*\))/) // commas, but not those inside coalesce(a, b)
      .filter((key) => key.trim() !== '')
      .map((key) => ({ cypher: key.replace(/\s+(ASC|DESC)?\s*$/, '').trim(), descending: /\sDESC\s*$/.test(key) })),
    params: [...params],
    keys: keys ?? [...params],
  };
}

const inOneLine = (cypher: string) => cypher.replace(/\s+/g, ' ').trim();
