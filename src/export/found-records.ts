/** Records that come from a file: each must fit its schema, and properties that no schema knows must be plain values. */
import { z } from 'zod';
import { EntityRecord, EvidenceRecord, type ImportRecords, RelationRecord, SourceRecord } from '../model/records.ts';

const plain = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.array(z.number())]);
const Others = z.record(z.string(), z.union([plain, z.array(EvidenceRecord)]));

const fits =
  <Record>(schema: z.ZodType<Record>) =>
  (found: unknown): found is Record =>
    schema.safeParse(found).success && Others.safeParse(found).success;
const isSource = fits(SourceRecord);
const isEntity = fits(EntityRecord);
const isRelation = fits(RelationRecord);

/** The records of a file, in the order of the file. */
export class FoundRecords {
  readonly records: ImportRecords = { entities: [], relations: [], sources: [] };

  /** Adds a record, its evidence piece by piece; false if it does not fit the schema of its sort. */
  take(sort: 'source' | 'entity' | 'relation', found: unknown): boolean {
    const { entities, relations, sources } = this.records;
    if (sort === 'source' && isSource(found)) sources.push(found);
    else if (sort === 'entity' && isEntity(found)) entities.push(found);
    else if (sort === 'relation' && isRelation(found)) relations.push(found);
    else return false;
    return true;
  }
}
