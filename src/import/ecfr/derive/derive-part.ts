import { structureSource } from '../../../model/cfr/structure.ts';
import type { CfrCitation } from '../../../model/citation.ts';
import { defined } from '../../../model/defined.ts';
import type {
  EntityRecord,
  ImportRecords,
  RegulationRecord,
  RelationRecord,
  SourceRecord,
} from '../../../model/records.ts';
import { type Edition, fileHashOf } from '../edition.ts';
import { analyzedEditions, sourceIdOf } from './analyzed-editions.ts';
import { type Existence, existenceIn, wholeDays } from './existence.ts';
import type { KnownToLaw } from './known-to-law.ts';
import { LawNames } from './law-names.ts';
import { type DatedAnalysis, type ObservedDays, observedDays } from './observed-days.ts';
import { regulationsOf } from './regulations.ts';
import type { StatedRelation } from './relations/state.ts';
import { statedRelations } from './relations.ts';
import { windowsOf } from './windows.ts';

/** The records of a part, and their counts. */
export interface DerivedPart {
  records: ImportRecords;
  /** Provisions in the latest text by level, and definitions in it. */
  counts: { provisions: Readonly<Record<string, number>>; definitions: number };
}

/**
 * Derives the records of a part from all its editions. The same editions give the same records, whatever the order of
 * imports and the XML dialect.
 *
 * @param editions oldest first
 */
export function derivePart(editions: readonly Edition[], known: KnownToLaw): DerivedPart {
  const names = new LawNames(known);
  const laws = analyzedEditions(editions, known.above);
  const seen = observedDays(laws);
  const regulations = regulationsOf(laws, seen, wholeDays(editions));
  const relations = windowed(laws, seen, names, existenceIn(editions, regulations, seen));
  const entities: EntityRecord[] = [
    ...regulations.values(),
    ...names.terms.values(),
    ...names.aliases.values(),
    ...names.statutes.values(),
  ];
  const latest = laws.at(-1);
  const aliasRelations = [...names.aliasRelations.values()].map((relation) => ({
    ...relation,
    evidence: [{ rule: 'PARSED' as const, sourceId: latest?.sourceId ?? '' }],
  }));
  return {
    records: { entities, relations: [...relations, ...aliasRelations], sources: sourcesOf(editions, relations) },
    counts: countsOf([...regulations.values()], relations),
  };
}

/** Relations, with the windows of time in which the text states them. */
function windowed(
  laws: readonly DatedAnalysis[],
  seen: ObservedDays,
  names: LawNames,
  exists: Existence,
): RelationRecord[] {
  const all = new Map<string, { unitId: string; byDay: Map<string, StatedRelation> }>();
  for (const { asOf, law, sourceId } of laws) {
    const places = { sourceId, names, exists: (place: CfrCitation) => exists(place, asOf) };
    for (const statement of statedRelations(law, places)) {
      const one = all.get(statement.key) ?? { unitId: statement.unitId, byDay: new Map() };
      one.byDay.set(asOf, statement);
      all.set(statement.key, one);
    }
  }
  const records: RelationRecord[] = [];
  for (const { unitId, byDay } of all.values()) {
    const windows = windowsOf(seen(unitId), byDay, ({ same }) => same);
    for (const { value, from, to } of windows) {
      const { relation, stated } = value;
      // An adoption starts on the day that the law states and never on the day on which it happened to be seen.
      const isFirst = from === seen(unitId)[0];
      const start = stated ? relation.validFrom : startOf(relation, from, isFirst);
      const end = [relation.validTo, to].filter((day) => day !== undefined).sort()[0];
      if (start !== undefined && end !== undefined && start >= end) continue;
      const { validFrom: _from, validTo: _to, ...plain } = relation;
      records.push({
        ...plain,
        id: to === undefined ? relation.id : `${relation.id}~${from}`,
        ...defined({ validFrom: start, validTo: end, knownFrom: stated ? from : undefined }),
      });
    }
  }
  return records;
}

/** The start of a window: a later day that the words state, or an earlier one where nothing was seen before. */
const startOf = ({ validFrom }: RelationRecord, from: string, isFirst: boolean): string =>
  validFrom !== undefined && (validFrom > from || isFirst) ? validFrom : from;

/** The sources of the editions, and the table of the Code where it places the part. */
function sourcesOf(editions: readonly Edition[], relations: readonly RelationRecord[]): SourceRecord[] {
  const table = structureSource(editions[0]?.text.title ?? 0);
  const used = relations.some(({ evidence }) => evidence.some(({ sourceId }) => sourceId === table.id));
  return [...editions.map(sourceOf), ...(used ? [table] : [])];
}

function sourceOf(edition: Edition): SourceRecord {
  const { asOf, text } = edition;
  return {
    id: sourceIdOf(edition),
    name: `${text.title} CFR Part ${text.number}, eCFR, as of ${asOf}`,
    url: `https://www.ecfr.gov/on/${asOf}/title-${text.title}/part-${text.number}`,
    retrieved: asOf,
    sha256: fileHashOf(edition),
  };
}

function countsOf(
  regulations: readonly RegulationRecord[],
  relations: readonly RelationRecord[],
): DerivedPart['counts'] {
  const provisions: Record<string, number> = {};
  for (const { level, validFrom } of regulations) {
    if (validFrom !== undefined) provisions[level] = (provisions[level] ?? 0) + 1;
  }
  const definitions = relations.filter(({ type, validTo }) => type === 'DEFINES' && validTo === undefined).length;
  return { provisions, definitions };
}
