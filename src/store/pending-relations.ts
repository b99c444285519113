/**
 * Relations that may wait for their end: a citation of a part that is not imported, an adoption of a standard that nobody
 * described. They are kept aside as (:OpenRelation), and become relations when something comes that has the id.
 */
import { store } from '../../cypher/store/index.ts';
import { runAll } from '../graph/pipeline.ts';
import { type Runner, run } from '../graph/run.ts';
import { groupBy } from '../model/group.ts';
import type { ImportRecords, RelationRecord } from '../model/records.ts';
import type { RelationType } from '../model/relations.ts';
import { hold, saidBy } from './merge.ts';
import { fromDriver, type Properties, relationProperties, toDriver } from './properties.ts';

/** Parts what an import says into what the graph can take and what has to wait. */
export async function splitPending(
  tx: Runner,
  records: ImportRecords,
): Promise<{ records: ImportRecords; waiting: RelationRecord[] }> {
  const open = records.relations.filter((relation) => relation.open);
  if (open.length === 0) return { records, waiting: [] };
  const own = new Set(records.entities.map(({ id }) => id));
  const ends = new Set(open.map(({ to }) => to).filter((id) => !own.has(id)));
  const missing = await runAll(tx, store.missing, { rows: [...ends].map((id) => ({ id })) });
  const absent = new Set(missing.map(({ id }) => id));
  const waits = ({ open: mayWait, dangling, to }: RelationRecord) =>
    mayWait === true && (dangling === true || absent.has(to));
  return {
    records: { ...records, relations: records.relations.filter((relation) => !waits(relation)) },
    waiting: open.filter(waits),
  };
}

/** Keeps relations aside, in place of those that the import kept aside before. Gives how many. */
export async function savePending(tx: Runner, origin: string, waiting: readonly RelationRecord[]): Promise<number> {
  await run(tx, store.clearPending, { origin });
  const rows = waiting.map((relation) => {
    const { id, type, from, to } = relation;
    return { properties: { ...toDriver(relationProperties(relation)), id, type, from, to, origin } };
  });
  await runAll(tx, store.savePending, { rows });
  return rows.length;
}

/**
 * What came in: the relations that waited for it become relations of the imports that said them.
 *
 * @param arrived what was not there before; nothing waits for what was
 */
export async function resolvePending(tx: Runner, arrived: readonly { id: string }[]): Promise<void> {
  const [open] = await run(tx, store.anyPending, {});
  if (!open?.any) return; // to ask for ten thousand ids one by one takes as long as to write them
  const found = await runAll(tx, store.resolvePending, { rows: arrived });
  const relations = found.map(({ properties }) => {
    const { type, from, to, origin, ...says } = fromDriver(properties) as Properties & Row;
    return { id: says.id as string, type, from, to, origin, says };
  });
  for (const [type, waited] of groupBy(relations, (relation) => relation.type)) {
    const held = await runAll(tx, store.relationsSaid[type], { origin: '', rows: waited });
    const said = new Map(held.map(({ id, properties }) => [id, saidBy(fromDriver(properties))]));
    const rows = waited.map(({ id, from, to, origin, says }) => {
      const properties = hold(new Map([...(said.get(id) ?? []), [origin, says]]), 'relation');
      return { id, from, to, properties: toDriver(properties) };
    });
    await runAll(tx, store.putRelations[type], { rows });
  }
}

/** What is about to go: the relations to it that others say, and that may wait, are kept aside. */
export async function demoteToPending(tx: Runner, origin: string, going: readonly { id: string }[]): Promise<void> {
  const loose = await runAll(tx, store.demoteToPending, { origin, rows: going });
  const rows = loose.map(({ from, to, type, properties }) => {
    const { origins, said: _said, ...plain } = fromDriver(properties);
    const other = (origins as readonly string[]).at(-1) ?? '';
    return { properties: { ...toDriver(plain), type, from, to, origin: other } };
  });
  await runAll(tx, store.savePending, { rows });
}

interface Row {
  type: RelationType;
  from: string;
  to: string;
  origin: string;
}
