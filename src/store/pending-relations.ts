/**
 * Pending relations: relations whose target is not in the graph yet, such as a citation of a part that was not
 * imported. They are stored as (:OpenRelation) nodes. When an import adds an entity with the target's id, they become
 * relations.
 */
import { store } from '../../cypher/store/index.ts';
import { runAll } from '../graph/pipeline.ts';
import { type Runner, run } from '../graph/run.ts';
import { groupBy } from '../model/group.ts';
import type { EntityRecord, ImportRecords, RelationRecord } from '../model/records.ts';
import type { RelationType } from '../model/relations.ts';
import { type ArrivedEntity, arrivedMembers, membersOf } from './cited-ranges.ts';
import { mergeOrigins, splitOrigins } from './merge.ts';
import { fromDriver, type Properties, relationProperties, toDriver } from './properties.ts';

/** Divides an import's records into those that can be written now and the relations that stay pending. */
export async function splitPending(
  tx: Runner,
  records: ImportRecords,
): Promise<{ records: ImportRecords; pending: RelationRecord[] }> {
  const open = records.relations.filter((relation) => relation.open);
  if (open.length === 0) return { records, pending: [] };
  const own = new Map(records.entities.map((one) => [one.id, canonicalOf(one)] as const));
  const elsewhere = new Map(open.filter(({ to }) => !own.has(to)).map((one) => [targetOf(one), one] as const));
  const rows = [...elsewhere.values()].map(({ to: id, toCanonical: canonical = null }) => ({ id, canonical }));
  const missing = await runAll(tx, store.missing, { rows });
  const absent = new Set(missing.map(({ id, canonical }) => targetOf({ to: id, toCanonical: canonical ?? undefined })));
  const isThere = (one: RelationRecord) =>
    own.has(one.to) ? one.toCanonical === undefined || own.get(one.to) === one.toCanonical : !absent.has(targetOf(one));
  const isPending = (one: RelationRecord) => one.open === true && (one.dangling === true || !isThere(one));
  const stated = new Set(records.relations.map(({ id }) => id));
  const members = (await membersOf(tx, open)).filter(({ id }) => !stated.has(id));
  return {
    records: { ...records, relations: [...records.relations.filter((relation) => !isPending(relation)), ...members] },
    pending: open.filter(isPending),
  };
}

/** What a relation leads to: an entity, or the entity with this id only if it has a certain canonical URL. */
const targetOf = ({ to, toCanonical }: { to: string; toCanonical?: string | undefined }) =>
  toCanonical === undefined ? to : `${to} ${toCanonical}`;

const canonicalOf = (one: EntityRecord) => (one.kind === 'STANDARD' ? one.canonical : undefined);

/** Replaces the pending relations of an import. Returns the number of saved relations. */
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
 * Converts pending relations to relations of the imports that stated them.
 *
 * @param arrived entities that are new in the graph; relations to other entities cannot be pending
 */
export async function resolvePending(tx: Runner, arrived: readonly ArrivedEntity[]): Promise<void> {
  const [open] = await run(tx, store.anyPending, {});
  if (!open?.any) return; // looking up ten thousand ids takes as long as writing them
  const found = await runAll(tx, store.resolvePending, {
    rows: arrived.map(({ id, properties }) => ({ id, canonical: properties.canonical ?? null })),
  });
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
 * Before entities are deleted, converts other imports' relations to them to pending relations, if these relations can
 * be pending.
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
