/** Computes the positions of all nodes. The same view of the same data always has the same positions. Pure. */
import { addTo, groupBy } from '../../../model/group.ts';
import { GOLDEN_ANGLE, seedAt } from '../../../picture/points.ts';
import type { View } from '../view/view.ts';
import { groupsOf } from './groups.ts';
import { beside, byMeaning } from './meaning.ts';
import type { Point } from './point.ts';
import { isByMeaning } from './questions.ts';
import type { Scene, SceneNode } from './scene.ts';

/** The shape of the stage. On a narrow stage, all names are on the right. */
export type Stage = 'wide' | 'narrow';

/**
 * Computes the positions of the base and of the path, without pins and expansions. Nodes with known positions keep
 * them, so that nothing moves when a filter changes. Other nodes are placed near the nodes in their group or near the
 * nodes to which they are related.
 *
 * @param known previous positions, or positions that this browser computed
 */
export function settle(scene: Scene, view: View, known: ReadonlyMap<string, Point>, stage: Stage): Map<string, Point> {
  const first = [...scene.nodes.values()].filter(({ broughtBy }) => broughtBy === null);
  const settled = new Map<string, Point>();
  for (const { key } of first) {
    const point = known.get(key);
    if (point) settled.set(key, point);
  }
  if (settled.size === 0) return freshly(first, scene, view, stage);
  if (settled.size === first.length) return settled;
  const crowd = crowdOf(settled);
  const heart = middle(settled);
  const { groups } = groupsOf(scene);
  for (const { key } of first) {
    if (settled.has(key)) continue;
    const mates = groups.find(({ nodes }) => nodes.some((node) => node.key === key))?.nodes ?? [];
    const near = middle(
      pick(settled, isByMeaning(view) ? mates.map((mate) => mate.key) : scene.neighbors.get(key)),
      heart,
    );
    settled.set(key, crowd.near(near, Math.atan2(near.y - heart.y, near.x - heart.x)));
  }
  return settled;
}

function freshly(first: readonly SceneNode[], scene: Scene, view: View, stage: Stage): Map<string, Point> {
  const stated = first.filter(({ x, y }) => typeof x === 'number' && typeof y === 'number');
  if (stated.length > 0) return new Map(stated.map(({ key, x, y }) => [key, { x: x ?? 0, y: y ?? 0 }]));
  const { origins, groups } = groupsOf(scene);
  if (isByMeaning(view) && origins.length > 0) return byMeaning(origins, groups, stage === 'narrow' ? 1 : 2);
  return new Map(fallback(first, view));
}

/**
 * Determines the position of each node: its pin, its known position, or the position from `settle`. Nodes that an
 * expansion added are placed near the expanded entity.
 */
export function place(
  scene: Scene,
  view: View,
  known: ReadonlyMap<string, Point>,
  stage: Stage = 'wide',
): Map<string, Point> {
  const nodes = [...scene.nodes.values()];
  const placed = settle(scene, view, known, stage);
  const pins = new Map(view.pins.map((pin) => [pin.id, { x: pin.x, y: pin.y }]));
  for (const { key: id } of nodes) {
    const point = pins.get(id) ?? known.get(id);
    if (point) placed.set(id, point);
  }

  if (isByMeaning(view) && placed.size > 0) beside(placed, nodes);
  const crowd = crowdOf(placed);
  const heart = middle(placed);
  for (const { key: id, broughtBy } of nodes) {
    if (placed.has(id)) continue;
    const parent = placed.get(broughtBy ?? '') ?? heart;
    const point = crowd.near(parent, Math.atan2(parent.y - heart.y, parent.x - heart.x));
    placed.set(id, point);
  }
  return placed;
}

const pick = (points: ReadonlyMap<string, Point>, keys: Iterable<string> = []): Map<string, Point> =>
  new Map([...keys].flatMap((key) => (points.has(key) ? [[key, points.get(key) as Point]] : [])));

function crowdOf(points: ReadonlyMap<string, Point>): Crowd {
  const crowd = new Crowd(stepOf(points));
  for (const point of points.values()) crowd.add(point);
  return crowd;
}

