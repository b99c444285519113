import { type Holder, hold, type Said } from './merge.ts';
import type { Properties } from './properties.ts';

/** One thing of which an import says something. `Key` is what it takes to find it in the graph. */
export interface Saying<Key extends { id: string }> {
  key: Key;
  says: Properties;
}

/** What has to happen to the graph, for one class of things. */
export interface Decision<Key extends { id: string }> {
  /** `fresh`: it is known not to be there yet. */
  put: { key: Key; properties: Properties; fresh: boolean }[];
  remove: Key[];
}

/**
 * What follows from what an import says now.
 *
 * @param now what it says
 * @param gone what it said before and does not say any more
 * @param before ids of what it said before
 * @param held what each import, this one included, says of those things that others speak of, too; by id
 */
export function decide<Key extends { id: string }>(
  origin: string,
  holder: Holder,
  now: readonly Saying<Key>[],
  gone: readonly Key[],
  before: ReadonlySet<string>,
  held: ReadonlyMap<string, Said>,
): Decision<Key> {
  const put = now.map(({ key, says }) => ({
    key,
    properties: hold(new Map([...(held.get(key.id) ?? []), [origin, says]]), holder),
    fresh: !before.has(key.id) && !held.has(key.id),
  }));
  const remove: Key[] = [];
  for (const key of gone) {
    const others = new Map(held.get(key.id));
    others.delete(origin);
    if (others.size === 0) remove.push(key);
    else put.push({ key, properties: hold(others, holder), fresh: false });
  }
  return { put, remove };
}
