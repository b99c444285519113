/**
 * Merges the data that several imports state about the same record. For example, the seed explains a provision, and the
 * eCFR provides its text. The graph stores what each import states, so any of them can be repeated or removed without
 * losing the others:
 *
 * - For a property, the value from the import with the highest rank is used (`src/model/origins.ts`). An empty list
 *   does not count as a value.
 * - All sections are kept, without duplicates, those from the highest rank first. Two glossaries therefore keep their
 *   definitions.
 * - All evidence is kept, without duplicates.
 * - If an edition shows a relation that might be older (`orEarlier`), the relation starts on the date that any other
 *   import states. Importing a file with some sections, or a late edition, therefore does not remove what the seed
 *   states about earlier days.
 *
 * The order of imports does not matter: the same imports always produce the same graph, as the data version requires.
 */
import { compareOrigins } from '../model/origins.ts';
import type { TermRecord } from '../model/records.ts';
import { nameKey, wordsOf } from '../search/words.ts';
import { canonicalJson } from './canonical.ts';
import { EVIDENCE_LISTS, type Properties, present, UNRANKED, type Value } from './properties.ts';

/** The properties that each import states of one record, by origin. */
export type PropertiesByOrigin = ReadonlyMap<string, Properties>;

/** Stored with a record, but derived from what the imports state; never part of a record itself. */
interface DerivedProperties {
  origins: string[];
  /** JSON of the properties that each origin states, parallel to `origins`. Absent if there is only one origin. */
  said?: string[];
  /** An entity's names in the form that the indexes need: see cypher/migrations/0002-indexes.cypher. */
  nameKey: string;
  nameWords: string;
  /** For definitions, computed after an import from the records of all imports: see `law/leads.ts`. */
  leads?: string[];
  closure?: string[];
}

/** The class of a record. Entities have indexed names, and relations always have a weight. */
export type RecordClass = 'entity' | 'relation' | 'source' | 'vocabulary';

const NOT_STATED: ReadonlySet<string> = new Set<keyof DerivedProperties>([
  'origins',
  'said',
  'nameKey',
  'nameWords',
  'leads',
  'closure',
]);

/** Merges the properties from the imports into the stored properties, including the bookkeeping data. */
export function mergeOrigins(stated: PropertiesByOrigin, recordClass: RecordClass): Properties {
  const inOrder = [...stated].sort(([a], [b]) => compareOrigins(a, b));
  const properties = merge(inOrder.map(([, one]) => one));
  return {
    ...properties,
    ...(recordClass === 'entity' && namesOf(properties)),
    ...(recordClass === 'relation' && { weight: properties.weight ?? UNRANKED }),
    origins: inOrder.map(([origin]) => origin),
    ...(inOrder.length > 1 && { said: inOrder.map(([, one]) => canonicalJson(one)) }),
  };
}

/** Splits stored properties into the properties from each import. This is the reverse of `mergeOrigins`. */
export function splitOrigins(stored: Properties): PropertiesByOrigin {
  const origins = texts(stored.origins);
  const said = texts(stored.said);
  if (said.length > 0) return new Map(origins.map((origin, i) => [origin, JSON.parse(said[i] ?? '{}') as Properties]));
  const own = Object.fromEntries(
    Object.entries(stored).filter(([key, value]) => !NOT_STATED.has(key) && !(key === 'weight' && value === UNRANKED)),
  );
  return new Map(origins.map((origin) => [origin, own]));
}

function merge(stated: readonly Properties[]): Properties {
  const [first, ...others] = stated;
  if (others.length === 0) return first ?? {};
  const merged: Record<string, Value> = {};
  for (const [key, value] of stated.flatMap((one) => Object.entries(one))) {
    if (merged[key] === undefined || !Array.isArray(value) || value.length > 0) merged[key] = value;
  }
  return present({
    ...merged,
    ...startOf(stated),
    ...(merged.evidenceRules !== undefined && rowsOf(stated, EVIDENCE_LISTS)),
    ...(merged.sectionHeadings !== undefined && rowsOf([...stated].reverse(), SECTION_LISTS)),
  });
}

/** The start of a relation that an import shows from a day on and that can be older: the earliest that any import states. */
function startOf(stated: readonly Properties[]): Partial<Record<string, Value>> {
  const dated = stated.findLast(({ validFrom }) => validFrom !== undefined);
  if (!dated?.orEarlier) return {};
  const starts = stated.map(({ validFrom }) => validFrom);
  const [earliest] = starts.includes(undefined) ? [] : starts.map(String).sort();
  return { validFrom: earliest, ...(earliest !== dated.validFrom && { orEarlier: undefined }) };
}

const SECTION_LISTS = ['sectionHeadings', 'sectionBodies'] as const satisfies readonly (keyof TermRecord)[];

/** Merges parallel lists, such as evidence or sections, row by row: all rows in order, each once. */
function rowsOf(stated: readonly Properties[], lists: readonly string[]): Properties {
  const rows = stated.flatMap((one) => {
    const columns = lists.map((key) => list(one[key]));
    return (columns[0] ?? []).map((_, i) => columns.map((column) => column[i]));
  });
  const once = [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
  return Object.fromEntries(lists.map((key, i) => [key, once.map((row) => row[i]) as string[] | number[]]));
}

function namesOf({ label = '', name, citation }: Properties): Pick<DerivedProperties, 'nameKey' | 'nameWords'> {
  const names = [...new Set([label, name, citation].filter((one) => typeof one === 'string'))];
  return { nameKey: nameKey(String(label)), nameWords: wordsOf(names.join(' ')).join(' ') };
}

const list = (value: Value | undefined): readonly (string | number)[] => (Array.isArray(value) ? value : []);
const texts = (value: Value | undefined): string[] => list(value).map(String);
