import type { AliasKind } from '../../model/kinds.ts';
import {
  type EntityRecord,
  type ImportRecords,
  type RelationRecord,
  relationId,
  type SourceRecord,
} from '../../model/records.ts';
import { RELATIONS, type RelationType } from '../../model/relations.ts';
import { GLOSSOGRAPH } from '../../model/vocabulary.ts';
import type { Remark } from '../../store/errors.ts';
import { slugOf } from '../slug.ts';
import type { SeedPlace } from './yaml.ts';

/** A record and the first position in the files that states it. */
export interface PlacedRecord<Record> {
  record: Record;
  place: SeedPlace;
}

/** A relation that a file states. `sources` are the sources of the file, on which its author relied. */
export interface SeedRelation extends Partial<Omit<RelationRecord, 'id' | 'evidence'>> {
  type: RelationType;
  from: string;
  to: string;
  sources: readonly string[];
  place: SeedPlace;
}

/**
 * Collects the records of a seed, each only once, with the position that states it. `checks.ts` checks that they are
 * consistent.
 */
export class Collector {
  readonly sources = new Map<string, PlacedRecord<SourceRecord>>();
  readonly entities = new Map<string, PlacedRecord<EntityRecord>>();
  readonly relations = new Map<string, PlacedRecord<RelationRecord>>();
  readonly usedSources = new Set<string>();
  /** Ids that must also belong to an entity, other than the ends of relations. */
  readonly wanted: { id: string; place: SeedPlace }[] = [];
  readonly faults: Remark[] = [];
  private readonly unread: readonly string[];

  /**
   * @param unread ids, or beginnings of ids, of entities in files that could not be read; each such file is already an
   * error
   */
  constructor(unread: readonly string[] = []) {
    this.unread = unread;
  }

  fault(place: SeedPlace, message: string): void {
    this.faults.push({ ...place, message });
  }

  source(record: SourceRecord, place: SeedPlace): void {
    this.once(this.sources, record, place);
  }

  entity(record: EntityRecord, place: SeedPlace): void {
    this.once(this.entities, record, place);
  }

  /** Marks a source as used by a file. */
  rely(source: string, place: SeedPlace): void {
    const id = `Source:${source}`;
    this.usedSources.add(id);
    if (!this.sources.has(id) && !this.isUnread(id))
      this.fault(place, `the source "${source}" is not defined in sources/`);
  }

  /** Whether no entity has this id and no unread file can contain it. */
  lacks(id: string): boolean {
    return !this.entities.has(id) && !this.isUnread(id);
  }

  private isUnread(id: string): boolean {
    return this.unread.some((one) => (one.endsWith(':') ? id.startsWith(one) : id === one));
  }

  /** Adds an alias: one node for a name, with a relation to each entity that has the name. */
  alias(name: string, aliasKind: AliasKind, to: string, sources: readonly string[], place: SeedPlace): void {
    const id = `Alias:${slugOf(name)}`;
    const known = this.entities.get(id);
    if (slugOf(name) === '') this.fault(place, `the alias "${name}" must contain at least one letter or digit`);
    if (known?.record.kind === 'ALIAS' && (known.record.name !== name || known.record.aliasKind !== aliasKind)) {
      const other = `"${known.record.name}" (${known.record.aliasKind}) at ${known.place.file}:${known.place.line}`;
      this.fault(
        place,
        `the alias "${name}" (${aliasKind}) conflicts with ${other}; use the same spelling and kind in both files`,
      );
    }
    if (!known)
      this.entities.set(id, {
        record: { kind: 'ALIAS', id, label: name, name, vocabulary: GLOSSOGRAPH.key, aliasKind },
        place,
      });
    this.relate({ type: 'ALIAS_OF', from: id, to, sources, place });
  }

  /**
   * Adds a relation with authored evidence. Both ends of a symmetric relation can state it, but the graph contains it
   * only once.
   */
  relate({ sources, place, ...stated }: SeedRelation): void {
    const { type } = stated;
    if (stated.from === stated.to) {
      this.fault(place, `${type}: a relation must not connect ${stated.from} to itself`);
      return;
    }
    const [from, to] =
      RELATIONS[type].symmetric && stated.to < stated.from ? [stated.to, stated.from] : [stated.from, stated.to];
    const evidence = this.reliedOn(stated, sources).map((source) => ({
      rule: 'AUTHORED' as const,
      sourceId: `Source:${source}`,
    }));
    const id = relationId(type, from, to);
    const record: RelationRecord = { id, ...stated, type, from, to, evidence };
    const known = this.relations.get(id);
    if (!known) this.relations.set(id, { record, place });
    else if (!RELATIONS[type].symmetric) this.another(record, place);
    else if (known.place.file === place.file)
      this.fault(place, `${type}: this file contains the relation between ${from} and ${to} twice`);
    else known.record = joined(known.record, record);
  }

  /** Whether an entity is already part of another one. */
  isContained(id: string): boolean {
    return [...this.relations.values()].some(({ record }) => record.type === 'PART_OF' && record.from === id);
  }

  /** The number of parts that an entity currently has. */
  partsOf(id: string): number {
    return [...this.relations.values()].filter(({ record }) => record.type === 'PART_OF' && record.to === id).length;
  }

  /** Adds another relation between the same two entities, for another scope or other days: a definition, an adoption. */
  private another(record: RelationRecord, place: SeedPlace): void {
    let id = record.id;
    for (let n = 2; ; n += 1) {
      const known = this.relations.get(id);
      if (!known) break;
      if ((['scopeId', 'validFrom', 'validTo'] as const).every((key) => known.record[key] === record[key])) {
        const where = `${known.place.file}:${known.place.line}`;
        this.fault(
          place,
          `${record.type}: the relation from ${record.from} to ${record.to} is already defined at ${where}`,
        );
        return;
      }
      id = `${record.id}~${n}`;
    }
    this.relations.set(id, { record: { ...record, id }, place });
  }

  /**
   * The sources that are a relation's evidence: all sources of the file. The evidence of MENTIONS is counted, as each piece is
   * a place in a text. MENTIONS therefore has one source, the one whose URL is closest to the page of the text.
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

  private once<T extends { id: string }>(all: Map<string, PlacedRecord<T>>, record: T, place: SeedPlace): void {
    const known = all.get(record.id);
    if (known) this.fault(place, `${record.id} is already defined at ${known.place.file}:${known.place.line}`);
    else all.set(record.id, { record, place });
  }

  /** All records, ordered by id. */
  records(): ImportRecords {
    const byId = <T extends { id: string }>(all: Map<string, PlacedRecord<T>>) =>
      [...all.values()].map(({ record }) => record).sort((a, b) => (a.id < b.id ? -1 : 1));
    return {
      ...{ entities: byId(this.entities), relations: byId(this.relations), sources: byId(this.sources) },
      vocabularies: [GLOSSOGRAPH],
    };
  }
}

/** Joins a symmetric relation that both ends state: the evidence of both, and the greater weight. */
function joined(a: RelationRecord, b: RelationRecord): RelationRecord {
  const evidence = new Map([...a.evidence, ...b.evidence].map((piece) => [piece.sourceId, piece]));
  const weight = Math.max(a.weight ?? 0, b.weight ?? 0);
  return { ...a, evidence: [...evidence.values()], ...(weight > 0 && { weight }) };
}
