/**
 * Long lists come in parts, in records of their own. The driver reads a record in one go, and nobody else has a turn
 * meanwhile: for a graph of 20,000 nodes in one record that was two seconds.
 */

/** Rows of each list in a record: read in some milliseconds. */
const ROWS = 250;
/** Records that the server sends in one go; whatever has come is read before anybody else has a turn. */
export const PARTS_AT_ONCE = 2;

/** A record of a plan: the value of start `i`, or where its lists are long (`at` > 0) more of these. */
export interface Part {
  readonly i: number;
  readonly at?: number;
  readonly value: unknown;
}

/**
 * What a plan returns, in parts: the first has all, and of each long list the beginning.
 *
 * @param value an expression for a row
 * @param long the keys of its long lists
 */
export function inParts(value: string, long: readonly string[]): string {
  const part = long.map((key) => `\`${key}\`: value.\`${key}\`[at..at + ${ROWS}]`).join(', ');
  const most = `reduce(most = 0, list IN [${long.map((key) => `value.\`${key}\``).join(', ')}] | CASE WHEN size(list) > most THEN size(list) ELSE most END)`;
  return `WITH key, ${value} AS value UNWIND range(0, ${most}, ${ROWS}) AS at RETURN key.i AS i, at, CASE at WHEN 0 THEN value {.*, ${part}} ELSE {${part}} END AS value`;
}

/** Puts a part into the answers of its batch, where those before it are. */
export function takePart(answers: unknown[], { i, at = 0, value }: Part): void {
  if (at === 0) {
    answers[i] = value;
    return;
  }
  const lists = answers[i] as Record<string, unknown[]>;
  for (const [key, rows] of Object.entries(value as Record<string, unknown[]>)) {
    for (const row of rows) lists[key]?.push(row);
  }
}
