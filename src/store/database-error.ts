import { codeOf } from '../graph/errors.ts';
import { ImportError } from './errors.ts';

const OUT_OF_MEMORY = /MemoryPoolOutOfMemory|OutOfMemory/;

/** Translates an error that only the database can find, such as a broken constraint; returns null for every other error. */
export function importErrorOf(what: string, error: unknown): ImportError | null {
  const code = codeOf(error);
  if (OUT_OF_MEMORY.test(code)) {
    const message =
      'The import exceeds the transaction memory of Neo4j. Increase the heap size (server.memory.heap.max_size, or NEO4J_HEAP for the local Neo4j), or import fewer files at a time.';
    return new ImportError([{ file: what, message }]);
  }
  if (code !== 'Neo.ClientError.Schema.ConstraintValidationFailed') return null;
  const [, label, property, value] = /label `(\w+)` and property `(\w+)` = (.*)$/.exec(String(error)) ?? [];
  const message =
    label === undefined
      ? 'Two entities have the same value for a property that must be unique.'
      : `Two nodes with the label ${label} have the same ${property}, ${value}; each value must be unique.`;
  return new ImportError([{ file: what, message }]);
}
