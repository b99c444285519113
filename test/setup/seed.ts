import { fileURLToPath } from 'node:url';
import { checkSeed } from '../../src/import/seed/index.ts';
import type { ImportRecords } from '../../src/model/records.ts';

let read: Promise<ImportRecords> | undefined;

/** The records of the seed that ships. Its files are read and checked once in a process; each caller has a copy of its own. */
export async function seedRecords(): Promise<ImportRecords> {
  read ??= checkSeed(fileURLToPath(new URL('../../seed/', import.meta.url))).then(({ records }) => records);
  return structuredClone(await read);
}

/** The part of the seed whose ids match, with the relations within it: for files that would wait for the whole. */
export async function seedPart(ids: RegExp): Promise<ImportRecords> {
  const records = await seedRecords();
  const kept = new Set(records.entities.map(({ id }) => id).filter((id) => ids.test(id)));
  return {
    ...records,
    entities: records.entities.filter(({ id }) => kept.has(id)),
    relations: records.relations.filter(({ from, to }) => kept.has(from) && kept.has(to)),
  };
}
