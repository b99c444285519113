import type { AliasKind } from '../../model/kinds.ts';
import {
  type EntityRecord,
  type ImportRecords,
  type RelationRecord,
  relationId,
  type SourceRecord,
} from '../../model/records.ts';
import { RELATIONS, type RelationType } from '../../model/relations.ts';
import type { Remark } from '../../store/errors.ts';
import { slugOf } from '../slug.ts';
import type { Place } from './yaml.ts';

/** A record, and the first place that says it. */
export interface Placed<Record> {
  record: Record;
  place: Place;
}

/** A relation as a file says it. `sources` are those of the file: the author relied on them. */
export interface Said extends Partial<Omit<RelationRecord, 'id' | 'evidence'>> {
  type: RelationType;
  from: string;
  to: string;
  sources: readonly string[];
  place: Place;
}

/** Gathers the records of a seed, each thing once, with the place that says it. What fits together is for `checks.ts`. */
export class Collector {
  readonly sources = new Map<string, Placed<SourceRecord>>();
  readonly entities = new Map<string, Placed<EntityRecord>>();
  readonly relations = new Map<string, Placed<RelationRecord>>();
  readonly usedSources = new Set<string>();
  /** Ids that must belong to an entity in the end, beside the ends of relations. */
  readonly wanted: { id: string; place: Place }[] = [];
  readonly faults: Remark[] = [];
  private readonly unread: readonly string[];

  /** @param unread ids, or how they begin, of what may be there and could not be read: that is a fault of its own */
  constructor(unread: readonly string[] = []) {
    this.unread = unread;
  }

  fault(place: Place, message: string): void {
    this.faults.push({ ...place, message });
  }

  source(record: SourceRecord, place: Place): void {
    this.once(this.sources, record, place);
  }

  entity(record: EntityRecord, place: Place): void {
    this.once(this.entities, record, place);
  }

  /** A source that a file names: what it says rests on it. */
  rely(source: string, place: Place): void {
    const id = `Source:${source}`;
    this.usedSources.add(id);
    if (!this.sources.has(id) && !this.isUnread(id)) this.fault(place, `there is no source "${source}" in sources/`);
  }

  /** There is no such entity, and no file that may have it. */
  lacks(id: string): boolean {
    return !this.entities.has(id) && !this.isUnread(id);
  }

  private isUnread(id: string): boolean {
    return this.unread.some((one) => (one.endsWith(':') ? id.startsWith(one) : id === one));
  }

  /** One node a name; an alias of several things has several relations. */
  alias(name: string, aliasKind: AliasKind, to: string, sources: readonly string[], place: Place): void {
    const id = `Alias:${slugOf(name)}`;
    const known = this.entities.get(id);
    if (slugOf(name) === '') this.fault(place, `the alias "${name}" has neither letter nor digit`);
    if (known?.record.kind === 'ALIAS' && (known.record.name !== name || known.record.aliasKind !== aliasKind)) {
      const other = `"${known.record.name}" (${known.record.aliasKind}) at ${known.place.file}:${known.place.line}`;
      this.fault(place, `the alias "${name}" (${aliasKind}) is ${other}: write the same in both`);
    }
    if (!known) this.entities.set(id, { record: { kind: 'ALIAS', id, label: name, name, aliasKind }, place });
    this.relate({ type: 'ALIAS_OF', from: id, to, sources, place });
  }

  /** A relation, with authored evidence. A symmetric one may be said from both ends, and is one. */
  relate({ sources, place, ...said }: Said): void {
    const { type } = said;
    if (said.from === said.to) {
      this.fault(place, `${type}: ${said.from} leads to itself`);
      return;
    }
    const [from, to] = RELATIONS[type].symmetric && said.to < said.from ? [said.to, said.from] : [said.from, said.to];
    const evidence = this.reliedOn(said, sources).map((source) => ({
      rule: 'AUTHORED' as const,
      sourceId: `Source:${source}`,
    }));
    const id = relationId(type, from, to);
    const record: RelationRecord = { id, ...said, type, from, to, evidence };
    const known = this.relations.get(id);
    if (!known) this.relations.set(id, { record, place });
    else if (!RELATIONS[type].symmetric) this.another(record, place);
    else if (known.place.file === place.file) this.fault(place, `${type}: ${from} and ${to} stand here twice`);
    else known.record = joined(known.record, record);
  }

  /** The number of parts that an entity has so far. */
  partsOf(id: string): number {
    return [...this.relations.values()].filter(({ record }) => record.type === 'PART_OF' && record.to === id).length;
  }

  /** One more relation between the same two, for another scope or other days: a definition, an adoption. */
  private another(record: RelationRecord, place: Place): void {
    let id = record.id;
    for (let n = 2; ; n += 1) {
      const known = this.relations.get(id);
      if (!known) break;
      if ((['scopeId', 'validFrom', 'validTo'] as const).every((key) => known.record[key] === record[key])) {
        const where = `${known.place.file}:${known.place.line}`;
        this.fault(place, `${record.type} from ${record.from} to ${record.to} is said at ${where} already`);
        return;
      }
      id = `${record.id}~${n}`;
    }
    this.relations.set(id, { record: { ...record, id }, place });
  }

  /**
   * The sources that are a relation's evidence: all those of the file. Of MENTIONS each piece of evidence is a place in a
   * text, and they are counted; so there it is one, the closest to the text in question.
   */
  private reliedOn(
    { type, from }: { type: RelationType; from: string },
    sources: readonly string[],
  ): readonly string[] {
    if (type !== 'MENTIONS') return [...new Set(sources)];
    const page = this.entities.get(from)?.record.url ?? '';
    const closeness = (source: string) => {
      const url = this.sources.get(`Source:${source}`)?.record.url ?? '';
      return url !== '' && page.startsWith(url) ? url.length : 0;
    };
    return [...sources].sort((a, b) => closeness(b) - closeness(a)).slice(0, 1);
  }

  private once<T extends { id: string }>(all: Map<string, Placed<T>>, record: T, place: Place): void {
    const known = all.get(record.id);
    if (known) this.fault(place, `${record.id} is at ${known.place.file}:${known.place.line} already`);
    else all.set(record.id, { record, place });
  }

  /** Everything, by id. */
  records(): ImportRecords {
    const byId = <T extends { id: string }>(all: Map<string, Placed<T>>) =>
      [...all.values()].map(({ record }) => record).sort((a, b) => (a.id < b.id ? -1 : 1));
    return { entities: byId(this.entities), relations: byId(this.relations), sources: byId(this.sources) };
  }
}

/** A symmetric relation that both ends name: the evidence of both, and the greater weight. */
function joined(a: RelationRecord, b: RelationRecord): RelationRecord {
  const evidence = new Map([...a.evidence, ...b.evidence].map((piece) => [piece.sourceId, piece]));
  const weight = Math.max(a.weight ?? 0, b.weight ?? 0);
  return { ...a, evidence: [...evidence.values()], ...(weight > 0 && { weight }) };
}
