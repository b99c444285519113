import type { z } from 'zod';
import { kindOf, LABEL_OF } from '../model/kinds.ts';
import { EntityRecord, type ImportRecords, RelationRecord, relationId, SourceRecord } from '../model/records.ts';
import { RELATIONS } from '../model/relations.ts';
import type { Remark } from './errors.ts';

/**
 * The faults of an import's records, whichever importer derived them: the last check before the graph. An importer that reads
 * files names its own faults by file and line before it comes to this.
 */
export function faultsOf(origin: string, { entities, relations, sources }: ImportRecords): Remark[] {
  const sourceIds = new Set(sources.map(({ id }) => id));
  const messages = [
    ...twice('source', sources),
    ...twice('entity', entities),
    ...twice('relation', relations),
    ...sources.flatMap((source) => formFaults('source', SourceRecord, source)),
    ...entities.flatMap(entityFaults),
    ...relations.flatMap((relation) => relationFaults(relation, sourceIds)),
  ];
  return messages.map((message) => ({ file: origin, message }));
}

function twice(what: string, records: readonly { id: string }[]): string[] {
  const seen = new Set<string>();
  return records.flatMap(({ id }) => {
    if (seen.has(id)) return [`${what} ${id} occurs twice`];
    seen.add(id);
    return [];
  });
}

/** What the record's schema finds: each fault with the record and the field that it is about. */
function formFaults(what: string, schema: z.ZodType, record: { id: string }): string[] {
  const { error } = schema.safeParse(record);
  return (error?.issues ?? []).map(
    ({ path, message }) => `${what} ${record.id}: ${path.join('.')}: ${inWords(message)}`,
  );
}

const inWords = (message: string) =>
  /received undefined$/.test(message) ? 'it is missing' : message.replace(/^Invalid (input|option): /, '');

function entityFaults(entity: EntityRecord): string[] {
  const { id, kind } = entity;
  const faults = formFaults('entity', EntityRecord, entity);
  if (kindOf(id) !== kind) faults.push(`entity ${id}: the id of a ${kind} begins with "${LABEL_OF[kind]}:"`);
  return faults;
}

function relationFaults(relation: RelationRecord, sourceIds: ReadonlySet<string>): string[] {
  const { id, type, from, to, evidence, validFrom, validTo } = relation;
  const rule = RELATIONS[type];
  const faults = formFaults('relation', RelationRecord, relation);
  const fault = (message: string) => faults.push(`relation ${id}: ${message}`);

  const base = relationId(type, from, to);
  if (id !== base && !id.startsWith(`${base}~`)) fault(`its id is ${base}, or that with "~" and a suffix`);
  for (const [end, kinds] of [
    [from, rule.from],
    [to, rule.to],
  ] as const) {
    const kind = kindOf(end);
    if (kind === null || !kinds.includes(kind))
      fault(`${type} leads from ${rule.from} to ${rule.to}, not to or from ${end}`);
  }
  if (from === to) fault('it leads from an entity to itself');
  if (rule.symmetric && from > to)
    fault(`${type} reads the same from both ends: it is stored once, the smaller id first`);
  for (const { sourceId } of evidence) {
    if (!sourceIds.has(sourceId)) fault(`its evidence names ${sourceId}, which is not among the import's sources`);
  }
  if (validFrom !== undefined && validTo !== undefined && validFrom >= validTo) fault('it ends before it begins');
  return faults;
}