/** Positions for nodes without positions from the server. */
function fallback(nodes: readonly SceneNode[], { base, layout }: View): [string, Point][] {
  if (layout === 'CIRCLE') return ring(nodes, Math.max(1, nodes.length / 6));
  if (base.kind === 'whole') {
    return nodes.map(({ key: id }, i) => [id, seedAt(i)]);
  }
  const byDistance = groupBy(nodes, ({ distance }) => distance);
  if (base.of.length === 0) return columns(byDistance); // a path without a base runs from left to right
  if (layout === 'LAYERED') {
    return [...byDistance].flatMap(([distance, row]) =>
      row.map(({ key: id }, i): [string, Point] => [id, { x: (i - (row.length - 1) / 2) * 2, y: -distance * 8 }]),
    );
  }
  let inner = 0;
  return [...byDistance].flatMap(([distance, row]) => {
    const radius = distance === 0 && row.length === 1 ? 0 : Math.max(inner + 4, row.length / 4);
    inner = radius;
    return ring(row, radius);
  });
}

const columns = (byDistance: ReadonlyMap<number, readonly SceneNode[]>): [string, Point][] =>
  [...byDistance].flatMap(([distance, column]) =>
    column.map(({ key: id }, i): [string, Point] => [id, { x: distance * 4, y: ((column.length - 1) / 2 - i) * 2 }]),
  );

const ring = (nodes: readonly SceneNode[], radius: number): [string, Point][] =>
  nodes.map(({ key: id }, i) => [id, polar(radius, (i / nodes.length) * 2 * Math.PI)]);

const polar = (radius: number, angle: number): Point => ({
  x: radius * Math.cos(angle),
  y: radius * Math.sin(angle),
});

function middle(points: ReadonlyMap<string, Point>, otherwise: Point = { x: 0, y: 0 }): Point {
  let [x, y] = [0, 0];
  for (const point of points.values()) {
    x += point.x;
    y += point.y;
  }
  return points.size === 0 ? otherwise : { x: x / points.size, y: y / points.size };
}

/** The distance between neighbors: each node gets an equal share of the picture's area. */
function stepOf(points: ReadonlyMap<string, Point>): number {
  if (points.size < 2) return 1;
  const { left, right, bottom, top } = extentOf(points.values());
  const span = Math.max(right - left, top - bottom);
  return span === 0 ? 1 : (span / Math.sqrt(points.size)) * 0.6;
}

/** The rectangle around points. Without points, it is a point at the origin. */
export function extentOf(points: Iterable<Point>) {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of points) {
    [left, right, bottom, top] = [Math.min(left, x), Math.max(right, x), Math.min(bottom, y), Math.max(top, y)];
  }
  return left > right ? { left: 0, right: 0, bottom: 0, top: 0 } : { left, right, bottom, top };
}

/** Points in a grid, so that finding a free place does not check every point. */
class Crowd {
  readonly #step: number;
  readonly #cells = new Map<string, Point[]>();

  constructor(step: number) {
    this.#step = step;
  }

  add(point: Point): void {
    addTo(this.#cells, this.#key(point.x, point.y), point);
  }

  /** Finds the first free position on a spiral around a point. The spiral begins in the given direction. */
  near(point: Point, direction: number): Point {
    for (let i = 1; i < 400; i++) {
      const { x, y } = polar(this.#step * Math.sqrt(i + 1), direction + i * GOLDEN_ANGLE);
      const place = { x: point.x + x, y: point.y + y };
      if (!this.#isFree(place)) continue;
      this.add(place);
      return place;
    }
    return { ...point };
  }

  #isFree({ x, y }: Point): boolean {
    for (const dx of [-1, 0, 1]) {
      for (const dy of [-1, 0, 1]) {
        const cell = this.#cells.get(this.#key(x + dx * this.#step, y + dy * this.#step));
        if (cell?.some((other) => Math.hypot(other.x - x, other.y - y) < this.#step * 0.9)) return false;
      }
    }
    return true;
  }

  #key = (x: number, y: number): string => `${Math.floor(x / this.#step)} ${Math.floor(y / this.#step)}`;
}
