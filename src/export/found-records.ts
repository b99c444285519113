/** What a record of the graph looks like where it comes from a file: the last word is `validate.ts`'s. */
import { z } from 'zod';
import { ENTITY_KINDS, EVIDENCE_RULES } from '../model/kinds.ts';
import type { EntityRecord, ImportRecords, RelationRecord, SourceRecord } from '../model/records.ts';
import { RELATION_TYPES } from '../model/relations.ts';

const scalar = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.array(z.number())]);
const type = z.enum(RELATION_TYPES as [(typeof RELATION_TYPES)[number]]);
const offset = z.number().int().nonnegative().optional();
const piece = z.strictObject({
  rule: z.enum(EVIDENCE_RULES),
  quote: z.string().optional(),
  start: offset,
  end: offset,
  sourceId: z.string(),
});

const Source = z.object({ id: z.string(), name: z.string() }).catchall(scalar);
const Entity = z.object({ id: z.string(), kind: z.enum(ENTITY_KINDS), label: z.string() }).catchall(scalar);
const Relation = z
  .object({ id: z.string(), type, from: z.string(), to: z.string(), evidence: z.array(piece).min(1) })
  .catchall(z.union([scalar, z.array(piece)]));

/** The records of a file, as they are found in it. */
export class FoundRecords {
  readonly records: ImportRecords = { entities: [], relations: [], sources: [] };

  /** Takes a record of one of the three sorts; false when it is none. A relation has its evidence piece by piece. */
  take(sort: 'source' | 'entity' | 'relation', found: unknown): boolean {
    const { entities, relations, sources } = this.records;
    const parsed = { source: Source, entity: Entity, relation: Relation }[sort].safeParse(found);
    if (!parsed.success) return false;
    if (sort === 'source') sources.push(parsed.data as unknown as SourceRecord);
    else if (sort === 'entity') entities.push(parsed.data as unknown as EntityRecord);
    else relations.push(parsed.data as unknown as RelationRecord);
    return true;
  }
}
