/**
 * Pending relations: relations whose target is not in the graph yet, such as a citation of a part that was not imported. They
 * are stored as (:OpenRelation) nodes and become relations when an import brings an entity with the target's id.
 */
import { store } from '../../cypher/store/index.ts';
import { runAll } from '../graph/pipeline.ts';
import { type Runner, run } from '../graph/run.ts';
import { groupBy } from '../model/group.ts';
import type { ImportRecords, RelationRecord } from '../model/records.ts';
import type { RelationType } from '../model/relations.ts';
import { type ArrivedEntity, arrivedMembers, membersOf } from './cited-ranges.ts';
import { mergeOrigins, splitOrigins } from './merge.ts';
import { fromDriver, type Properties, relationProperties, toDriver } from './properties.ts';

/** Splits an import's records into those that the graph can take now and the relations that stay pending. */
export async function splitPending(
  tx: Runner,
  records: ImportRecords,
): Promise<{ records: ImportRecords; pending: RelationRecord[] }> {
  const open = records.relations.filter((relation) => relation.open);
  if (open.length === 0) return { records, pending: [] };
  const own = new Set(records.entities.map(({ id }) => id));
  const ends = new Set(open.map(({ to }) => to).filter((id) => !own.has(id)));
  const missing = await runAll(tx, store.missing, { rows: [...ends].map((id) => ({ id })) });
  const absent = new Set(missing.map(({ id }) => id));
  const isPending = ({ open: mayWait, dangling, to }: RelationRecord) =>
    mayWait === true && (dangling === true || absent.has(to));
  const stated = new Set(records.relations.map(({ id }) => id));
  const members = (await membersOf(tx, open)).filter(({ id }) => !stated.has(id));
  return {
    records: { ...records, relations: [...records.relations.filter((relation) => !isPending(relation)), ...members] },
    pending: open.filter(isPending),
  };
}

/** Replaces the pending relations of an import. Returns how many it saved. */
export async function savePending(tx: Runner, origin: string, pending: readonly RelationRecord[]): Promise<number> {
  await run(tx, store.clearPending, { origin });
  const rows = pending.map((relation) => {
    const { id, type, from, to } = relation;
    return { properties: { ...toDriver(relationProperties(relation)), id, type, from, to, origin } };
  });
  await runAll(tx, store.savePending, { rows });
  return rows.length;
}

/**
 * Turns pending relations into relations of the imports that stated them.
 *
 * @param arrived entities that are new in the graph; no relation is pending for any other
 */
export async function resolvePending(tx: Runner, arrived: readonly ArrivedEntity[]): Promise<void> {
  const [open] = await run(tx, store.anyPending, {});
  if (!open?.any) return; // looking up ten thousand ids takes as long as writing them
  const found = await runAll(tx, store.resolvePending, { rows: arrived.map(({ id }) => ({ id })) });
  const relations = [
    ...found.map(({ properties }) => {
      const { type, from, to, origin, ...stated } = fromDriver(properties) as Properties & PendingRelation;
      return { id: stated.id as string, type, from, to, origin, stated };
    }),
    ...(await arrivedMembers(tx, arrived)),
  ];
  for (const [type, resolved] of groupBy(relations, (relation) => relation.type)) {
    const held = await runAll(tx, store.sharedRelations[type], { origin: '', rows: resolved });
    const said = new Map(held.map(({ id, properties }) => [id, splitOrigins(fromDriver(properties))]));
    const rows = resolved.flatMap(({ id, from, to, origin, stated }) => {
      // what the text cites by name it does not cite again as the member of a range
      if (stated.amid === true && said.get(id)?.has(origin)) return [];
      const properties = mergeOrigins(new Map([...(said.get(id) ?? []), [origin, stated]]), 'relation');
      return [{ id, from, to, properties: toDriver(properties) }];
    });
    await runAll(tx, store.putRelations[type], { rows });
  }
}

/**
 * Before entities are deleted, makes the relations of other imports to them pending, where those may be.
 *
 * @param origin the import that deletes the entities
 */
export async function demoteToPending(tx: Runner, origin: string, deleted: readonly { id: string }[]): Promise<void> {
  const demoted = await runAll(tx, store.demoteToPending, { origin, rows: deleted });
  const rows = demoted.map(({ from, to, type, properties }) => {
    const { origins, said: _said, ...plain } = fromDriver(properties);
    const other = (origins as readonly string[]).at(-1) ?? '';
    return { properties: { ...toDriver(plain), type, from, to, origin: other } };
  });
  await runAll(tx, store.savePending, { rows });
}

interface PendingRelation {
  type: RelationType;
  from: string;
  to: string;
  origin: string;
}
