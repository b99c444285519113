/**
 * Tombstones: the remaining data about an entity that an import removed, so that its id and its page can explain what
 * happened to it. If an entity comes back, its tombstone is deleted.
 */
import { store } from '../../cypher/store/index.ts';
import { runAll } from '../graph/pipeline.ts';
import { type Runner, run } from '../graph/run.ts';
import { today } from '../model/day.ts';

interface Key {
  id: string;
}

/** Creates a tombstone for each of these entities before they are deleted. */
export async function bury(tx: Runner, origin: string, entities: readonly Key[]): Promise<void> {
  await runAll(tx, store.bury, { origin, day: today(), rows: idsOf(entities) });
}

/**
 * Updates the tombstones after an import is written. Tombstones of entities that are back are deleted, and tombstones
 * of newly removed entities get their successors.
 */
export async function settleTombstones(tx: Runner, removed: readonly Key[], fresh: readonly Key[]): Promise<void> {
  const [tombstones] = await run(tx, store.anyTombstone, {});
  if (!tombstones?.any) return;
  await runAll(tx, store.raise, { rows: idsOf(fresh) });
  await runAll(tx, store.succeed, { rows: idsOf(removed) });
}

const idsOf = (entities: readonly Key[]) => entities.map(({ id }) => ({ id }));
