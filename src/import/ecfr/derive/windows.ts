/**
 * Text over time. An import states how a part reads on one day. From all days on which a section was seen follow the
 * windows in which a value held. Where amendments decide on which day one value took the place of another, windows begin
 * and end on that day; otherwise, on the day on which the later value was first seen. The order in which the days were
 * imported does not matter.
 */

/** A value during a window of days; `to` is exclusive, and absent while no later value was seen. */
export interface DayWindow<T> {
  value: T;
  from: string;
  to?: string;
  /** The first day on which the value was seen in this window: `from`, or a later day. */
  seenFrom: string;
  /** The day on which something else was seen first, or nothing: `to`, or a later day. */
  goneOn?: string;
}

/**
 * The windows of one value.
 *
 * @param days the days on which its section was seen, in order
 * @param seen the value by day; on a day that is missing here, it did not exist
 * @param same the key by which two values are equal: a window continues while it stays equal, and keeps the last value
 * @param began the first day on which what was seen on a day held: after `before`, the day before it on which something
 * else was seen, and not after the day itself
 */
export function windowsOf<T>(
  days: readonly string[],
  seen: ReadonlyMap<string, T>,
  same: (value: T) => string,
  began: (day: string, before: string | undefined) => string = (day) => day,
): DayWindow<T>[] {
  const windows: DayWindow<T>[] = [];
  let open: DayWindow<T> | undefined;
  for (const [i, day] of days.entries()) {
    const value = seen.get(day);
    if (open && value !== undefined && same(open.value) === same(value)) {
      open.value = value;
      continue;
    }
    if (!open && value === undefined) continue;
    const from = began(day, days[i - 1]);
    if (open) Object.assign(open, { to: from, goneOn: day });
    open = value === undefined ? undefined : { value, from, seenFrom: day };
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
