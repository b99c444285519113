import { eachNeighbor, type Network } from './network.ts';
import { type Points, pointsOf } from './points.ts';

/**
 * Places nodes on a circle, clockwise from the top. Nodes are ordered by community, with strongly connected communities
 * next to each other, and by rank within a community, so that edges are short.
 *
 * @param ranks orders the nodes in a community
 */
export function circleLayout(network: Network, communities: Uint32Array, ranks: Uint32Array): Points {
  const indexes = new Map(inChain(network, communities).map((community, index) => [community, index]));
  const indexOf = (node: number) => indexes.get(communities[node] ?? 0) ?? 0;
  const nodes = Array.from({ length: network.order }, (_, node) => node).sort(
    (a, b) => indexOf(a) - indexOf(b) || (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b,
  );
  const points = pointsOf(network.order);
  for (const [i, node] of nodes.entries()) {
    const angle = (2 * Math.PI * i) / network.order;
    points.x[node] = Math.sin(angle);
    points.y[node] = Math.cos(angle);
  }
  return points;
}

/** Orders the communities so that each follows the one that it is most connected with. */
function inChain(network: Network, communities: Uint32Array): number[] {
  const links = new Map<number, Map<number, number>>();
  for (let node = 0; node < network.order; node += 1) {
    const own = communities[node] ?? 0;
    const others = links.get(own) ?? new Map<number, number>();
    links.set(own, others);
    eachNeighbor(network, node, (neighbor, weight) => {
      const other = communities[neighbor] ?? 0;
      if (other !== own) others.set(other, (others.get(other) ?? 0) + weight);
    });
  }
  const left = new Set([...links.keys()].sort((a, b) => a - b));
  const order: number[] = [];
  let current: number | undefined;
  while (left.size > 0) {
    const near = [...(links.get(current ?? -1) ?? [])].filter(([other]) => left.has(other));
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
