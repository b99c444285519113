/**
 * Tombstones: what is left of an entity that an import removed, so that its id and its page can tell what became of it. An
 * entity that comes back loses its tombstone.
 */
import { store } from '../../cypher/store/index.ts';
import { runAll } from '../graph/pipeline.ts';
import { type Runner, run } from '../graph/run.ts';
import { today } from '../model/day.ts';

interface Key {
  id: string;
}

/** Leaves a tombstone for each of these entities, before they are deleted. */
export async function bury(tx: Runner, origin: string, entities: readonly Key[]): Promise<void> {
  await runAll(tx, store.bury, { origin, day: today(), rows: idsOf(entities) });
}

/**
 * Brings the tombstones up to date once an import is written: those of entities that are back go, and those of entities that it
 * removed name their successors.
 */
export async function settleTombstones(tx: Runner, removed: readonly Key[], fresh: readonly Key[]): Promise<void> {
  const [tombstones] = await run(tx, store.anyTombstone, {});
  if (!tombstones?.any) return;
  await runAll(tx, store.raise, { rows: idsOf(fresh) });
  await runAll(tx, store.succeed, { rows: idsOf(removed) });
}

const idsOf = (entities: readonly Key[]) => entities.map(({ id }) => ({ id }));
