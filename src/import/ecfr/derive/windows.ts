/**
 * Text over time. An import states how a part reads on one day. From all days on which a section was seen follow the
 * windows in which a value held: from the day it was first seen until the day on which another value, or none, was seen
 * in its place. The order in which the days were imported does not matter.
 */

/** A value during a window of days; `to` is exclusive, and absent while no later value was seen. */
export interface DayWindow<T> {
  value: T;
  from: string;
  to?: string;
}

/**
 * The windows of one value.
 *
 * @param days the days on which its section was seen, in order
 * @param seen the value by day; on a day that is missing here, it did not exist
 * @param same the key by which two values are equal: a window continues while it stays equal, and keeps the last value
 */
export function windowsOf<T>(
  days: readonly string[],
  seen: ReadonlyMap<string, T>,
  same: (value: T) => string,
): DayWindow<T>[] {
  const windows: DayWindow<T>[] = [];
  let open: DayWindow<T> | undefined;
  for (const day of days) {
    const value = seen.get(day);
    if (open && value !== undefined && same(open.value) === same(value)) {
      open.value = value;
      continue;
    }
    if (open) open.to = day;
    open = value === undefined ? undefined : { value, from: day };
    if (open) windows.push(open);
  }
  return windows;
}

/**
 * Merges the orders of several days into one: keeps each day's order where days agree; the latest day decides where they
 * do not.
 *
 * @param sequences ids in order, the latest day's first
 * @returns the position of each id, from 0
 */
export function commonOrder(sequences: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const order: string[] = [];
  const known = new Set<string>();
  for (const sequence of sequences) {
    let at = 0;
    for (const id of sequence) {
      if (known.has(id)) {
        at = order.indexOf(id, at) + 1 || order.indexOf(id) + 1;
        continue;
      }
      order.splice(at, 0, id);
      known.add(id);
      at += 1;
    }
  }
  return new Map(order.map((id, place) => [id, place]));
}
