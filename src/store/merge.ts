/**
 * Several imports may speak of one thing: the seed explains a provision, the eCFR gives its text. What each of them says
 * is kept, so that any of them can be imported again, or dropped, without losing what the others said:
 * - of one property, the import later in the order of `compareOrigins` wins; an empty list says nothing;
 * - of sections, all are kept, once, those of the last word first; so a glossary's definition stays beside another's;
 * - of evidence, all is kept, once.
 * The order is fixed and not that of arrival: the same imports make the same graph, as the data version promises. The
 * ranks are those of `src/model/origins.ts`. Our summaries stay beside official text, as officials write none.
 */
import { compareOrigins } from '../model/origins.ts';
import type { TermRecord } from '../model/records.ts';
import { nameKey, wordsOf } from '../search/words.ts';
import { canonicalJson } from './canonical.ts';
import { EVIDENCE_LISTS, type Properties, UNRANKED, type Value } from './properties.ts';

/** What each import says of one thing, by origin. */
export type Said = ReadonlyMap<string, Properties>;

/** Kept beside what is said: by whom, and in what words when they are several. Never a part of a record. */
interface Bookkeeping {
  origins: string[];
  /** JSON of what each origin says, parallel to `origins`; absent when there is one origin, as it is all there then. */
  said?: string[];
}

/** Made from an entity's names when it is stored: see cypher/migrations/0002-indexes.cypher. */
interface Names {
  nameKey: string;
  nameWords: string;
}

/** Made after an import from what all of them say. */
interface Derived {
  /** Of definitions: see `law/closure.ts`. */
  closure?: string[];
}

/** What is held: entities are found by name, and relations have a weight even where nobody ranked them. */
export type Holder = 'entity' | 'relation' | 'source';

const OURS: ReadonlySet<string> = new Set<keyof (Bookkeeping & Names & Derived)>([
  'origins',
  'said',
  'nameKey',
  'nameWords',
  'closure',
]);

/** The properties that hold what is said, bookkeeping included. */
export function hold(said: Said, holder: Holder): Properties {
  const inOrder = [...said].sort(([a], [b]) => compareOrigins(a, b));
  const properties = merge(inOrder.map(([, one]) => one));
  return {
    ...properties,
    ...(holder === 'entity' && namesOf(properties)),
    ...(holder === 'relation' && { weight: properties.weight ?? UNRANKED }),
    origins: inOrder.map(([origin]) => origin),
    ...(inOrder.length > 1 && { said: inOrder.map(([, one]) => canonicalJson(one)) }),
  };
}

/** What each import says, from the properties that hold it: the reverse of `hold`. */
export function saidBy(held: Properties): Said {
  const origins = texts(held.origins);
  const said = texts(held.said);
  if (said.length > 0) return new Map(origins.map((origin, i) => [origin, JSON.parse(said[i] ?? '{}') as Properties]));
  const own = Object.fromEntries(
    Object.entries(held).filter(([key, value]) => !OURS.has(key) && !(key === 'weight' && value === UNRANKED)),
  );
  return new Map(origins.map((origin) => [origin, own]));
}

function merge(said: readonly Properties[]): Properties {
  const [first, ...others] = said;
  if (others.length === 0) return first ?? {};
  const merged: Record<string, Value> = {};
  for (const [key, value] of said.flatMap((one) => Object.entries(one))) {
    if (merged[key] === undefined || !Array.isArray(value) || value.length > 0) merged[key] = value;
  }
  return {
    ...merged,
    ...(merged.evidenceRules !== undefined && rowsOf(said, EVIDENCE_LISTS)),
    ...(merged.sectionHeadings !== undefined && rowsOf([...said].reverse(), SECTION_LISTS)),
  };
}

const SECTION_LISTS = ['sectionHeadings', 'sectionBodies'] as const satisfies readonly (keyof TermRecord)[];

/** What parallel lists hold row by row, pieces of evidence or sections: all of it, in order, each row once. */
function rowsOf(said: readonly Properties[], lists: readonly string[]): Properties {
  const rows = said.flatMap((one) => {
    const columns = lists.map((key) => list(one[key]));
    return (columns[0] ?? []).map((_, i) => columns.map((column) => column[i]));
  });
  const once = [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
  return Object.fromEntries(lists.map((key, i) => [key, once.map((row) => row[i]) as string[] | number[]]));
}

function namesOf({ label = '', name, citation }: Properties): Names {
  const names = [...new Set([label, name, citation].filter((one) => typeof one === 'string'))];
  return { nameKey: nameKey(String(label)), nameWords: wordsOf(names.join(' ')).join(' ') };
}

const list = (value: Value | undefined): readonly (string | number)[] => (Array.isArray(value) ? value : []);
const texts = (value: Value | undefined): string[] => list(value).map(String);
