import { DAY_FORM, isDay } from '../model/day.ts';
import { ENTITY_KINDS, type EntityKind, LABEL_OF } from '../model/kinds.ts';
import { type EntityRecord, type ImportRecords, type RelationRecord, relationId } from '../model/records.ts';
import { RELATIONS } from '../model/relations.ts';
import type { Remark } from './errors.ts';

const KIND_OF: ReadonlyMap<string, EntityKind> = new Map(ENTITY_KINDS.map((kind) => [LABEL_OF[kind], kind]));

/** The kind of entity that an id names: `Term:ehr` is a TERM. Null for what is no entity id. */
export function kindOf(id: string): EntityKind | null {
  const [label = '', ...rest] = id.split(':');
  return rest.join(':') === '' ? null : (KIND_OF.get(label) ?? null);
}

/**
 * What is wrong with an import's records in themselves, whoever derived them. An importer that has files names its own
 * faults by file and line before it comes to this; here is the last gate before the graph.
 */
export function faultsOf(origin: string, { entities, relations, sources }: ImportRecords): Remark[] {
  const sourceIds = new Set(sources.map(({ id }) => id));
  const messages = [
    ...twice('source', sources),
    ...twice('entity', entities),
    ...twice('relation', relations),
    ...entities.flatMap(entityFaults),
    ...relations.flatMap((relation) => relationFaults(relation, sourceIds)),
  ];
  return messages.map((message) => ({ file: origin, message }));
}

function twice(what: string, records: readonly { id: string }[]): string[] {
  const seen = new Set<string>();
  return records.flatMap(({ id }) => {
    if (seen.has(id)) return [`${what} ${id} is there twice`];
    seen.add(id);
    return [];
  });
}

function entityFaults({ id, kind, label }: EntityRecord): string[] {
  const faults: string[] = [];
  if (kindOf(id) !== kind) faults.push(`entity ${id}: the id of a ${kind} begins with "${LABEL_OF[kind]}:"`);
  if (label === '') faults.push(`entity ${id} has no label`);
  return faults;
}

function relationFaults(relation: RelationRecord, sourceIds: ReadonlySet<string>): string[] {
  const { id, type, from, to, evidence, validFrom, validTo } = relation;
  const rule = RELATIONS[type];
  const faults: string[] = [];
  const fault = (message: string) => faults.push(`relation ${id}: ${message}`);

  const base = relationId(type, from, to);
  if (id !== base && !id.startsWith(`${base}~`)) fault(`its id is ${base}, or that with "~" and a suffix`);
  for (const [end, kinds] of [
    [from, rule.from],
    [to, rule.to],
  ] as const) {
    const kind = kindOf(end);
    if (kind === null || !kinds.includes(kind))
      fault(`${type} leads from ${rule.from} to ${rule.to}, and ${end} is none`);
  }
  if (from === to) fault('it leads from an entity to itself');
  if (rule.symmetric && from > to)
    fault(`${type} reads the same from both ends: it is stored once, the smaller id first`);
  if (evidence.length === 0) fault('it has no evidence');
  for (const { sourceId } of evidence) {
    if (!sourceIds.has(sourceId)) fault(`its evidence names ${sourceId}, which is not among the import's sources`);
  }
  for (const day of [validFrom, validTo]) {
    if (day !== undefined && !isDay(day)) fault(`"${day}" is not ${DAY_FORM}`);
  }
  if (validFrom !== undefined && validTo !== undefined && validFrom >= validTo) fault('it ends before it begins');
  return faults;
}
