import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { ENTITY_KINDS, EVIDENCE_RULES } from '../model/kinds.ts';
import type { EntityRecord, ImportRecords, RelationRecord, SourceRecord } from '../model/records.ts';
import { RELATION_TYPES } from '../model/relations.ts';
import { ImportError, type Remark } from './errors.ts';

const scalar = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.array(z.number())]);
const Source = z.object({ id: z.string(), name: z.string() }).catchall(scalar);
const Entity = z.object({ id: z.string(), kind: z.enum(ENTITY_KINDS), label: z.string() }).catchall(scalar);
const Relation = z
  .object({
    id: z.string(),
    type: z.enum(RELATION_TYPES as [(typeof RELATION_TYPES)[number]]),
    from: z.string(),
    to: z.string(),
    evidenceRules: z.array(z.enum(EVIDENCE_RULES)).min(1),
    evidenceQuotes: z.array(z.string()),
    evidenceStarts: z.array(z.number().int()),
    evidenceEnds: z.array(z.number().int()),
    evidenceSources: z.array(z.string()),
  })
  .catchall(scalar);
const Line = z.union([
  z.strictObject({ source: Source }),
  z.strictObject({ entity: Entity }),
  z.strictObject({ relation: Relation }),
]);

/**
 * Records from JSON Lines, as `glossograph export` writes them.
 *
 * @throws ImportError with every line that is none
 */
export async function readRecords(file: string): Promise<ImportRecords> {
  const records: ImportRecords = { entities: [], relations: [], sources: [] };
  const faults: Remark[] = [];
  let line = 0;
  try {
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
      line += 1;
      if (text.trim() === '') continue;
      const parsed = Line.safeParse(jsonOrNull(text));
      if (!parsed.success) {
        faults.push({
          file,
          line,
          message: 'one of {"source": …}, {"entity": …}, {"relation": …} as an export has them',
        });
      } else if ('source' in parsed.data) records.sources.push(parsed.data.source as unknown as SourceRecord);
      else if ('entity' in parsed.data) records.entities.push(parsed.data.entity as unknown as EntityRecord);
      else records.relations.push(relationOf(parsed.data.relation));
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new ImportError([{ file, message: `it cannot be read (${code})` }]);
  }
  if (faults.length > 0) throw new ImportError(faults);
  return records;
}

/** Evidence back from its parallel lists: '' and -1 stand for "none". */
function relationOf(relation: z.output<typeof Relation>): RelationRecord {
  const { evidenceRules, evidenceQuotes, evidenceStarts, evidenceEnds, evidenceSources, ...said } = relation;
  const evidence = evidenceRules.map((rule, i) => ({
    rule,
    ...(evidenceQuotes[i] && { quote: evidenceQuotes[i] }),
    ...((evidenceStarts[i] ?? -1) >= 0 && { start: evidenceStarts[i] }),
    ...((evidenceEnds[i] ?? -1) >= 0 && { end: evidenceEnds[i] }),
    sourceId: evidenceSources[i] ?? '',
  }));
  return { ...said, evidence } as unknown as RelationRecord;
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
