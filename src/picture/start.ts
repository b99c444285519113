import { hopsFrom, type Network } from './network.ts';
import { type Points, pointsOf, seedAt } from './points.ts';

/** Nodes from which hops are measured. More pivots change little. */
const PIVOTS = 24;
/** Iterations of the power method. */
const TURNS = 100;
/** Space per node, about as much as in the final layout. */
const SPACE = 10;
/** The distance between nodes that all pivots see alike, relative to the spread of all nodes. */
const APART = 0.3;

/**
 * The initial positions of a connected network, from pivot MDS (Brandes and Pich 2006): the plane in which the hops
 * from a few distant nodes vary the most. Nodes that are far apart in the network start far apart, so the force layout
 * needs only a few iterations. From random positions, a large network would still be tangled at the end.
 */
export function startOf(network: Network): Points {
  const { order } = network;
  const columns = centered(pivotHops(network), order);
  const [first, second] = mainDirections(columns);
  const points = pointsOf(order);
  for (let n = 0; n < order; n += 1) {
    points.x[n] = dot(columns, first, n);
    points.y[n] = dot(columns, second, n);
  }
  let spread = 0;
  for (let n = 0; n < order; n += 1) spread += (points.x[n] ?? 0) ** 2 + (points.y[n] ?? 0) ** 2;
  const scale = spread > 0 ? (SPACE * order) / Math.sqrt(spread) : 0;
  for (let n = 0; n < order; n += 1) {
    const { x, y } = seedAt(n);
    points.x[n] = (points.x[n] ?? 0) * scale + x * APART;
    points.y[n] = (points.y[n] ?? 0) * scale + y * APART;
  }
  return points;
}

/** Hops from each pivot: the first node, then repeatedly the node that is farthest from all pivots so far. */
function pivotHops(network: Network): Int32Array[] {
  const nearest = new Int32Array(network.order).fill(network.order);
  const all: Int32Array[] = [];
  let pivot = 0;
  while (all.length < Math.min(PIVOTS, network.order)) {
    const hops = hopsFrom(network, [pivot]);
    all.push(hops);
    for (let n = 0; n < network.order; n += 1) {
      nearest[n] = Math.min(nearest[n] ?? 0, hops[n] ?? 0);
      if ((nearest[n] ?? 0) > (nearest[pivot] ?? 0)) pivot = n;
    }
  }
  return all;
}

/** Double centering: squared distances minus the means of rows and columns, which leaves inner products. */
function centered(hops: readonly Int32Array[], order: number): Float64Array[] {
  const columns = hops.map((column) => Float64Array.from(column, (hop) => hop * hop));
  const columnMeans = columns.map((column) => sum(column) / order);
  const mean = sum(columnMeans) / columns.length;
  for (let n = 0; n < order; n += 1) {
    let row = 0;
    for (const column of columns) row += column[n] ?? 0;
    row /= columns.length;
    for (const [i, column] of columns.entries()) {
      column[n] = -0.5 * ((column[n] ?? 0) - row - (columnMeans[i] ?? 0) + mean);
    }
  }
  return columns;
}

/** The first two principal directions, as linear combinations of the columns, by the power method. */
function mainDirections(columns: readonly Float64Array[]): [number[], number[]] {
  const products = columns.map((a) =>
    columns.map((b) => a.reduce((total, value, n) => total + value * (b[n] ?? 0), 0)),
  );
  const turned = (from: readonly number[]) => products.map((row) => inner(row, from));
  const found: number[][] = [];
  for (const which of [1, 2]) {
    let vector = unit(columns.map((_, i) => Math.cos(i * which)));
    for (let turn = 0; turn < TURNS; turn += 1) {
      let next = turned(vector);
      for (const other of found) {
        const along = inner(next, other);
        next = next.map((value, i) => value - along * (other[i] ?? 0));
      }
      vector = unit(next);
    }
    found.push(vector);
  }
  return [found[0] ?? [], found[1] ?? []];
}

const sum = (list: ArrayLike<number>) => Array.from(list).reduce((total, value) => total + value, 0);
const inner = (a: readonly number[], b: readonly number[]) =>
  a.reduce((total, value, i) => total + value * (b[i] ?? 0), 0);
const unit = (vector: number[]) => {
  const length = Math.sqrt(inner(vector, vector));
  return length > 0 ? vector.map((value) => value / length) : vector;
};
const dot = (columns: readonly Float64Array[], mixture: readonly number[], n: number) =>
  columns.reduce((total, column, i) => total + (column[n] ?? 0) * (mixture[i] ?? 0), 0);
