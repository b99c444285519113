import { createHash } from 'node:crypto';
import type { ImportRecords } from '../model/records.ts';
import { canonicalJson } from './canonical.ts';

/** Raise it when the same records shall be stored in another way: graphs that have them are then written anew. */
const STORED_AS = 1;

/** The SHA-256 of what an import says, whatever order its records and their fields come in. */
export function hashOf({ entities, relations, sources }: ImportRecords): string {
  const hash = createHash('sha256').update(`glossograph records ${STORED_AS}`);
  for (const records of [sources, entities, relations]) {
    hash.update('\n');
    for (const record of [...records].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))) {
      hash.update(`${canonicalJson(record)}\n`);
    }
  }
  return hash.digest('hex');
}
