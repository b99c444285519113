import type { AliasKind, EntityKind } from '../../model/kinds.ts';
import {
  type EntityRecord,
  type ImportRecords,
  type RelationRecord,
  relationId,
  type SourceRecord,
} from '../../model/records.ts';
import { RELATIONS, type RelationType } from '../../model/relations.ts';
import { nameKey } from '../../search/words.ts';
import type { Remark } from '../errors.ts';
import { kindOf } from '../validate.ts';

/** Gathers records and checks, when all are there, that they fit together. */
export class Collector {
  private readonly entities = new Map<string, { record: EntityRecord; place: Remark }>();
  private readonly relations = new Map<string, { record: RelationRecord; place: Remark }>();
  private readonly sources = new Map<string, { record: SourceRecord; place: Remark }>();
  private readonly usedSources = new Set<string>();
  private readonly wanted: { id: string; place: Remark }[] = [];
  private readonly faults: Remark[] = [];

  fault(remark: Remark): void {
    this.faults.push(remark);
  }

  /** An id that must belong to an entity in the end. */
  mustExist(id: string, place: Remark): void {
    this.wanted.push({ id, place });
  }

  source(record: SourceRecord, place: Remark): void {
    if (this.sources.has(record.id))
      this.fault({ ...place, message: `the source ${record.id.slice(7)} is there twice` });
    this.sources.set(record.id, { record, place });
  }

  entity(record: EntityRecord, place: Remark): void {
    if (this.entities.has(record.id)) this.fault({ ...place, message: `${record.id} is there twice` });
    this.entities.set(record.id, { record, place });
  }

  /** One node a name; an alias of several things has several relations. */
  alias(name: string, aliasKind: AliasKind, of: string, sources: readonly string[], place: Remark): void {
    const id = `Alias:${slugOf(name)}`;
    const known = this.entities.get(id)?.record;
    if (known?.kind === 'ALIAS' && (known.aliasKind !== aliasKind || known.name !== name)) {
      this.fault({
        ...place,
        message: `the alias "${name}" (${aliasKind}) is "${known.name}" (${known.aliasKind}) elsewhere`,
      });
    }
    if (!known) this.entities.set(id, { record: { kind: 'ALIAS', id, label: name, name, aliasKind }, place });
    this.relate('ALIAS_OF', id, of, sources, place);
  }

  /** A relation with one piece of authored evidence a source. A symmetric one is the same from both ends. */
  relate(
    type: RelationType,
    from: string,
    to: string,
    sources: readonly string[],
    place: Remark,
    more: Partial<RelationRecord> = {},
  ): void {
    const [a, b] = RELATIONS[type].symmetric && to < from ? [to, from] : [from, to];
    const ids = sources.map((source) => `Source:${source}`);
    for (const id of ids) this.usedSources.add(id);
    for (const id of ids.filter((one) => !this.sources.has(one)))
      this.fault({ ...place, message: `there is no source ${id.slice(7)}` });
    if (from === to) return this.fault({ ...place, message: `${type}: ${from} to itself` });
    const id = relationId(type, a, b);
    const known = this.relations.get(id)?.record;
    const evidence = [...new Set([...(known?.evidence.map(({ sourceId }) => sourceId) ?? []), ...ids])].sort();
    const weight = Math.max(known?.weight ?? 0, more.weight ?? 0);
    const record: RelationRecord = {
      ...known,
      ...more,
      ...{ id, type, from: a, to: b },
      evidence: evidence.map((sourceId) => ({ rule: 'AUTHORED', sourceId })),
      ...(weight > 0 && { weight }),
    };
    this.relations.set(id, { record, place });
  }

  finish(): { records: ImportRecords; faults: Remark[]; notes: Remark[] } {
    for (const { record, place } of this.relations.values()) this.checkEnds(record, place);
    for (const { id, place } of this.wanted) {
      if (!this.entities.has(id)) this.fault({ ...place, message: `there is no ${id}` });
    }
    const byId = <T extends { record: { id: string } }>(all: Map<string, T>) =>
      [...all.values()].map(({ record }) => record as T['record']).sort((a, b) => (a.id < b.id ? -1 : 1));
    return {
      records: { entities: byId(this.entities), relations: byId(this.relations), sources: byId(this.sources) },
      faults: [
        ...new Map(this.faults.map((fault) => [`${fault.file}:${fault.line}:${fault.message}`, fault])).values(),
      ],
      notes: this.notes(),
    };
  }

  private checkEnds({ type, from, to }: RelationRecord, place: Remark): void {
    for (const [id, allowed] of [
      [from, RELATIONS[type].from],
      [to, RELATIONS[type].to],
    ] as const) {
      const kind = kindOf(id);
      if (!this.entities.has(id)) this.fault({ ...place, message: `${type}: there is no ${id}` });
      else if (kind !== null && !(allowed as readonly EntityKind[]).includes(kind)) {
        this.fault({ ...place, message: `${type}: ${id} is none of ${allowed.join(', ')}` });
      }
    }
  }

  /** What is allowed and worth a look: shared aliases, aliases that are also names, sources nothing rests on. */
  private notes(): Remark[] {
    const notes: Remark[] = [];
    const denoted = new Map<string, string[]>();
    for (const { record } of this.relations.values()) {
      if (record.type === 'ALIAS_OF') denoted.set(record.from, [...(denoted.get(record.from) ?? []), record.to]);
    }
    const names = new Map<string, string[]>();
    for (const { record } of this.entities.values()) {
      if (record.kind !== 'ALIAS')
        names.set(nameKey(record.label), [...(names.get(nameKey(record.label)) ?? []), record.id]);
    }
    for (const [alias, of] of denoted) {
      const found = this.entities.get(alias);
      if (!found) continue;
      if (of.length > 1)
        notes.push({ ...found.place, message: `the alias "${found.record.label}" is shared by ${of.join(', ')}` });
      const named = (names.get(nameKey(found.record.label)) ?? []).filter((id) => !of.includes(id));
      if (named.length > 0)
        notes.push({
          ...found.place,
          message: `the alias "${found.record.label}" of ${of.join(', ')} is the name of ${named.join(', ')}`,
        });
    }
    for (const [id, { place }] of this.sources) {
      if (!this.usedSources.has(id)) notes.push({ ...place, message: `nothing rests on the source ${id.slice(7)}` });
    }
    return notes;
  }
}

/** "Electronic health record" → "electronic-health-record" */
const slugOf = (name: string) =>
  nameKey(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
