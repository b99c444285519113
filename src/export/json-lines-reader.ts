import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { ImportRecords } from '../model/records.ts';
import { ImportError, type Remark } from '../store/errors.ts';
import { splitEvidence } from './evidence.ts';
import { FoundRecords } from './found-records.ts';

const FORM = 'must be {"source": …}, {"entity": …} or {"relation": …} of an export';

/** Reads records from JSON Lines. Throws ImportError with every faulty line. */
export async function readLines(file: string): Promise<ImportRecords> {
  const found = new FoundRecords();
  const faults: Remark[] = [];
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (text.trim() !== '' && !taken(found, text)) faults.push({ file, line, message: FORM });
  }
  if (faults.length > 0) throw new ImportError(faults);
  return found.records;
}

function taken(found: FoundRecords, text: string): boolean {
  const [entry, ...more] = Object.entries(objectIn(text));
  if (entry === undefined || more.length > 0) return false;
  const [sort, record] = entry;
  if (sort === 'relation') return found.take(sort, withEvidence(record));
  return (sort === 'source' || sort === 'entity') && found.take(sort, record);
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
