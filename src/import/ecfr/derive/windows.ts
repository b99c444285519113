/**
 * Text in time. An import says how a part reads on a day. From all that was seen of a thing on all days on which its
 * section was seen follow the windows in which it read so: from the day it was first seen until the day on which something
 * else, or nothing, was seen in its place. The order in which the days were imported plays no role.
 */

/** What stood there during a window of days; `to` is exclusive, and absent while nothing else has been seen. */
export interface DayWindow<T> {
  value: T;
  from: string;
  to?: string;
}

/**
 * The windows of one thing.
 *
 * @param days the days on which its section was seen, in order
 * @param seen what it was, by day; a day that is missing here is one on which it was not there
 * @param same what makes two values one: a window goes on while it is equal, and holds the last value
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
 * One order for what several days put in order: each day's own order is kept where days agree, and the last day decides
 * where they do not.
 *
 * @param sequences ids in order, the last day's first
 * @returns the place of each id, from 0
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
