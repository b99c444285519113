import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { ImportRecords } from '../model/records.ts';
import { splitEvidence } from './evidence.ts';
import { FoundRecords } from './found-records.ts';

const FORM =
  'each line must be {"vocabulary": …}, {"source": …}, {"entity": …}, or {"relation": …}, as exported by Glossograph';

/** Reads records from JSON Lines. Throws ImportError with every invalid line. */
export async function readLines(file: string): Promise<ImportRecords> {
  const found = new FoundRecords(file);
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (text.trim() === '') continue;
    const [[sort, record] = ['', null], ...more] = Object.entries(objectIn(text));
    const read = sort === 'relation' ? withEvidence(record) : record;
    found.take(sort, more.length > 0 ? null : read, { line, message: FORM });
  }
  return found.records();
}

/** A relation's record with its evidence piece by piece; null when it has none. */
function withEvidence(record: unknown): object | null {
  const split = typeof record === 'object' && record !== null ? splitEvidence({ ...record }) : null;
  return split && { ...split.properties, evidence: split.evidence };
}

function objectIn(text: string): object {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}
