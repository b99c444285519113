import { circleLayout } from './circle.ts';
import { communitiesOf } from './communities.ts';
import { forceLayout } from './force.ts';
import { framed } from './frame.ts';
import { layeredLayout } from './layered.ts';
import { type Links, type Network, networkOf } from './network.ts';
import type { Points } from './points.ts';

/** How positions are computed. */
export type DrawnLayout = 'FORCE' | 'CIRCLE' | 'LAYERED';

/** What is to be drawn, in lists that travel between threads without being copied. */
export interface Sketch extends Links {
  /** Null when no positions are wanted. */
  readonly layout: DrawnLayout | null;
  readonly communities: boolean;
  /** Hops of each node from the nearest origin. */
  readonly distances: Uint32Array;
  /** The place of each node in the order of labels. */
  readonly ranks: Uint32Array;
}

/** What was wanted, node by node. */
export interface Drawing {
  /** Positions, -1 to 1 with four decimals, no two the same. */
  readonly points: Points | null;
  /** Communities, numbered from 0, the largest first. */
  readonly communities: Uint32Array | null;
}

/** Draws a sketch. The same sketch gives the same drawing, wherever and whenever; it takes seconds for a large one. */
export function draw(sketch: Sketch): Drawing {
  const network = networkOf(sketch);
  const byCommunity = sketch.layout === 'CIRCLE' || sketch.layout === 'LAYERED';
  const communities = sketch.communities || byCommunity ? communitiesOf(network) : null;
  const points = sketch.layout && laidOut(sketch.layout, sketch, network, communities ?? new Uint32Array());
  return { points: points && framed(points), communities: sketch.communities ? communities : null };
}

function laidOut(
  layout: DrawnLayout,
  { distances, ranks }: Sketch,
  network: Network,
  communities: Uint32Array,
): Points {
  if (layout === 'CIRCLE') return circleLayout(network, communities, ranks);
  if (layout === 'LAYERED') return layeredLayout(network, distances, communities);
  return forceLayout(network);
}
