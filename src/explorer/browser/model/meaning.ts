/**
 * Places nodes by what they mean to the origin. The origins are in the center. Around them, each node has its own row,
 * and the rows are ordered by group. Rows are one name height apart, and names are on the outside, so that users can
 * read them. Pure.
 */
import { groupBy } from '../../../model/group.ts';
import type { Group } from './groups.ts';
import type { Point } from './point.ts';
import type { SceneNode } from './scene.ts';

/** A line of text beside the picture; a row without a node holds the name of a group. */
type Row = SceneNode | null;

/** How far the rows bulge, as shares of half the height. */
const [NEAR, BULGE] = [0.13, 0.27];
/** With at most this many rows, a group is never divided between the sides. */
const MOST_UNDIVIDED = 14;

/**
 * @param sides 2 places groups on both sides of the origins; 1 places all groups on the right, for narrow screens
 */
export function byMeaning(origins: readonly SceneNode[], groups: readonly Group[], sides: 1 | 2): Map<string, Point> {
  const [right, left] = sides === 1 ? [groups, []] : divided(groups);
  const height = Math.max(rowsOf(right).length, rowsOf(left).length, origins.length * 2, 4);
  const points = new Map<string, Point>();
  // On one side only, the origins are above the rows, where their names have room.
  const top = sides === 1 ? height / 2 + origins.length : (origins.length - 1) / 2;
  for (const [i, { key }] of origins.entries()) points.set(key, { x: 0, y: top - i });
  for (const [side, own] of [
    [1, right],
    [-1, left],
  ] as const) {
    const rows = rowsOf(own);
    rows.forEach((node, i) => {
      if (node === null) return;
      const y = (rows.length - 1) / 2 - i;
      const bulge = Math.sqrt(Math.max(0, 1 - ((2 * y) / (height + 1)) ** 2));
      points.set(node.key, { x: side * (height / 2) * (NEAR + BULGE * bulge), y });
    });
  }
  return points;
}

/** A row for the name of each group and for each of its nodes. */
const rowsOf = (groups: readonly Group[]): Row[] => groups.flatMap(({ nodes }) => [null, ...nodes]);

/** The groups on the right and those on the left, about as many rows on each side. A group that is too large is on both. */
function divided(groups: readonly Group[]): [Group[], Group[]] {
  const all = rowsOf(groups).length;
  const [right, left]: [Group[], Group[]] = [[], []];
  let rows = 0;
  for (const group of groups) {
    const own = group.nodes.length + 1;
    const room = Math.round(all / 2) - rows;
    if (left.length === 0 && own <= room) right.push(group);
    else if (left.length > 0 || room < 3) left.push(group);
    else if (own <= MOST_UNDIVIDED) (own - room < room ? right : left).push(group);
    else {
      right.push({ ...group, nodes: group.nodes.slice(0, room) });
      left.push({ ...group, nodes: group.nodes.slice(room) });
    }
    rows += own;
  }
  return right.length === 0 ? [left, []] : [right, left];
}

/** How far an expansion is from the rows before it, as a share of the picture's height: the room of a name. */
const APART = 0.34;

/**
 * Places the nodes of expansions in columns outside the rows, on the same side as the expanded node and near it. The
 * nodes are between the rows so that they do not cover any name.
 *
 * @param placed the positions so far, to which the new ones are added
 */
export function beside(placed: Map<string, Point>, added: readonly SceneNode[]): void {
  const before = [...placed.values()];
  const outer = Math.max(...before.map(({ x }) => Math.abs(x)));
  const height = Math.max(...before.map(({ y }) => y)) - Math.min(...before.map(({ y }) => y)) + 1;
  const taken = new Set<string>();
  for (const { key, broughtBy } of added) {
    const from = placed.get(broughtBy ?? '');
    if (!from || placed.has(key)) continue;
    const x = (from.x < 0 ? -1 : 1) * (Math.max(outer, Math.abs(from.x)) + APART * height);
    let y = Math.round(from.y) + 0.5;
    for (let step = 1; taken.has(`${x} ${y}`); step += 1) y += step % 2 === 0 ? step : -step;
    taken.add(`${x} ${y}`);
    placed.set(key, { x, y });
  }
}

/** The name of a group in the picture: the node below it, and the side on which its words are. */
export interface Heading extends Point {
  readonly text: string;
  readonly side: 'left' | 'right';
}

/**
 * The names of groups, above their first nodes on either side. If a user moves a node, the name of its group does not
 * move.
 */
export function headingsOf(
  groups: readonly Group[],
  positions: ReadonlyMap<string, Point>,
  pinned: ReadonlySet<string>,
): Heading[] {
  return groups.flatMap(({ name, nodes }) => {
    const placed = nodes.flatMap(({ key }) => (pinned.has(key) ? [] : (positions.get(key) ?? [])));
    return [...groupBy(placed, ({ x }) => x < 0)].map(([isLeft, points]): Heading => {
      const top = points.reduce((a, b) => (b.y > a.y ? b : a));
      return { text: name, x: top.x, y: top.y, side: isLeft ? 'left' : 'right' };
    });
  });
}
