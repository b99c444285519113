import {
  type EntityRecord,
  type ImportRecords,
  type RelationRecord,
  relationId,
  type SourceRecord,
} from '../../../model/records.ts';
import type { RelationType } from '../../../model/relations.ts';
import { ImportError, type Remark } from '../../../store/errors.ts';

/** Collects the records of one package or file, each only once, with the file that contains it. */
export class GuideCollector {
  private readonly source: SourceRecord;
  private readonly entities = new Map<string, EntityRecord>();
  private readonly files = new Map<string, string>();
  private readonly relations = new Map<string, RelationRecord>();
  private readonly faults: Remark[] = [];

  constructor(source: SourceRecord) {
    this.source = source;
  }

  /**
   * @param file the resource's file, for messages
   */
  add(file: string, record: EntityRecord): void {
    const before = this.files.get(record.id);
    if (before === undefined) {
      this.entities.set(record.id, record);
      this.files.set(record.id, file);
      return;
    }
    const where =
      before === file
        ? 'occurs twice in the file; each key must be unique.'
        : `is also in ${before}; each key must be unique.`;
    this.faults.push({ file, message: `${record.id.replace(/^\w+:/, '')} ${where}` });
  }

  has(id: string): boolean {
    return this.entities.has(id);
  }

  /**
   * @param more set `open` if the target can be absent; the relation then stays pending until the target exists
   */
  relate(
    type: RelationType,
    from: string,
    to: string,
    more: Pick<RelationRecord, 'open' | 'position' | 'toCanonical'> = {},
  ): void {
    const id = relationId(type, from, to);
    this.relations.set(id, { id, type, from, to, ...more, evidence: [{ rule: 'PARSED', sourceId: this.source.id }] });
  }

  /**
   * @throws ImportError if two resources have the same key
   */
  records(): ImportRecords {
    if (this.faults.length > 0) throw new ImportError(this.faults);
    return {
      entities: [...this.entities.values()],
      relations: [...this.relations.values()],
      sources: [this.source],
    };
  }
}
