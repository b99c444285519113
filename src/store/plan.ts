import { type KeyLabel, type NodeLabel, store } from '../../cypher/store/index.ts';
import { runAll } from '../graph/pipeline.ts';
import { type Runner, run } from '../graph/run.ts';
import { groupBy } from '../model/group.ts';
import { type EntityLabel, LABEL_OF } from '../model/kinds.ts';
import type { ImportRecords } from '../model/records.ts';
import type { RelationType } from '../model/relations.ts';
import { type Decision, decide, type StatedRecord } from './decide.ts';
import { ImportError, type Remark } from './errors.ts';
import { type PropertiesByOrigin, type RecordClass, splitOrigins } from './merge.ts';
import { entityProperties, fromDriver, present, relationProperties, sourceProperties } from './properties.ts';

/** The key that identifies a node. */
export interface NodeKey {
  id: string;
  label: NodeLabel;
}
/** The key that identifies a relation. */
export interface RelationKey {
  id: string;
  type: RelationType;
  from: string;
  to: string;
}
const RECORD_CLASS: Readonly<Record<KeyLabel, RecordClass>> = {
  Entity: 'entity',
  Source: 'source',
  Vocabulary: 'vocabulary',
};

/** The changes of an import, by class of record. */
export interface ImportPlan {
  vocabularies: Decision<NodeKey>;
  sources: Decision<NodeKey>;
  entities: Decision<NodeKey>;
  relations: Decision<RelationKey>;
}

/**
 * Compares an import with its last run and with the other imports. Only reads from the database.
 *
 * @param first true if the graph contains no records of this import
 * @param others true if the graph contains other imports
 */
export async function planImport(
  tx: Runner,
  origin: string,
  { entities, relations, sources, vocabularies = [] }: ImportRecords,
  { first, others }: { first: boolean; others: boolean },
): Promise<ImportPlan> {
  const nodes = async (keyLabel: KeyLabel, now: StatedRecord<NodeKey>[]): Promise<Decision<NodeKey>> => {
    const before = first ? [] : await run(tx, store.nodesOf[keyLabel], { origin });
    const gone = missingFrom(now, before).map(({ id }): NodeKey => ({ id, label: id.split(':')[0] as NodeLabel }));
    const rows = [...now.map(({ key }) => key), ...gone];
    const held = others ? await runAll(tx, store.sharedNodes[keyLabel], { origin, rows }) : [];
    return decide(origin, RECORD_CLASS[keyLabel], now, gone, idsOf(before), saidOf(held));
  };
  const decided = {
    vocabularies: await nodes(
      'Vocabulary',
      vocabularies.map((vocabulary) => ({
        key: { id: vocabulary.id, label: 'Vocabulary' },
        stated: present(vocabulary),
      })),
    ),
    sources: await nodes(
      'Source',
      sources.map((source) => ({ key: { id: source.id, label: 'Source' }, stated: sourceProperties(source) })),
    ),
    entities: await nodes(
      'Entity',
      entities.map((entity) => ({
        key: { id: entity.id, label: LABEL_OF[entity.kind] satisfies EntityLabel },
        stated: entityProperties(entity),
      })),
    ),
  };
  const relationsNow = relations.map((record): StatedRecord<RelationKey> => {
    const { id, type, from, to } = record;
    return { key: { id, type, from, to }, stated: relationProperties(record) };
  });
  const before = first ? [] : await run(tx, store.relationsOf, { origin });
  const gone = missingFrom(relationsNow, before);
  const held: { id: string; properties: Record<string, unknown> }[] = [];
  if (others) {
    // A new entity has no relations in the graph, so relations from or to it need no look-up.
    const fresh = new Set(decided.entities.put.flatMap(({ key, fresh: isFresh }) => (isFresh ? [key.id] : [])));
    const shared = relationsNow.map(({ key }) => key).filter(({ from, to }) => !fresh.has(from) && !fresh.has(to));
    for (const [type, rows] of groupBy([...shared, ...gone], ({ type }) => type)) {
      held.push(...(await runAll(tx, store.sharedRelations[type], { origin, rows })));
    }
  }
  return { ...decided, relations: decide(origin, 'relation', relationsNow, gone, idsOf(before), saidOf(held)) };
}

const idsOf = (keys: readonly { id: string }[]): ReadonlySet<string> => new Set(keys.map(({ id }) => id));

/**
 * Checks that both ends of every relation exist, in this import or in another one. Throws ImportError with the missing
 * ends.
 */
export async function checkRelationEnds(
  tx: Runner,
  origin: string,
  { entities, relations }: ImportRecords,
  { entities: { remove } }: ImportPlan,
): Promise<void> {
  const own = new Set(entities.map(({ id }) => id));
  const ends = new Set(relations.flatMap(({ from, to }) => [from, to]).filter((id) => !own.has(id)));
  const missing = await runAll(tx, store.missing, { rows: [...ends].map((id) => ({ id, canonical: null })) });
  const absent = new Set([...missing.map(({ id }) => id), ...remove.map(({ id }) => id)]);
  const faults = relations.flatMap(({ id, from, to }): Remark[] =>
    [from, to]
      .filter((end) => absent.has(end))
      .map((end) => ({ file: origin, message: `relation ${id}: the entity ${end} does not exist` })),
  );
  if (faults.length > 0) throw new ImportError(faults);
}

function missingFrom<Key extends { id: string }>(now: readonly StatedRecord<Key>[], before: readonly Key[]): Key[];
function missingFrom(now: readonly StatedRecord<NodeKey>[], before: readonly { id: string }[]): { id: string }[];
function missingFrom(now: readonly { key: { id: string } }[], before: readonly { id: string }[]): { id: string }[] {
  const still = new Set(now.map(({ key }) => key.id));
  return before.filter(({ id }) => !still.has(id));
}

const saidOf = (
  held: readonly { id: string; properties: Record<string, unknown> }[],
): Map<string, PropertiesByOrigin> =>
  new Map(held.map(({ id, properties }) => [id, splitOrigins(fromDriver(properties))]));
