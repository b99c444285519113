import { mergeOrigins, type PropertiesByOrigin, type RecordClass } from './merge.ts';
import type { Properties } from './properties.ts';

/** A record of an import: the key that identifies it in the graph, and the properties that the import states. */
export interface StatedRecord<Key extends { id: string }> {
  key: Key;
  stated: Properties;
}

/** The records to write and to delete, for one class of records: sources, entities, or relations. */
export interface Decision<Key extends { id: string }> {
  /** `fresh` means that the record is not in the graph yet. */
  put: { key: Key; properties: Properties; fresh: boolean }[];
  remove: Key[];
  /** The number of records that the import stated last time. */
  before: number;
}

/**
 * Determines what an import changes.
 *
 * @param now the records that the import states
 * @param gone the records that it stated last time but no longer states
 * @param before the ids of the records that it stated last time
 * @param held the properties that each import states, by record id, for records that other imports also state
 */
export function decide<Key extends { id: string }>(
  origin: string,
  recordClass: RecordClass,
  now: readonly StatedRecord<Key>[],
  gone: readonly Key[],
  before: ReadonlySet<string>,
  held: ReadonlyMap<string, PropertiesByOrigin>,
): Decision<Key> {
  const put = now.map(({ key, stated }) => ({
    key,
    properties: mergeOrigins(new Map([...(held.get(key.id) ?? []), [origin, stated]]), recordClass),
    fresh: !before.has(key.id) && !held.has(key.id),
  }));
  const remove: Key[] = [];
  for (const key of gone) {
    const others = new Map(held.get(key.id));
    others.delete(origin);
    if (others.size === 0) remove.push(key);
    else put.push({ key, properties: mergeOrigins(others, recordClass), fresh: false });
  }
  return { put, remove, before: before.size };
}
