import neo4j from 'neo4j-driver';
import { EDGE_PROPERTIES, NODE_PROPERTIES } from '../model/columns.ts';
import type { EntityRecord, EvidenceRecord, RelationRecord, SourceRecord } from '../model/records.ts';

/** The possible values of a property of a node or relation, before it is passed to the driver. */
export type Value = string | number | boolean | readonly string[] | readonly number[];

/**
 * The properties of a node or relation as stored in Neo4j, in plain JavaScript values. Missing values are absent, never
 * null.
 */
export type Properties = Readonly<Record<string, Value>>;

/** The properties that are integers in Neo4j, or lists of them; every other number is a float. */
const INTEGERS: ReadonlySet<string> = new Set([
  ...Object.entries({ ...NODE_PROPERTIES, ...EDGE_PROPERTIES })
    .filter(([, type]) => type.startsWith('integer'))
    .map(([name]) => name),
  ...['evidenceStarts', 'evidenceEnds'],
]);
/** The weight of a relation that no source ranks. */
export const UNRANKED = 1;

/** The data in an entity's record, except for its kind, which is a label. */
export function entityProperties(entity: EntityRecord): Properties {
  return present(entity, ['kind']);
}

/** The data in a source's record. */
export function sourceProperties(source: SourceRecord): Properties {
  return present(source);
}

/** The fields of a relation's record that are its type and ends, or are stored in another form. */
const NOT_OF_RELATION = ['type', 'from', 'to', 'evidence', 'weight'] as const;

/** The data in a relation's record, except for its type and ends. Evidence is converted to parallel lists. */
export function relationProperties(relation: RelationRecord): Properties {
  const { evidence, weight = UNRANKED } = relation;
  const said = present(relation, NOT_OF_RELATION);
  return Object.assign(said, weight !== UNRANKED && { weight }, evidenceProperties(evidence));
}

/**
 * Converts evidence to parallel lists of equal length, because Neo4j cannot store a list of maps. '' and -1 mean that
 * there is no value.
 */
export function evidenceProperties(evidence: readonly EvidenceRecord[]) {
  return {
    evidenceRules: evidence.map(({ rule }) => rule),
    evidenceQuotes: evidence.map(({ quote }) => quote ?? ''),
    evidenceStarts: evidence.map(({ start }) => start ?? -1),
    evidenceEnds: evidence.map(({ end }) => end ?? -1),
    evidenceSources: evidence.map(({ sourceId }) => sourceId),
  } satisfies Properties;
}

/** Converts parallel lists back to evidence. */
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

/** The lists that contain evidence. Code that merges relations joins them row by row. */
export const EVIDENCE_LISTS = Object.keys(evidenceProperties([])) as readonly (keyof ReturnType<
  typeof evidenceProperties
>)[];

/** Converts properties to the form that the driver accepts. */
export function toDriver(properties: Properties): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(properties)) given[key] = INTEGERS.has(key) ? integers(value) : value;
  return given;
}

/** Converts properties from the driver, whether or not the driver returns plain numbers. */
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

/**
 * The fields of a record that have a value, without certain fields. An import has millions of fields, and a loop takes
 * half as long as `Object.entries`.
 */
export function present(said: object, without: readonly string[] = []): Record<string, Value> {
  const kept: Record<string, Value> = {};
  for (const [key, value] of Object.entries(said)) if (value !== undefined && !without.includes(key)) kept[key] = value;
  return kept;
}
