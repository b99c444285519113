import type { Driver } from 'neo4j-driver';
import { codeOf, isUnavailable } from '../graph/errors.ts';
import { failureOf } from '../graph/online.ts';
import { faultIn, type ImportError } from './errors.ts';

/** The database lives: it refuses the user, or another transaction was in the way. */
const NOT_LOST = /\.Security\.|^Neo\.TransientError\.Transaction\./;
const OUT_OF_MEMORY = /MemoryPoolOutOfMemory|OutOfMemory/;

/**
 * Translates an error that only the database can detect, such as a violated constraint. Returns null for every other
 * error.
 */
export function importErrorOf(what: string, error: unknown): ImportError | null {
  const code = codeOf(error);
  if (OUT_OF_MEMORY.test(code)) {
    const message =
      'The import needs more memory than Neo4j allows for a transaction. Increase the heap size (server.memory.heap.max_size, or NEO4J_HEAP for the local Neo4j), or import fewer files at a time.';
    return faultIn(what, message);
  }
  if (code !== 'Neo.ClientError.Schema.ConstraintValidationFailed') return null;
  const [, label, property, value] = /label `(\w+)` and property `(\w+)` = (.*)$/.exec(String(error)) ?? [];
  const message =
    label === undefined
      ? 'Two entities have the same value for a property that must be unique.'
      : `Two nodes with the label ${label} have the same ${property}, ${value}; each value must be unique.`;
  return faultIn(what, message);
}

/**
 * Whether an error means that the connection to the database was lost, as opposed to the database rejecting something.
 */
export const isLoss = (error: unknown): boolean => isUnavailable(error) && !NOT_LOST.test(codeOf(error));

/**
 * The ImportError for a database whose connection was lost before it committed. Any other error is returned unchanged.
 */
export async function lossOf(
  what: string,
  error: unknown,
  driver: Driver,
  database: string | undefined,
): Promise<unknown> {
  if (!isLoss(error)) return error;
  const reason = await failureOf(driver, database);
  const cause = reason === null ? '' : ` Neo4j reported: ${reason}`;
  const message = `The connection to the database was lost during the import, and nothing was written.${cause} Repeat the import when the database is available again.`;
  return faultIn(what, message);
}
