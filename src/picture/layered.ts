import { componentsOf, eachNeighbor, hopsFrom, type Network } from './network.ts';
import { type Points, pointsOf } from './points.ts';

/** Passes over the rings, inward and outward: after a few, the order hardly changes. */
const SWEEPS = 6;
/** The distance between nodes of a ring. */
const BESIDE = 1;
/** The distance between rings of one layer. */
const BETWEEN = 1.2;
/** The distance between layers. */
const APART = 4;
/** The largest layer that gets only one ring. */
const ONE_RING = 16;

/**
 * Places nodes on rings by their distance from the origins. Each additional hop places a node further out. A large
 * layer takes up several rings. On its ring, each node is near the nodes to which it is connected.
 *
 * @param distances the hops from the nearest origin; if all are 0, the hops from the best-connected node are used
 */
export function layeredLayout(network: Network, distances: Uint32Array, communities: Uint32Array): Points {
  const layers = layersOf(network, distances, communities);
  const angles = new Float64Array(network.order);
  for (const layer of layers) spread(layer, angles);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (const layer of sweep % 2 === 0 ? layers : layers.toReversed()) {
      const wanted = new Map(layer.map((node) => [node, meanAngle(network, node, angles)]));
      layer.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0) || a - b);
      spread(layer, angles, wanted.get(layer[0] ?? 0));
    }
  }
  return onRings(layers, angles);
}

/** The nodes by distance, nearest first, initially ordered by community. */
function layersOf(network: Network, distances: Uint32Array, communities: Uint32Array): number[][] {
  const flat = distances.every((distance) => distance === 0);
  const hops = flat ? hopsFromCenters(network) : distances;
  const layers: number[][] = [];
  for (let node = 0; node < network.order; node += 1) {
    const distance = hops[node] ?? 0;
    while (layers.length <= distance) layers.push([]);
    layers[distance]?.push(node);
  }
  for (const layer of layers) layer.sort((a, b) => (communities[a] ?? 0) - (communities[b] ?? 0) || a - b);
  return layers.filter((layer) => layer.length > 0);
}

/** Hops from the best connected node of each component, the first of equal ones. */
function hopsFromCenters(network: Network): Int32Array {
  const linkCount = (node: number) => (network.starts[node + 1] ?? 0) - (network.starts[node] ?? 0);
  return hopsFrom(
    network,
    componentsOf(network).map((part) => part.reduce((best, node) => (linkCount(node) > linkCount(best) ? node : best))),
  );
}

/** Spaces the nodes of a layer evenly around the circle, in their order. */
function spread(layer: readonly number[], angles: Float64Array, from = 0): void {
  for (const [i, node] of layer.entries()) angles[node] = from + (2 * Math.PI * i) / layer.length;
}

/** The mean direction of the neighbors of a node, 0 to 2π; its own direction when theirs cancel out. */
function meanAngle(network: Network, node: number, angles: Float64Array): number {
  let [x, y] = [0, 0];
  eachNeighbor(network, node, (neighbor, weight) => {
    x += weight * Math.cos(angles[neighbor] ?? 0);
    y += weight * Math.sin(angles[neighbor] ?? 0);
  });
  const angle = x * x + y * y > 1e-12 ? Math.atan2(y, x) : (angles[node] ?? 0);
  return ((angle % TURN) + TURN) % TURN;
}

const TURN = 2 * Math.PI;

/** Assigns rings from the center outward. Consecutive nodes of a layer alternate between its rings. */
function onRings(layers: readonly number[][], angles: Float64Array): Points {
  const points = pointsOf(angles.length);
  let outer = -APART;
  for (const layer of layers) {
    const alone = layer.length === 1 && outer < 0;
    const rings = layer.length <= ONE_RING ? 1 : Math.ceil(Math.cbrt(layer.length) / 2);
    const inner = alone ? 0 : Math.max(outer + APART, (layer.length / rings) * (BESIDE / TURN));
    for (const [i, node] of layer.entries()) {
      const radius = inner + (i % rings) * BETWEEN;
      points.x[node] = radius * Math.cos(angles[node] ?? 0);
      points.y[node] = radius * Math.sin(angles[node] ?? 0);
    }
    outer = inner + (rings - 1) * BETWEEN;
  }
  return points;
}
