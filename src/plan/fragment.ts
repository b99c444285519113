import { readFileSync } from 'node:fs';
import { PACKAGE_ROOT } from '../version.ts';
import { writeOutDays } from './days.ts';
import { rewrite } from './rewrite.ts';

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
  /** Of a list that is worked out once for all that a page says of it: what binds the variables that the rest reads. */
  readonly head?: Head;
  readonly order: readonly OrderKey[];
  readonly params: readonly string[];
  /** Parameters that may differ between starts that share a statement; all of them unless said. The rest is batched by value. */
  readonly keys: readonly string[];
  /** Only for the type checker: a field's arguments must cover these. */
  readonly accepts?: (params: Params) => void;
}

/** What a page works out once: rows, count and facets all look at what it bound. */
export interface Head {
  readonly cypher: string;
  /** How many there are in all, from its variables. */
  readonly total: string;
}

/** One expression of an ORDER BY. */
export interface OrderKey {
  readonly cypher: string;
  readonly descending: boolean;
}

const CYPHER_FOLDER = new URL('cypher/', PACKAGE_ROOT);

/** Reads `cypher/<name>.cypher`, without its comments, conditions on days written out. */
export function readCypher(name: string): string {
  const text = readFileSync(new URL(`${name}.cypher`, CYPHER_FOLDER), 'utf8');
  return writeOutDays(text.replace(/^\s*\/\/.*$/gm, '').trim());
}

/** The fragment in `cypher/<name>.cypher`. */
export function fragment<Params = object>(name: string): Fragment<Params> {
  return fragmentOf<Params>(name, readCypher(name));
}

/**
 * A fragment from text, for those composed of several files.
 *
 * @param head what a page works out once, if anything
 * @param keys the parameters that may differ between starts sharing a statement. Leave out of it what stands in a LIMIT.
 */
export function fragmentOf<Params = object>(
  name: string,
  text: string,
  keys?: readonly string[],
  head?: Head,
): Fragment<Params> {
  const [last = ''] = /\n?^ORDER BY [^\n]*$(?![\s\S])/m.exec(text) ?? [];
  const match = text.slice(0, text.length - last.length);
  const order = last.replace(/^\s*ORDER BY/, '');
  const params = new Set<string>();
  rewrite(`${head?.cypher ?? ''} ${text}`, {
    variable: (variable) => variable,
    param: (param) => {
      params.add(param);
      return param;
    },
  });
  return {
    name,
    match: inOneLine(match),
    ...(head !== undefined && { head: { ...head, cypher: inOneLine(head.cypher) } }),
    order: order
      .split(/,(?![^()]*\))/) // commas, but not those inside coalesce(a, b)
      .filter((key) => key.trim() !== '')
      .map((key) => ({ cypher: key.replace(/\s+(ASC|DESC)?\s*$/, '').trim(), descending: /\sDESC\s*$/.test(key) })),
    params: [...params],
    keys: keys ?? [...params],
  };
}

const inOneLine = (cypher: string) => cypher.replace(/\s+/g, ' ').trim();
