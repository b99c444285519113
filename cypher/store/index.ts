import { type Statement, statement } from '../../src/graph/statement.ts';
import type { Reached, Referring } from '../../src/law/leads.ts';
import { ENTITY_KINDS, type EntityLabel, LABEL_OF } from '../../src/model/kinds.ts';
import { RELATION_TYPES, type RelationType } from '../../src/model/relations.ts';

interface Origin {
  origin: string;
}
interface Vocabularies {
  /** The keys of vocabularies. */
  vocabularies: readonly string[];
}
interface Rows<Row extends object> {
  rows: readonly Row[];
}
interface Key {
  id: string;
}
interface RelationKey extends Key {
  from: string;
  to: string;
}
interface Given {
  properties: Record<string, unknown>;
}
interface Held extends Key, Given {}
interface Changed {
  changed: number;
}
/** A node or relation and the imports that have records of it. */
interface Shared extends Key {
  origins: readonly string[];
}
/** What a pending relation leads to: an entity, or, with a canonical URL, the entity only if it has this URL. */
interface Target extends Key {
  canonical: string | null;
}
/** The labels by whose index a node is found by its id. */
export type KeyLabel = 'Entity' | 'Source' | 'Vocabulary';
/** The labels of nodes that an import writes: entities by kind, sources, and vocabularies. */
export type NodeLabel = EntityLabel | Exclude<KeyLabel, 'Entity'>;

/** The imports as `origin:sha256`, and the time of the last one in milliseconds since 1970, or null if the graph is empty. */
export interface LoadedRow {
  imports: string[];
  changedAt: number | null;
}

/** One statement for each name. The names come from the enums of `src/model`; imported data never becomes Cypher. */
function forEach<Name extends string, Params extends object, Row extends object>(
  names: readonly Name[],
  make: (name: Name) => Statement<Params, Row>,
): Readonly<Record<Name, Statement<Params, Row>>> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, Statement<Params, Row>>;
}

const KEY_LABELS: readonly KeyLabel[] = ['Entity', 'Source', 'Vocabulary'];
const NODE_LABELS: readonly NodeLabel[] = [...ENTITY_KINDS.map((kind) => LABEL_OF[kind]), 'Source', 'Vocabulary'];

const forKeyLabel = <Params extends object, Row extends object = object>(name: string) =>
  forEach(KEY_LABELS, (key) => statement<Params, Row>(`store/${name}`, { key }));
const forRelation = <Params extends object, Row extends object = object>(name: string) =>
  forEach(RELATION_TYPES, (type) => statement<Params, Row>(`store/${name}`, { type }));

/** Neo4j finds an entity by the index of :Entity, and a source or a vocabulary by that of its own label. */
const forNodeLabel = <Row extends object>(name: string) =>
  forEach(NODE_LABELS, (label) => {
    const isKey = label === 'Source' || label === 'Vocabulary';
    const [key, labels] = isKey ? [label, label] : ['Entity', `Entity:${label}`];
    return statement<Rows<Row>, Changed>(`store/${name}`, { key, label, labels });
  });

/** The statements of an import, in the order in which it runs them (`src/store/write.ts`). */
export const store = {
  lock: statement<{ name: string }, { committed: boolean }>('store/lock'),
  committed: statement<{ name: string }, { committed: boolean }>('store/committed'),
  imports: statement<object, { origin: string; sha256: string }>('store/imports'),
  loaded: statement<object, LoadedRow>('store/loaded'),
  nodesOf: forKeyLabel<Origin, Key>('nodes-of'),
  relationsOf: statement<Origin, RelationKey & { type: RelationType }>('store/relations-of'),
  sharedNodes: forKeyLabel<Origin & Rows<Key>, Held>('shared-nodes'),
  sharedRelations: forRelation<Origin & Rows<RelationKey>, Held>('shared-relations'),
  missing: statement<Rows<Target>, Target>('store/missing'),
  knownTerms: statement<Vocabularies, Shared & { slug: string; name: string; key: string }>('store/known-terms'),
  knownAliases: statement<Vocabularies, Shared & { key: string; denotes: readonly Shared[] }>('store/known-aliases'),
  removeRelations: forRelation<Rows<RelationKey>>('remove-relations'),
  losses: statement<Rows<Key>, { origin: string; ids: string[] }>('store/losses'),
  removeNodes: forKeyLabel<Rows<Key>>('remove-nodes'),
  putNodes: forNodeLabel<Held>('put-nodes'),
  makeNodes: forNodeLabel<Given>('make-nodes'),
  /** Tombstones: see `src/store/tombstones.ts`. */
  bury: statement<Origin & Rows<Key> & { day: string }>('store/bury'),
  succeed: statement<Rows<Key>>('store/succeed'),
  anyTombstone: statement<object, { any: boolean }>('store/any-tombstone'),
  raise: statement<Rows<Key>>('store/raise'),
  putRelations: forRelation<Rows<RelationKey & Held>, Changed>('put-relations'),
  makeRelations: forRelation<Rows<Omit<RelationKey, 'id'> & Given>, Changed>('make-relations'),
  clearPending: statement<Origin>('store/clear-pending'),
  savePending: statement<Rows<{ properties: Record<string, unknown> }>>('store/save-pending'),
  anyPending: statement<object, { any: boolean }>('store/any-pending'),
  resolvePending: statement<Rows<Key & { canonical: unknown }>, { properties: Record<string, unknown> }>(
    'store/resolve-pending',
  ),
  between: statement<
    Rows<Key & { low: string; high: string; level: string }>,
    Key & { range: string; citation: string }
  >('store/between'),
  rangesAround: statement<
    Rows<Key & { citation: string; sortKey: string; within: string }>,
    Key & { citation: string; properties: Record<string, unknown> }
  >('store/ranges-around'),
  demoteToPending: statement<
    Origin & Rows<Key>,
    { from: string; to: string; type: RelationType; properties: Record<string, unknown> }
  >('store/demote-to-pending'),
  definitions: statement<object, Referring & Reached>('store/definitions'),
  putChains: statement<Rows<Key & { [Name in keyof Reached]: Reached[Name] | null }>>('store/put-chains'),
  record: statement<Origin & { sha256: string }>('store/record'),
  oldForm: statement<object, { isOld: boolean }>('store/old-form'),
  reset: statement('store/reset'),
};
