/** Writes an import's plan: first deletions, then new and changed records. */
import { store } from '../../cypher/store/index.ts';
import { Pipeline, runAll } from '../graph/pipeline.ts';
import type { Runner } from '../graph/run.ts';
import { groupBy } from '../model/group.ts';
import type { Decision } from './decide.ts';
import { demoteToPending } from './pending-relations.ts';
import type { ImportPlan, NodeKey, RelationKey } from './plan.ts';
import { toDriver } from './properties.ts';
import { bury } from './tombstones.ts';

type OnRows = (rows: number) => void;

/**
 * Deletes the nodes and relations that the import no longer states.
 *
 * @returns the number of deleted nodes and relations, and, by origin, the ids of relations that other imports lost as a
 * result
 */
export async function removeGone(tx: Runner, origin: string, plan: ImportPlan, onRows: OnRows) {
  for (const [type, rows] of groupBy(plan.relations.remove, ({ type }) => type)) {
    await runAll(tx, store.removeRelations[type], { rows }, onRows);
  }
  await demoteToPending(tx, origin, plan.entities.remove);
  await bury(tx, origin, plan.entities.remove);
  const losses = new Map<string, string[]>();
  for (const { origin: loser, ids } of await runAll(tx, store.losses, { rows: plan.entities.remove })) {
    if (loser !== origin) losses.set(loser, [...(losses.get(loser) ?? []), ...ids]);
  }
  await runAll(tx, store.removeNodes.Entity, { rows: plan.entities.remove }, onRows);
  await runAll(tx, store.removeNodes.Vocabulary, { rows: plan.vocabularies.remove }, onRows);
  await runAll(tx, store.removeNodes.Source, { rows: plan.sources.remove }, onRows);
  const removed = Object.values(plan).reduce((sum, decision) => sum + decision.remove.length, 0);
  return { removed, losses };
}

/** Creates and updates nodes and relations. Returns the number of changes. */
export async function putAll(
  tx: Runner,
  { vocabularies, sources, entities, relations }: ImportPlan,
  onRows: OnRows,
  onSent: () => void,
): Promise<number> {
  const pipeline = new Pipeline(tx);
  let written = 0;
  const count = (rows: number, answers: readonly { changed: number }[]) => {
    onRows(rows);
    for (const { changed } of answers) written += Number(changed);
  };
  for (const [label, items] of groupBy(
    [...vocabularies.put, ...sources.put, ...entities.put],
    ({ key }) => key.label,
  )) {
    for (const [fresh, some] of groupBy(items, (item) => item.fresh)) {
      if (fresh) await pipeline.send(store.makeNodes[label], { rows: some.map(newNode) }, count);
      else await pipeline.send(store.putNodes[label], { rows: some.map(knownNode) }, count);
    }
  }
  for (const [type, items] of groupBy(relations.put, ({ key }) => key.type)) {
    for (const [fresh, some] of groupBy(items, (item) => item.fresh)) {
      if (fresh) await pipeline.send(store.makeRelations[type], { rows: some.map(newRelation) }, count);
      else await pipeline.send(store.putRelations[type], { rows: some.map(knownRelation) }, count);
    }
  }
  onSent();
  await pipeline.end();
  return written;
}

type PutNode = Decision<NodeKey>['put'][number];
type PutRelation = Decision<RelationKey>['put'][number];

// The id is one of the properties. A statement needs it beside them only to find what the graph has already.
const newNode = ({ properties }: PutNode) => ({ properties: toDriver(properties) });
const knownNode = ({ key: { id }, properties }: PutNode) => ({ id, properties: toDriver(properties) });
const newRelation = ({ key: { from, to }, properties }: PutRelation) => ({
  from,
  to,
  properties: toDriver(properties),
});
const knownRelation = ({ key: { id, from, to }, properties }: PutRelation) => ({
  id,
  from,
  to,
  properties: toDriver(properties),
});
