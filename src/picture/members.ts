import { setImmediate as turn } from 'node:timers/promises';
import type { ReadBounds } from '../graph/connect.ts';
import type { Beside, Row } from '../plan/requirement.ts';
import type { ComputedLayout, LayoutInput, LayoutResult } from './compute-layout.ts';
import { layoutPool } from './layout-pool.ts';

/** What a picture knows of a node, where it was asked for. */
export interface NodePosition {
  x?: number;
  y?: number;
  community?: number;
}

/** What the statement reads of members, and of the ties between them: of a tie the place of one end and the id of the other. */
type Member = readonly [id: string, distance: number];
type Tie = readonly [at: number, otherId: string, weight: number | null];

/**
 * Puts positions and communities into the members of a subgraph, as far as they are asked for: computed in a thread of its
 * own from the relations between all members, whether the client sees these or not.
 *
 * @throws GraphQLError TIMEOUT
 */
export function positionMembers(
  members: readonly Row[],
  { asked, holder, lists }: Beside,
  bounds: ReadBounds,
): Promise<void> | undefined {
  const layout = asked.has('x') || asked.has('y') ? drawn(holder.layout) : null;
  const communities = asked.has('community');
  if (layout === null && !communities) return undefined;
  return paint(members, lists, { layout, communities }, bounds);
}

async function paint(
  members: readonly Row[],
  lists: Beside['lists'],
  wanted: Pick<LayoutInput, 'layout' | 'communities'>,
  bounds: ReadBounds,
): Promise<void> {
  await turn(); // others come between the executor's walk through the edges and ours through the ties
  place(members, await layoutPool.draw(sketchOf(lists, wanted), bounds));
}

const drawn = (layout: unknown) => (layout === null || layout === 'NONE' ? null : (layout as ComputedLayout));

function sketchOf(lists: Beside['lists'], wanted: Pick<LayoutInput, 'layout' | 'communities'>): LayoutInput {
  const members = (lists.members ?? []) as readonly Member[];
  const ties = (lists.ties ?? []) as readonly Tie[];
  const sketch: LayoutInput = {
    ...wanted,
    order: members.length,
    sources: new Uint32Array(ties.length),
    targets: new Uint32Array(ties.length),
    weights: new Float32Array(ties.length),
    distances: new Uint32Array(members.length),
    ranks: new Uint32Array(members.length),
  };
  const placeOf = new Map<string, number>();
  for (const [place, [id, distance]] of members.entries()) {
    placeOf.set(id, place);
    sketch.distances[place] = distance;
  }
  for (const [i, [at, otherId, weight]] of ties.entries()) {
    sketch.sources[i] = at;
    sketch.targets[i] = placeOf.get(otherId) ?? at;
    sketch.weights[i] = weight ?? 1;
  }
  for (const [rank, place] of ((lists.labelled ?? []) as readonly number[]).entries()) sketch.ranks[place] = rank;
  return sketch;
}

function place(members: readonly Row[], { points, communities }: LayoutResult): void {
  for (const [i, member] of members.entries()) {
    const placed: NodePosition = member;
    if (points) Object.assign(placed, { x: points.x[i], y: points.y[i] });
    if (communities) placed.community = communities[i] ?? 0;
  }
}
