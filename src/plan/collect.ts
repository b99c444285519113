/**
 * The Cypher of a relation: one node, many nodes, a page, or a page that its fragment counts itself. Each is a single
 * expression, so relations can be nested. `match` and `sorted` are a fragment with the variables and parameters of its
 * position.
 */
interface Found {
  readonly match: string;
  /** `ORDER BY`, or '' for an unordered fragment. */
  readonly sorted: string;
}

/** Selected parts of a connection. */
interface PageParts {
  /** The expression for the rows, if the client selects any. */
  readonly rows: string | undefined;
  /** Entries of a map with values that describe the whole list, such as facets. */
  readonly about: readonly string[];
  /** The expression for `totalCount`, if the client selects it. */
  readonly total: string | undefined;
}

/** A list of all rows. */
export const many = ({ match, sorted }: Found, row: string): string => `COLLECT { ${match}${sorted} RETURN ${row} }`;

/** The first row, or null. */
export const one = ({ match, sorted }: Found, row: string): string =>
  `head(COLLECT { ${match}${sorted || ' WITH *'} LIMIT 1 RETURN ${row} })`;

/** The rows of a page: the rows after the cursor, up to the limit. */
export const pageRows = ({ match, sorted }: Found, after: string, limit: string, columns: readonly string[]): string =>
  `COLLECT { ${match}${after}${sorted} LIMIT ${limit} RETURN {${columns.join(', ')}} }`;

/** A page. */
export const page = ({ rows, total, about }: PageParts): string =>
  mapOf([...(rows ? [`rows: ${rows}`] : []), ...(total ? [`total: ${total}`] : []), ...about]);

/**
 * A page that its fragment counts itself. The result is a list with one element because its parts are bound first:
 * Cypher does not allow an aggregation in a subquery inside a map or a function.
 *
 * @param counted the subquery that counts, if `total` or `about` reads its rows, which are the list `counted<depth>`
 */
export function countedPage({ rows, total, about }: PageParts, counted: string | undefined, depth: number): string {
  const bound = rows ? [`${rows} AS rows${depth}`] : [];
  if (counted) bound.push(`COLLECT { ${counted} } AS counted${depth}`);
  const returned = page({ rows: rows && `rows${depth}`, total, about });
  return `COLLECT { WITH ${bound.join(', ') || '1 AS nothing'} RETURN ${returned} }`;
}

/** Cypher for a map of these entries. */
export const mapOf = (entries: readonly string[]): string => `{${entries.join(', ')}}`;
