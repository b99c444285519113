import { readCypher, rename } from '../graph/template.ts';

/**
 * A piece of Cypher that goes from `parent` (bound) to `node` (found), in a file of its own.
 *
 *     MATCH (parent)-[edge:RELATED_TO]-(node:Term)
 *     ORDER BY edge.weight DESC, node.name, node.id, edge.id
 *
 * Keywords are in capitals; every word in small letters is a variable. An ORDER BY, when there is one, begins a line and
 * ends the file: it is the order of a list and the key of a cursor, so its keys are never null and the last is unique.
 * A fragment that starts a query has no `parent`. `node` may be a node, a relationship or a map.
 */
export interface Fragment<Params = unknown> {
  /** For messages and tests: "term/related". */
  readonly name: string;
  readonly match: string;
  /** Of a list that is counted in a way of its own, which may say more than how many there are. */
  readonly counted?: Counted;
  readonly order: readonly OrderKey[];
  readonly params: readonly string[];
  /** Parameters that may differ between starts that share a statement; all of them unless said. The rest is batched by value. */
  readonly keys: readonly string[];
  /** Only for the type checker: a field's arguments must cover these. */
  readonly accepts?: (params: Params) => void;
}

/** What counts a list once, for all that a page says of the whole of it. */
export interface Counted {
  /** Its subquery, whose rows are the list `counted`: what a connection says may look at it. It may hold aggregates. */
  readonly cypher: string;
  /** How many there are in all, from `counted`. */
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
 * A fragment from text, for those composed of several files.
 *
 * @param counted how the list is counted, if not by its rows
 * @param keys the parameters that may differ between starts sharing a statement. Leave out of it what stands in a LIMIT.
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
