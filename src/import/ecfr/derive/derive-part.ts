import { structureSource } from '../../../model/cfr/structure.ts';
import type {
  EntityRecord,
  ImportRecords,
  RegulationRecord,
  RelationRecord,
  SourceRecord,
} from '../../../model/records.ts';
import { LAW } from '../../../model/vocabulary.ts';
import { type Edition, fileHashOf } from '../edition.ts';
import { repeatsIn } from '../provisions/flatten.ts';
import { AmendedPlaces } from './amended-places.ts';
import { analyzedEditions, sourceIdOf } from './analyzed-editions.ts';
import { tellChanges } from './changed-units.ts';
import { existenceIn, wholeDays } from './existence.ts';
import { unreadNotesIn } from './history.ts';
import type { KnownToLaw } from './known-to-law.ts';
import { LawNames } from './law-names.ts';
import { observedDays } from './observed-days.ts';
import { regulationsOf } from './regulations.ts';
import { amendmentsOf } from './relations/amendments.ts';
import { windowed } from './windowed-relations.ts';

/** The records of a part, their counts, and the errors in its text. */
export interface DerivedPart {
  records: ImportRecords;
  /** The number of provisions at each level of the latest text, and the number of definitions in it. */
  counts: { provisions: Readonly<Record<string, number>>; definitions: number };
  /** Designators that appear twice in the latest text, and notes in it that cannot be parsed: one sentence for each. */
  faults: string[];
}

/**
 * Derives the records of a part from all its editions. The same editions always produce the same records, regardless of
 * the order of imports and the XML dialect.
 *
 * @param editions oldest first
 */
export function derivePart(editions: readonly Edition[], known: KnownToLaw): DerivedPart {
  const names = new LawNames(known);
  const laws = analyzedEditions(editions, known.above);
  const seen = observedDays(laws);
  const amended = new AmendedPlaces(laws, seen, known);
  const regulations = regulationsOf(laws, seen, amended, wholeDays(editions));
  tellChanges(regulations, amended);
  const exists = existenceIn(editions, regulations, seen);
  const relations = [
    ...windowed(laws, seen, amended, { names, exists }),
    ...amendmentsOf(regulations.values(), amended),
  ];
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
    records: {
      entities,
      relations: [...relations, ...aliasRelations],
      sources: sourcesOf(editions, relations),
      ...(names.terms.size > 0 && { vocabularies: [LAW] }),
    },
    counts: countsOf([...regulations.values()], relations),
    faults: [...repeatsIn(latest?.law.provisions ?? []), ...unreadNotesIn(latest?.law.provisions ?? [])],
  };
}

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
