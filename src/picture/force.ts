import forceAtlas2 from 'graphology-layout-forceatlas2';
import { callable } from './callable.ts';
import { graphologyOf } from './communities.ts';
import { componentsOf, type Network, partOf } from './network.ts';
import { type Points, pointsOf } from './points.ts';
import { startOf } from './start.ts';

/** From so many nodes on, repulsion between distant groups is approximated (Barnes-Hut). */
const GROUPED_FROM = 400;
/** The distance of nodes outside this share is compressed: such outliers would shrink the rest of the picture. */
const CORE = 0.97;
/** The space around a connected component; a node takes about 1. */
const MARGIN = 0.7;

/**
 * Computes a force-directed layout: ForceAtlas2 for each connected component, with the smaller components around the
 * largest one. All nodes take up about the same space, regardless of their component.
 */
export function forceLayout(network: Network): Points {
  const points = pointsOf(network.order);
  const parts = componentsOf(network).map((nodes) => ({ nodes, ...sized(settle(partOf(network, nodes))) }));
  for (const [i, { x, y }] of around(parts.map(({ radius }) => radius)).entries()) {
    const part = parts[i];
    for (const [j, node] of part?.nodes.entries() ?? []) {
      points.x[node] = x + (part?.points.x[j] ?? 0);
      points.y[node] = y + (part?.points.y[j] ?? 0);
    }
  }
  return points;
}

/** The number of iterations. It depends only on the number of nodes, so the same network always has the same picture. */
export const iterationsFor = (order: number): number => Math.min(400, 20 + Math.round(90_000 / order));

/** Lays out a connected network until the forces are nearly balanced. */
function settle(network: Network): Points {
  if (network.order === 1) return pointsOf(1);
  const points = startOf(network);
  const graph = graphologyOf(network);
  graph.updateEachNodeAttributes((node, own) => ({ ...own, x: points.x[Number(node)], y: points.y[Number(node)] }));
  const layout = callable(forceAtlas2);
  layout.assign(graph, {
    iterations: iterationsFor(network.order),
    getEdgeWeight: 'weight',
    settings: {
      ...layout.inferSettings(network.order),
      barnesHutOptimize: network.order >= GROUPED_FROM,
      barnesHutTheta: network.order > 5_000 ? 1.6 : 1.2,
    },
  });
  graph.forEachNode((node, { x, y }) => {
    points.x[Number(node)] = x;
    points.y[Number(node)] = y;
  });
  return points;
}

/** Centers and scales positions to the space that the nodes need, and compresses outliers. */
function sized(points: Points): { points: Points; radius: number } {
  const order = points.x.length;
  const [middleX, middleY] = [mean(points.x), mean(points.y)];
  const reach = points.x.map((x, n) => Math.hypot(x - middleX, (points.y[n] ?? 0) - middleY));
  const core = [...reach].sort((a, b) => a - b)[Math.floor((order - 1) * CORE)] ?? 0;
  if (core === 0) return { points, radius: MARGIN };
  const scale = Math.sqrt(order) / core;
  let radius = 0;
  for (let n = 0; n < order; n += 1) {
    const far = reach[n] ?? 0;
    const drawn = scale * (far > core ? (core * (1 + Math.log(far / core))) / far : 1);
    points.x[n] = ((points.x[n] ?? 0) - middleX) * drawn;
    points.y[n] = ((points.y[n] ?? 0) - middleY) * drawn;
    radius = Math.max(radius, far * drawn);
  }
  return { points, radius: radius + MARGIN };
}

const mean = (list: Float64Array) => list.reduce((total, value) => total + value, 0) / list.length;

/** Packs circles of these radii, the largest first: the first in the middle, the others in rings around it. */
function around(radii: readonly number[]): { x: number; y: number }[] {
  const places = radii.length > 0 ? [{ x: 0, y: 0 }] : [];
  let inner = radii[0] ?? 0;
  while (places.length < radii.length) {
    const widest = radii[places.length] ?? 0;
    const ring = inner + widest;
    const angles: number[] = [];
    let total = 0;
    for (let i = places.length; i < radii.length; i += 1) {
      const angle = 2 * Math.asin((radii[i] ?? 0) / ring);
      if (total + angle > 2 * Math.PI) break;
      total += angle;
      angles.push(angle);
    }
    const gap = (2 * Math.PI - total) / angles.length;
    let at = 0;
    for (const angle of angles) {
      at += (angle + gap) / 2;
      places.push({ x: ring * Math.cos(at), y: ring * Math.sin(at) });
      at += (angle + gap) / 2;
    }
    inner = ring + widest;
  }
  return places;
}
