import { circleLayout } from './circle.ts';
import { communitiesOf } from './communities.ts';
import { forceLayout } from './force.ts';
import { framed } from './frame.ts';
import { layeredLayout } from './layered.ts';
import { type Links, type Network, networkOf } from './network.ts';
import type { Points } from './points.ts';

/** The layouts that compute positions. */
export type ComputedLayout = 'FORCE' | 'CIRCLE' | 'LAYERED';

/** The input of a layout, in arrays that can be transferred between threads without being copied. */
export interface LayoutInput extends Links {
  /** Null if only communities are needed. */
  readonly layout: ComputedLayout | null;
  /** Whether communities are needed. */
  readonly communities: boolean;
  /** The distance of each node from the nearest origin, in hops. */
  readonly distances: Uint32Array;
  /** The rank of each node by label. */
  readonly ranks: Uint32Array;
}

/** The output of a layout, by node. */
export interface LayoutResult {
  /** Positions from -1 to 1 with four decimal places. All positions are different. */
  readonly points: Points | null;
  /** Communities, numbered from 0, largest first. */
  readonly communities: Uint32Array | null;
}

/** Computes positions and communities. The same input always produces the same result. A large layout takes seconds. */
export function computeLayout(input: LayoutInput): LayoutResult {
  const network = networkOf(input);
  const byCommunity = input.layout === 'CIRCLE' || input.layout === 'LAYERED';
  const communities = input.communities || byCommunity ? communitiesOf(network) : null;
  const points = input.layout && positions(input.layout, input, network, communities ?? new Uint32Array());
  return { points: points && framed(points), communities: input.communities ? communities : null };
}

function positions(
  layout: ComputedLayout,
  { distances, ranks }: LayoutInput,
  network: Network,
  communities: Uint32Array,
): Points {
  if (layout === 'CIRCLE') return circleLayout(network, communities, ranks);
  if (layout === 'LAYERED') return layeredLayout(network, distances, communities);
  return forceLayout(network);
}
