/**
 * Long lists arrive in chunks, each in a separate record. The driver decodes a record in one step, and no other request
 * can run in the meantime. A graph of 20,000 nodes in a single record blocked the process for two seconds.
 */

/** Rows of each list in a record. The driver reads so many in a few milliseconds. */
const ROWS_PER_CHUNK = 250;
/**
 * The number of records that the server sends at a time. The driver reads all received records before other requests
 * can run.
 */
export const CHUNKS_PER_FETCH = 2;

/** A record of a plan: the value of start `i`, or additional rows of its long lists (`at` > 0). */
export interface RowChunk {
  readonly i: number;
  readonly at?: number;
  readonly value: unknown;
}

/**
 * The end of a statement that returns a value in chunks. The first chunk contains the whole value with the first rows
 * of each long list. Later chunks contain only additional rows.
 *
 * @param value an expression for a row
 * @param long the keys of its long lists
 */
export function returnInChunks(value: string, long: readonly string[]): string {
  const chunk = long.map((key) => `\`${key}\`: value.\`${key}\`[at..at + ${ROWS_PER_CHUNK}]`).join(', ');
  const most = `reduce(most = 0, list IN [${long.map((key) => `value.\`${key}\``).join(', ')}] | CASE WHEN size(list) > most THEN size(list) ELSE most END)`;
  return `WITH key, ${value} AS value UNWIND range(0, ${most}, ${ROWS_PER_CHUNK}) AS at RETURN key.i AS i, at, CASE at WHEN 0 THEN value {.*, ${chunk}} ELSE {${chunk}} END AS value`;
}

/** Appends a chunk to the results of its batch. */
export function appendChunk(answers: unknown[], { i, at = 0, value }: RowChunk): void {
  if (at === 0) {
    answers[i] = value;
    return;
  }
  const lists = answers[i] as Record<string, unknown[]>;
  for (const [key, rows] of Object.entries(value as Record<string, unknown[]>)) {
    for (const row of rows) lists[key]?.push(row);
  }
}
