import { eachNeighbor, type Network } from './network.ts';
import { type Points, pointsOf } from './points.ts';

/**
 * On a circle: community by community, each beside the one that it has most to do with, and by rank within it, so that ties
 * are short. It begins at the top and goes clockwise.
 *
 * @param ranks a number for each node that orders those of a community
 */
export function circleLayout(network: Network, communities: Uint32Array, ranks: Uint32Array): Points {
  const places = new Map(neighborly(network, communities).map((community, place) => [community, place]));
  const placeOf = (node: number) => places.get(communities[node] ?? 0) ?? 0;
  const nodes = Array.from({ length: network.order }, (_, node) => node).sort(
    (a, b) => placeOf(a) - placeOf(b) || (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b,
  );
  const points = pointsOf(network.order);
  for (const [i, node] of nodes.entries()) {
    const angle = (2 * Math.PI * i) / network.order;
    points.x[node] = Math.sin(angle);
    points.y[node] = Math.cos(angle);
  }
  return points;
}

/** The communities in an order in which each has much to do with the one before it, as far as one is left that has. */
function neighborly(network: Network, communities: Uint32Array): number[] {
  const ties = new Map<number, Map<number, number>>();
  for (let node = 0; node < network.order; node += 1) {
    const own = communities[node] ?? 0;
    const others = ties.get(own) ?? new Map<number, number>();
    ties.set(own, others);
    eachNeighbor(network, node, (neighbor, weight) => {
      const other = communities[neighbor] ?? 0;
      if (other !== own) others.set(other, (others.get(other) ?? 0) + weight);
    });
  }
  const left = new Set([...ties.keys()].sort((a, b) => a - b));
  const order: number[] = [];
  let current: number | undefined;
  while (left.size > 0) {
    const near = [...(ties.get(current ?? -1) ?? [])].filter(([other]) => left.has(other));
    near.sort(([a, one], [b, another]) => another - one || a - b);
    current = near[0]?.[0] ?? first(left);
    left.delete(current);
    order.push(current);
  }
  return order;
}

const first = (set: ReadonlySet<number>): number => {
  for (const one of set) return one;
  return 0;
};
