import neo4j from 'neo4j-driver';
import { EDGE_PROPERTIES, NODE_PROPERTIES } from '../model/columns.ts';
import type { EntityRecord, EvidenceRecord, RelationRecord, SourceRecord } from '../model/records.ts';

/** What one property of a node or relation can be, before it goes to the driver. */
export type Value = string | number | boolean | readonly string[] | readonly number[];

/** The properties of a node or relation as Neo4j holds them, in plain JavaScript values. Absent is absent, never null. */
export type Properties = Readonly<Record<string, Value>>;

/** The properties that are integers in Neo4j, or lists of them; every other number is a float. */
const INTEGERS: ReadonlySet<string> = new Set([
  ...Object.entries({ ...NODE_PROPERTIES, ...EDGE_PROPERTIES })
    .filter(([, type]) => type.startsWith('integer'))
    .map(([name]) => name),
  ...['evidenceStarts', 'evidenceEnds'],
]);
/** The weight where nothing ranks a relation. */
export const UNRANKED = 1;

/** What an entity's record says, but for its kind, which is a label. */
export function entityProperties(entity: EntityRecord): Properties {
  return present(entity, ['kind']);
}

/** What a source's record says. */
export function sourceProperties(source: SourceRecord): Properties {
  return present(source);
}

/** The fields of a relation's record that are its type and ends, or are stored in another form. */
const NOT_OF_RELATION = ['type', 'from', 'to', 'evidence', 'weight'] as const;

/** What a relation's record says, but for its type and ends. Evidence is laid into parallel lists. */
export function relationProperties(relation: RelationRecord): Properties {
  const { evidence, weight = UNRANKED } = relation;
  const said = present(relation, NOT_OF_RELATION);
  return Object.assign(said, weight !== UNRANKED && { weight }, evidenceProperties(evidence));
}

/** Converts evidence to parallel lists of equal length, as Neo4j cannot store a list of maps; '' and -1 mean "none". */
export function evidenceProperties(evidence: readonly EvidenceRecord[]) {
  return {
    evidenceRules: evidence.map(({ rule }) => rule),
    evidenceQuotes: evidence.map(({ quote }) => quote ?? ''),
    evidenceStarts: evidence.map(({ start }) => start ?? -1),
    evidenceEnds: evidence.map(({ end }) => end ?? -1),
    evidenceSources: evidence.map(({ sourceId }) => sourceId),
  } satisfies Properties;
}

/** Evidence back from its parallel lists. */
export function evidenceFrom(lists: Readonly<ReturnType<typeof evidenceProperties>>): EvidenceRecord[] {
  const { evidenceRules, evidenceQuotes, evidenceStarts, evidenceEnds, evidenceSources } = lists;
  return evidenceRules.map((rule, i) => {
    const [quote, start = -1, end = -1] = [evidenceQuotes[i], evidenceStarts[i], evidenceEnds[i]];
    return {
      rule,
      ...(quote && { quote }),
      ...(start >= 0 && { start }),
      ...(end >= 0 && { end }),
      sourceId: evidenceSources[i] ?? '',
    };
  });
}

/** The lists that hold evidence. Whoever merges relations joins them row by row. */
export const EVIDENCE_LISTS = Object.keys(evidenceProperties([])) as readonly (keyof ReturnType<
  typeof evidenceProperties
>)[];

/** Properties as the driver takes them. */
export function toDriver(properties: Properties): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(properties)) given[key] = INTEGERS.has(key) ? integers(value) : value;
  return given;
}

/** Properties as the driver gives them, whether it was set to plain numbers or not. */
export function fromDriver(properties: Readonly<Record<string, unknown>>): Properties {
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [
      key,
      (Array.isArray(value) ? value.map(plain) : plain(value)) as Value,
    ]),
  );
}

const plain = (value: unknown) => (neo4j.isInt(value) ? value.toNumber() : value);
const integers = (value: Value) =>
  Array.isArray(value) ? value.map((one) => neo4j.int(Number(one))) : neo4j.int(Number(value));

/** The fields of a record that have a value, without some of them. An import has millions: a loop takes half as long as entries. */
export function present(said: object, without: readonly string[] = []): Record<string, Value> {
  const kept: Record<string, Value> = {};
  for (const [key, value] of Object.entries(said)) if (value !== undefined && !without.includes(key)) kept[key] = value;
  return kept;
}
