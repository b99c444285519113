import { type Points, pointsOf, seedAt } from './points.ts';

/** Decimals of a position. */
const STEPS = 10_000;

/**
 * Scales positions to the range from -1 to 1 with four decimal places, centered on 0. Nodes that would have the same
 * position are moved apart by the smallest possible distance.
 */
export function framed(points: Points): Points {
  const order = points.x.length;
  const [left, right] = bounds(points.x);
  const [bottom, top] = bounds(points.y);
  const side = Math.max(right - left, top - bottom);
  const scale = side > 0 ? (2 * STEPS) / side : 0;
  const inFrame = pointsOf(order);
  const taken = new Set<number>();
  for (let n = 0; n < order; n += 1) {
    const x = Math.round(((points.x[n] ?? 0) - (left + right) / 2) * scale);
    const y = Math.round(((points.y[n] ?? 0) - (bottom + top) / 2) * scale);
    const [freeX, freeY] = free(x, y, taken);
    taken.add(cellOf(freeX, freeY));
    inFrame.x[n] = freeX / STEPS + 0; // no -0
    inFrame.y[n] = freeY / STEPS + 0;
  }
  return inFrame;
}

function bounds(list: Float64Array): [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of list) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return list.length > 0 ? [least, most] : [0, 0];
}

const cellOf = (x: number, y: number) => (x + STEPS) * (2 * STEPS + 1) + y + STEPS;

/** The position itself, or the nearest free one. */
function free(x: number, y: number, taken: ReadonlySet<number>): [number, number] {
  for (let i = 0; ; i += 1) {
    const aside = i === 0 ? { x: 0, y: 0 } : seedAt(i);
    const [nearX, nearY] = [x + Math.round(aside.x), y + Math.round(aside.y)];
    const inside = Math.max(Math.abs(nearX), Math.abs(nearY)) <= STEPS;
    if (inside && !taken.has(cellOf(nearX, nearY))) return [nearX, nearY];
  }
}
