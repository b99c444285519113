/** Records that come from a file: each must fit its schema, and properties that no schema knows must be plain values. */
import { z } from 'zod';
import { EntityRecord, EvidenceRecord, type ImportRecords, RelationRecord, SourceRecord } from '../model/records.ts';
import { ImportError, type Remark } from '../store/errors.ts';

const plain = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.array(z.number())]);
const Others = z.record(z.string(), z.union([plain, z.array(EvidenceRecord)]));

const fits =
  <Record>(schema: z.ZodType<Record>) =>
  (found: unknown): found is Record =>
    schema.safeParse(found).success && Others.safeParse(found).success;
const isSource = fits(SourceRecord);
const isEntity = fits(EntityRecord);
const isRelation = fits(RelationRecord);

/** The records of a file, in the order of the file, and its faults. */
export class FoundRecords {
  private readonly found: ImportRecords = { entities: [], relations: [], sources: [] };
  private readonly faults: Remark[] = [];
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  /**
   * Adds a record, its evidence piece by piece.
   *
   * @param fault what to report if the record does not fit the schema of its sort
   */
  take(sort: string, record: unknown, fault: Omit<Remark, 'file'>): void {
    const { entities, relations, sources } = this.found;
    if (sort === 'source' && isSource(record)) sources.push(record);
    else if (sort === 'entity' && isEntity(record)) entities.push(record);
    else if (sort === 'relation' && isRelation(record)) relations.push(record);
    else this.faults.push({ file: this.file, ...fault });
  }

  /** All records. Throws ImportError with every fault. */
  records(): ImportRecords {
    if (this.faults.length > 0) throw new ImportError(this.faults);
    return this.found;
  }
}
