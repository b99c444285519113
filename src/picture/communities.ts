import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import { addTo } from '../model/group.ts';
import { callable } from './callable.ts';
import { eachNeighbor, type Network } from './network.ts';

/**
 * Converts a network to a graphology graph. The order of nodes and edges is fixed because the algorithms depend on it.
 */
export function graphologyOf(network: Network): UndirectedGraph {
  const graph = new UndirectedGraph({ multi: false, allowSelfLoops: false });
  for (let node = 0; node < network.order; node += 1) graph.addNode(String(node));
  for (let node = 0; node < network.order; node += 1) {
    eachNeighbor(network, node, (neighbor, weight) => {
      if (neighbor > node) graph.addUndirectedEdge(String(node), String(neighbor), { weight });
    });
  }
  return graph;
}

/**
 * The community of each node, according to the Louvain method without randomness. Communities are numbered from 0,
 * largest first. Communities of equal size are ordered by their first node, so the same network always has the same
 * numbers.
 */
export function communitiesOf(network: Network): Uint32Array {
  const found = callable(louvain)(graphologyOf(network), { randomWalk: false });
  const members = new Map<number, number[]>();
  for (let node = 0; node < network.order; node += 1) {
    addTo(members, found[String(node)] ?? 0, node);
  }
  const numbered = [...members.values()].sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
  const communities = new Uint32Array(network.order);
  for (const [number, nodes] of numbered.entries()) for (const node of nodes) communities[node] = number;
  return communities;
}
