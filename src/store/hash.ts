import { createHash } from 'node:crypto';
import type { ImportRecords } from '../model/records.ts';
import { canonicalJson } from './canonical.ts';

/** Increase this when the same records must be stored differently: the next import then rewrites them. */
const STORED_AS = 2;

/** The SHA-256 hash of an import's records. The order of records and of their fields does not matter. */
export function hashOf({ entities, relations, sources, vocabularies = [] }: ImportRecords): string {
  const hash = createHash('sha256').update(`glossograph records ${STORED_AS}`);
  for (const records of [vocabularies, sources, entities, relations]) {
    hash.update('\n');
    for (const record of [...records].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))) {
      hash.update(`${canonicalJson(record)}\n`);
    }
  }
  return hash.digest('hex');
}
