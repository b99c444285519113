import type { ReadBounds } from '../graph/connect.ts';
import type { Beside, Row } from '../plan/need.ts';
import type { Drawing, DrawnLayout, Sketch } from './draw.ts';
import { painter } from './painter.ts';

/** What a picture knows of a node, where it was asked for. */
export interface Placed {
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
export function placeMembers(
  members: readonly Row[],
  { asked, holder, lists }: Beside,
  bounds: ReadBounds,
): Promise<void> | undefined {
  const layout = asked.has('x') || asked.has('y') ? drawn(holder.layout) : null;
  const communities = asked.has('community');
  if (layout === null && !communities) return undefined;
  return painter.draw(sketchOf(lists, layout, communities), bounds).then((drawing) => place(members, drawing));
}

const drawn = (layout: unknown) => (layout === null || layout === 'NONE' ? null : (layout as DrawnLayout));

function sketchOf(lists: Beside['lists'], layout: DrawnLayout | null, communities: boolean): Sketch {
  const members = (lists.members ?? []) as readonly Member[];
  const ties = (lists.ties ?? []) as readonly Tie[];
  const placeOf = new Map(members.map(([id], place) => [id, place]));
  const ranks = new Uint32Array(members.length);
  for (const [rank, place] of ((lists.labelled ?? []) as readonly number[]).entries()) ranks[place] = rank;
  return {
    layout,
    communities,
    order: members.length,
    sources: Uint32Array.from(ties, ([at]) => at),
    targets: Uint32Array.from(ties, ([, otherId]) => placeOf.get(otherId) ?? 0),
    weights: Float32Array.from(ties, ([, , weight]) => weight ?? 1),
    distances: Uint32Array.from(members, ([, distance]) => distance),
    ranks,
  };
}

function place(members: readonly Row[], { points, communities }: Drawing): void {
  for (const [i, member] of members.entries()) {
    const placed: Placed = member;
    if (points) Object.assign(placed, { x: points.x[i], y: points.y[i] });
    if (communities) placed.community = communities[i] ?? 0;
  }
}
