/** What a picture is drawn from: nodes by number, from 0 to `order - 1`, and what ties them. */
export interface Links {
  readonly order: number;
  /** Parallel lists: the two ends and the weight (0 to 1) of each tie. Loops and parallel ties are welcome. */
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
  readonly weights: Float32Array;
}

/** Links made simple: undirected, no loops, one tie a pair, in an order that does not hang on the order of what came in. */
export interface Network {
  readonly order: number;
  /** Number of ties. */
  readonly size: number;
  /** The ties of node `n` are those from `starts[n]` to `starts[n + 1]`: its neighbors, by number, and how strong. */
  readonly starts: Uint32Array;
  readonly neighbors: Uint32Array;
  readonly weights: Float32Array;
}

/** A relation that nothing ranks high is a relation still: it draws a little. */
const LEAST_WEIGHT = 0.1;

/** Makes links simple. Weights of parallel ties add up. */
export function networkOf({ order, sources, targets, weights }: Links): Network {
  const ties = Array.from(sources, (source, i) => {
    const target = targets[i] ?? source;
    const key = Math.min(source, target) * order + Math.max(source, target);
    return { source, target, key, weight: Math.max(weights[i] ?? 0, LEAST_WEIGHT) };
  }).filter(({ source, target }) => source !== target);
  // By weight too: a sum of floating numbers hangs on their order.
  ties.sort((a, b) => a.key - b.key || a.weight - b.weight);
  const merged: typeof ties = [];
  for (const tie of ties) {
    const last = merged.at(-1);
    if (last?.key === tie.key) last.weight += tie.weight;
    else merged.push(tie);
  }
  return fromPairs(
    order,
    merged.map(({ key, weight }) => [Math.floor(key / order), key % order, weight]),
  );
}

/** Sorted pairs, each once, as lists of neighbors: those of a node are in rising order. */
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

/** Hops from the nearest of the given nodes; -1 for what none of them reaches. */
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

/** The connected parts, each a rising list of nodes: the largest first, of equal ones that of the first node. */
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

/** A part of a network that holds every neighbor of its nodes, its nodes numbered in their order. */
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

/** Adds to a number of a list: what `list[at] += more` says where the checker allows it. */
export function add(list: Uint32Array | Float64Array, at: number, more: number): void {
  list[at] = (list[at] ?? 0) + more;
}
