/** Nodes and relations as the importer would store them. */
import { defined } from '../../src/model/defined.ts';
import { LABEL_OF } from '../../src/model/kinds.ts';
import {
  type EntityRecord,
  type EvidenceRecord,
  type RelationRecord,
  relationId,
  type SourceRecord,
} from '../../src/model/records.ts';
import type { RelationType } from '../../src/model/relations.ts';
import type { VocabularyRecord } from '../../src/model/vocabulary.ts';
import { mergeOrigins } from '../../src/store/merge.ts';
import {
  entityProperties,
  type Properties,
  present,
  relationProperties,
  sourceProperties,
} from '../../src/store/properties.ts';

/** A node to load. `space` is the group of nodes in which its id is unique. */
export interface NodeItem {
  what: 'node';
  space: 'Entity' | 'Source' | 'Vocabulary' | 'Passage';
  labels: readonly string[];
  properties: Properties;
}

/** A relation to load. */
export interface RelationItem {
  what: 'relation';
  type: RelationType;
  from: string;
  to: string;
  properties: Properties;
}

/** A part of a generated graph. */
export type GraphItem = NodeItem | RelationItem;

/** The node of an entity, with the properties that the store derives. */
export function entityItem(origin: string, record: EntityRecord): NodeItem {
  const properties = mergeOrigins(new Map([[origin, entityProperties(record)]]), 'entity');
  return { what: 'node', space: 'Entity', labels: ['Entity', LABEL_OF[record.kind]], properties };
}

/** The node of a source. */
export function sourceItem(origin: string, source: SourceRecord): NodeItem {
  const properties = mergeOrigins(new Map([[origin, sourceProperties(source)]]), 'source');
  return { what: 'node', space: 'Source', labels: ['Source'], properties };
}

/** The node of a vocabulary. */
export function vocabularyItem(origin: string, vocabulary: VocabularyRecord): NodeItem {
  const properties = mergeOrigins(new Map([[origin, present(vocabulary)]]), 'vocabulary');
  return { what: 'node', space: 'Vocabulary', labels: ['Vocabulary'], properties };
}

/** Where a relation leads, and what its record contains beside its id and evidence. */
export interface RelationFacts {
  type: RelationType;
  from: string;
  to: string;
  /** What distinguishes relations of the same type between the same entities, such as a date. */
  suffix?: string | undefined;
  facts?: Partial<RelationRecord>;
  /** Properties that an import derives from all imports. */
  derived?: Properties;
}

/** A relation, with the properties that the store derives. */
export function relationItem(
  origin: string,
  { type, from, to, suffix, facts = {}, derived = {} }: RelationFacts,
  evidence: EvidenceRecord[],
): RelationItem {
  const id = `${relationId(type, from, to)}${suffix === undefined ? '' : `~${suffix}`}`;
  const stated = relationProperties({ id, type, from, to, evidence, ...defined(facts) });
  const merged = mergeOrigins(new Map([[origin, stated]]), 'relation');
  return { what: 'relation', type, from, to, properties: { ...merged, ...derived } };
}

/** Evidence of an author, who relied on two sources. */
export const authored = (...sourceIds: string[]): EvidenceRecord[] =>
  sourceIds.map((sourceId) => ({ rule: 'AUTHORED', sourceId }));

/** Evidence that an importer found in a file. */
export const parsed = (quote: string, sourceId: string, start?: number): EvidenceRecord[] => [
  { rule: 'PARSED', quote, sourceId, ...(start !== undefined && { start, end: start + quote.length }) },
];
