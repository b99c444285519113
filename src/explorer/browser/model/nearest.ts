/**
 * Finds the line under the pointer. Pure. Lines are stored as numbers, so searching 60,000 of them takes a millisecond.
 */
import type { PictureEdge } from './picture-data.ts';
import type { Point } from './point.ts';

/** Lines by their ends: four numbers for each line, in the order of `ids`. */
export interface Lines {
  readonly ids: readonly string[];
  readonly ends: Float64Array;
}

/** The lines with two ends that both have a position. */
export function linesOf(edges: Iterable<PictureEdge>, positions: ReadonlyMap<string, Point>): Lines {
  const ids: string[] = [];
  const ends: number[] = [];
  for (const { key: id, source, target } of edges) {
    const [from, to] = [positions.get(source), positions.get(target)];
    if (!from || !to) continue;
    ids.push(id);
    ends.push(from.x, from.y, to.x, to.y);
  }
  return { ids, ends: Float64Array.from(ends) };
}

/** The line nearest to a point, or the first of several equally near lines. Null if no line is within `reach`. */
export function nearestLine({ ids, ends }: Lines, { x, y }: Point, reach: number): string | null {
  let [best, least] = [-1, reach * reach];
  for (let i = 0; i < ids.length; i++) {
    const [x1, y1] = [ends[4 * i] as number, ends[4 * i + 1] as number];
    const [dx, dy] = [(ends[4 * i + 2] as number) - x1, (ends[4 * i + 3] as number) - y1];
    const length = dx * dx + dy * dy;
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length));
    const [awayX, awayY] = [x - x1 - along * dx, y - y1 - along * dy];
    const away = awayX * awayX + awayY * awayY;
    if (away < least) [best, least] = [i, away];
  }
  return ids[best] ?? null;
}
