/**
 * Text over time. An import states how a part reads on one day. From all days on which a section was seen, this module
 * derives the periods in which each value was valid. If amendments determine the day on which one value replaced
 * another, the periods begin and end on that day. Otherwise, they begin and end on the day on which the later value was
 * first seen. The order in which the days were imported does not matter.
 */

/** A value during a period of days. `to` is exclusive, and it is absent if no later value was seen. */
export interface DayWindow<T> {
  value: T;
  from: string;
  to?: string;
  /** The first day in this period on which the value was seen: `from` or a later day. */
  seenFrom: string;
  /** The first day on which a different value, or none, was seen: `to` or a later day. */
  goneOn?: string;
}

/**
 * The periods of one value.
 *
 * @param days the days on which its section was seen, in order
 * @param seen the value by day; if a day is missing here, the value did not exist on that day
 * @param same the key by which two values are equal; a period continues while the key stays equal, and it keeps the
 * last value
 * @param began the first day on which a value seen on a given day was valid; it is after `before`, the last day on
 * which a different value was seen, and not after the given day
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
 * Merges the orders of several days into one. Where the days agree, the common order is kept; where they disagree, the
 * latest day decides.
 *
 * @param sequences ids in order, the latest day first
 * @returns the position of each id, starting at 0
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
