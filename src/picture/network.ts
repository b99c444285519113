/** Nodes, which are numbered from 0 to `order - 1`, and the links between them. */
export interface Links {
  readonly order: number;
  /** Parallel lists: the two ends and the weight (0 to 1) of each link. Loops and parallel links are allowed. */
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
  readonly weights: Float32Array;
}

/**
 * A simple undirected network: no loops, and only one link per pair. Its order does not depend on the order of the
 * input.
 */
export interface Network {
  readonly order: number;
  /** The number of links. */
  readonly size: number;
  /**
   * The links of node `n` have the indexes from `starts[n]` up to, but not including, `starts[n + 1]` in `neighbors`
   * and `weights`.
   */
  readonly starts: Uint32Array;
  readonly neighbors: Uint32Array;
  readonly weights: Float32Array;
}

/** Even a relation of low weight attracts a little. */
const LEAST_WEIGHT = 0.1;

/** Simplifies links by adding the weights of parallel links. */
export function networkOf({ order, sources, targets, weights }: Links): Network {
  const links = Array.from(sources, (source, i) => {
    const target = targets[i] ?? source;
    const key = Math.min(source, target) * order + Math.max(source, target);
    return { source, target, key, weight: Math.max(weights[i] ?? 0, LEAST_WEIGHT) };
  }).filter(({ source, target }) => source !== target);
  // By weight too: a floating-point sum depends on the order.
  links.sort((a, b) => a.key - b.key || a.weight - b.weight);
  const merged: typeof links = [];
  for (const link of links) {
    const last = merged.at(-1);
    if (last?.key === link.key) last.weight += link.weight;
    else merged.push(link);
  }
  return fromPairs(
    order,
    merged.map(({ key, weight }) => [Math.floor(key / order), key % order, weight]),
  );
}

/** Converts sorted, unique pairs to lists of neighbors in ascending order. */
function fromPairs(order: number, pairs: readonly (readonly [number, number, number])[]): Network {
  const starts = new Uint32Array(order + 1);
  for (const [a, b] of pairs) {
    add(starts, a + 1, 1);
    add(starts, b + 1, 1);
  }
  for (let n = 0; n < order; n += 1) add(starts, n + 1, starts[n] ?? 0);
  const next = starts.slice();
  const neighbors = new Uint32Array(pairs.length * 2);
  const weights = new Float32Array(pairs.length * 2);
  const put = (from: number, to: number, weight: number) => {
    const at = next[from] ?? 0;
    neighbors[at] = to;
    weights[at] = weight;
    next[from] = at + 1;
  };
  // Twice, so that smaller neighbors come before larger ones.
  for (const [a, b, weight] of pairs) put(b, a, weight);
  for (const [a, b, weight] of pairs) put(a, b, weight);
  return { order, size: pairs.length, starts, neighbors, weights };
}

/** Calls `visit` for each neighbor of a node. */
export function eachNeighbor(
  { starts, neighbors, weights }: Network,
  node: number,
  visit: (neighbor: number, weight: number) => void,
): void {
  const end = starts[node + 1] ?? 0;
  for (let at = starts[node] ?? 0; at < end; at += 1) visit(neighbors[at] ?? 0, weights[at] ?? 0);
}

/** The hops from the nearest origin. The value is -1 for nodes that cannot be reached from any origin. */
export function hopsFrom(network: Network, origins: readonly number[]): Int32Array {
  const hops = new Int32Array(network.order).fill(-1);
  const queue = [...origins];
  for (const origin of origins) hops[origin] = 0;
  for (let at = 0; at < queue.length; at += 1) {
    const node = queue[at] ?? 0;
    eachNeighbor(network, node, (neighbor) => {
      if (hops[neighbor] !== -1) return;
      hops[neighbor] = (hops[node] ?? 0) + 1;
      queue.push(neighbor);
    });
  }
  return hops;
}

/**
 * The connected components, each as a sorted list of nodes, largest first. Components of equal size are ordered by
 * their first node.
 */
export function componentsOf(network: Network): number[][] {
  const seen = new Uint8Array(network.order);
  const parts: number[][] = [];
  for (let first = 0; first < network.order; first += 1) {
    if (seen[first]) continue;
    const part = [first];
    seen[first] = 1;
    for (let at = 0; at < part.length; at += 1) {
      eachNeighbor(network, part[at] ?? 0, (neighbor) => {
        if (seen[neighbor]) return;
        seen[neighbor] = 1;
        part.push(neighbor);
      });
    }
    parts.push(part.sort((a, b) => a - b));
  }
  return parts.sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
}

/** The subnetwork of a component. Renumbers the nodes in order. */
export function partOf(network: Network, nodes: readonly number[]): Network {
  if (nodes.length === network.order) return network;
  const numbers = new Map(nodes.map((node, i) => [node, i]));
  const pairs: [number, number, number][] = [];
  for (const [i, node] of nodes.entries()) {
    eachNeighbor(network, node, (neighbor, weight) => {
      const j = numbers.get(neighbor) ?? -1;
      if (j > i) pairs.push([i, j, weight]);
    });
  }
  return fromPairs(nodes.length, pairs);
}

/** Adds to a list item (`list[at] += more`), in a form that noUncheckedIndexedAccess accepts. */
export function add(list: Uint32Array | Float64Array, at: number, more: number): void {
  list[at] = (list[at] ?? 0) + more;
}
