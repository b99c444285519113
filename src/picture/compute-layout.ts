import { circleLayout } from './circle.ts';
import { communitiesOf } from './communities.ts';
import { forceLayout } from './force.ts';
import { framed } from './frame.ts';
import { layeredLayout } from './layered.ts';
import { type Links, type Network, networkOf } from './network.ts';
import type { Points } from './points.ts';

/** How positions are computed. */
export type ComputedLayout = 'FORCE' | 'CIRCLE' | 'LAYERED';

/** What is to be drawn, in lists that travel between threads without being copied. */
export interface LayoutInput extends Links {
  /** Null when no positions are wanted. */
  readonly layout: ComputedLayout | null;
  readonly communities: boolean;
  /** Hops of each node from the nearest origin. */
  readonly distances: Uint32Array;
  /** The place of each node in the order of labels. */
  readonly ranks: Uint32Array;
}

/** What was wanted, node by node. */
export interface LayoutResult {
  /** Positions, -1 to 1 with four decimals, no two the same. */
  readonly points: Points | null;
  /** Communities, numbered from 0, the largest first. */
  readonly communities: Uint32Array | null;
}

/** Draws a input. The same input gives the same drawing, wherever and whenever; it takes seconds for a large one. */
export function computeLayout(input: LayoutInput): LayoutResult {
  const network = networkOf(input);
  const byCommunity = input.layout === 'CIRCLE' || input.layout === 'LAYERED';
  const communities = input.communities || byCommunity ? communitiesOf(network) : null;
  const points = input.layout && laidOut(input.layout, input, network, communities ?? new Uint32Array());
  return { points: points && framed(points), communities: input.communities ? communities : null };
}

function laidOut(
  layout: ComputedLayout,
  { distances, ranks }: LayoutInput,
  network: Network,
  communities: Uint32Array,
): Points {
  if (layout === 'CIRCLE') return circleLayout(network, communities, ranks);
  if (layout === 'LAYERED') return layeredLayout(network, distances, communities);
  return forceLayout(network);
}
