/** What any drawing of any graph promises, however odd the graph: empty, in pieces, with loops and parallel ties. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { framed } from '../../src/picture/frame.ts';
import { clique, drawn, type Pair, sketch } from './layout-input.ts';

const LAYOUTS = ['FORCE', 'CIRCLE', 'LAYERED'] as const;

/** Any graph of up to 40 nodes, some of them far apart, and a shuffle of its ties. */
const anyGraph = fc.integer({ min: 0, max: 40 }).chain((order) => {
  const node = fc.nat({ max: Math.max(order - 1, 0) });
  const tie = fc.tuple(node, node, fc.float({ min: 0, max: 1, noNaN: true }));
  return fc
    .tuple(
      fc.array(tie, { maxLength: order === 0 ? 0 : 80 }),
      fc.array(fc.nat({ max: 4 }), { minLength: order, maxLength: order }),
    )
    .chain(([pairs, distances]) =>
      fc.record({
        order: fc.constant(order),
        pairs: fc.constant<Pair[]>(pairs),
        shuffled: fc.shuffledSubarray<Pair>(pairs, { minLength: pairs.length }),
        distances: fc.constant(distances),
      }),
    );
});

describe.each(LAYOUTS)('%s of any graph', (layout) => {
  test('gives every node its own position between -1 and 1, with four decimals', () => {
    fc.assert(
      fc.property(anyGraph, ({ order, pairs, distances }) => {
        const { x, y } = drawn(sketch(order, pairs, { layout, distances }));
        expect([x.length, y.length]).toEqual([order, order]);
        for (const value of [...x, ...y]) {
          expect(Math.abs(value)).toBeLessThanOrEqual(1);
          expect(Number(value.toFixed(4))).toBe(value);
        }
        expect(new Set(x.map((value, node) => `${value} ${y[node]}`)).size).toBe(order);
        if (order > 1) expect(Math.max(...x.map(Math.abs), ...y.map(Math.abs))).toBe(1);
      }),
      { numRuns: 60 },
    );
  });

  test('does not depend on the order or the direction of links', () => {
    fc.assert(
      fc.property(anyGraph, ({ order, pairs, shuffled, distances }) => {
        const turned = shuffled.map(([a, b, weight], i): Pair => (i % 2 === 0 ? [b, a, weight] : [a, b, weight]));
        const once = drawn(sketch(order, pairs, { layout, distances }));
        expect(drawn(sketch(order, turned, { layout, distances }))).toEqual(once);
      }),
      { numRuns: 40 },
    );
  });
});

describe('FORCE', () => {
  const distance = ({ x, y }: { x: number[]; y: number[] }, a: number, b: number) =>
    Math.hypot((x[a] ?? 0) - (x[b] ?? 0), (y[a] ?? 0) - (y[b] ?? 0));

  test('places connected nodes nearer together than others', () => {
    const cliques = Array.from({ length: 6 }, (_, i) => clique(i * 8, 8)).flat();
    const chain = Array.from({ length: 5 }, (_, i): Pair => [i * 8, (i + 1) * 8]);
    const picture = drawn(sketch(48, [...cliques, ...chain], { layout: 'FORCE' }));
    const mean = (of: Pair[]) => of.reduce((sum, [a, b]) => sum + distance(picture, a, b), 0) / of.length;
    const all = clique(0, 48);
    expect(mean(cliques)).toBeLessThan(mean(all) / 3);
  });

  test('places unconnected components side by side, without overlap and not far apart', () => {
    const parts = Array.from({ length: 30 }, (_, i) => clique(i * 4, 4)).flat();
    const picture = drawn(sketch(120, parts, { layout: 'FORCE' }));
    const centre = (part: number, list: number[]) =>
      list.slice(part * 4, part * 4 + 4).reduce((sum, value) => sum + value, 0) / 4;
    const radius = Math.max(...parts.map(([a, b]) => distance(picture, a, b)));
    for (const [a, b] of clique(0, 30)) {
      const apart = Math.hypot(
        centre(a, picture.x) - centre(b, picture.x),
        centre(a, picture.y) - centre(b, picture.y),
      );
      expect(apart).toBeGreaterThan(radius);
    }
    expect(radius).toBeGreaterThan(0.1); // 30 parts of this size fill the square
  });
});

describe('CIRCLE', () => {
  test('places each community on an arc of its own, in the order of labels', () => {
    const mixed = (pairs: Pair[]) => pairs.map(([a, b]): Pair => [(a * 7) % 24, (b * 7) % 24]); // shuffles the numbers
    const pairs = mixed([...clique(0, 8), ...clique(8, 8), ...clique(16, 8), [0, 8], [8, 16]]);
    const { x, y, communities } = drawn(sketch(24, pairs, { layout: 'CIRCLE' }));
    for (const [node, value] of x.entries()) expect(Math.hypot(value, y[node] ?? 0)).toBeCloseTo(1, 3);
    const clockwise = (node: number) => (Math.atan2(x[node] ?? 0, y[node] ?? 0) + 2 * Math.PI) % (2 * Math.PI);
    const around = x.map((_, node) => node).sort((a, b) => clockwise(a) - clockwise(b));
    const changes = around.filter((node, i) => i > 0 && communities[node] !== communities[around[i - 1] ?? 0]);
    expect(changes.length).toBe(2);
    for (const community of [0, 1, 2]) {
      const arc = around.filter((node) => communities[node] === community);
      expect(arc).toEqual([...arc].sort((a, b) => a - b));
    }
  });
});

describe('LAYERED', () => {
  const radius = ({ x, y }: { x: number[]; y: number[] }, node: number, [left, bottom]: readonly number[]) =>
    Math.hypot((x[node] ?? 0) - (left ?? 0), (y[node] ?? 0) - (bottom ?? 0));

  test('places nodes that are further from the origin further out, in any graph', () => {
    fc.assert(
      fc.property(anyGraph, ({ order, pairs, distances }) => {
        if (order === 0) return;
        const hops = distances.map((hop, node) => (node === 0 ? 0 : hop + 1));
        const picture = drawn(sketch(order, pairs, { layout: 'LAYERED', distances: hops }));
        const middle = [picture.x[0] ?? 0, picture.y[0] ?? 0]; // the one origin
        for (const [a, b] of clique(0, order)) {
          if ((hops[a] ?? 0) >= (hops[b] ?? 0)) continue;
          expect(radius(picture, a, middle)).toBeLessThan(radius(picture, b, middle));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('uses hops from the best connected node when all distances are equal', () => {
    const star = Array.from({ length: 10 }, (_, i): Pair => [4, i < 4 ? i : i + 1]);
    const leaf: Pair = [9, 11];
    const picture = drawn(sketch(12, [...star, leaf], { layout: 'LAYERED' }));
    const middle = [picture.x[4] ?? 0, picture.y[4] ?? 0];
    for (let node = 0; node < 11; node += 1) {
      expect(radius(picture, node, middle)).toBeLessThan(radius(picture, 11, middle));
    }
  });

  test('orders each ring by the neighbors of its nodes', () => {
    // Each of the outer ring stands between two that follow each other within; its numbers tell nothing.
    const pairs = Array.from({ length: 16 }, (_, i) => {
      const outer = 17 + ((i * 7) % 16);
      return [
        [0, 1 + i],
        [outer, 1 + i],
        [outer, 1 + ((i + 1) % 16)],
      ] satisfies Pair[];
    }).flat();
    const distances = [0, ...Array(16).fill(1), ...Array(16).fill(2)];
    const { x, y } = drawn(sketch(33, pairs, { layout: 'LAYERED', distances }));
    const angle = (node: number) => Math.atan2(y[node] ?? 0, x[node] ?? 0);
    const apart = pairs.filter(([a]) => a !== 0).map(([a, b]) => Math.acos(Math.min(1, Math.cos(angle(a) - angle(b)))));
    const mean = apart.reduce((sum, one) => sum + one, 0) / apart.length;
    expect(mean).toBeLessThan(Math.PI / 6);
  });

  test('turns each node towards its neighbors', () => {
    // Two stars far from each other in the numbers of their leaves: alternating, they would cross everywhere.
    const pairs: Pair[] = [[0, 1], [0, 2], ...Array.from({ length: 20 }, (_, i): Pair => [1 + (i % 2), 3 + i])];
    const distances = [0, 1, 1, ...Array.from({ length: 20 }, () => 2)];
    const { x, y } = drawn(sketch(23, pairs, { layout: 'LAYERED', distances }));
    const towards = (a: number, b: number) => (x[a] ?? 0) * (x[b] ?? 0) + (y[a] ?? 0) * (y[b] ?? 0);
    const right = pairs.slice(2).filter(([hub, leaf]) => towards(hub, leaf) > towards(3 - hub, leaf));
    expect(right.length).toBeGreaterThanOrEqual(18);
  });
});

test('moves nodes at the same position slightly apart, within the frame', () => {
  const corners = [0, 0, 0, 1, 1, 1];
  const { x, y } = framed({ x: Float64Array.from(corners), y: Float64Array.from(corners) });
  expect(new Set([...x].map((value, i) => `${value} ${y[i]}`)).size).toBe(6);
  for (const [i, corner] of corners.entries()) {
    for (const value of [x[i] ?? 0, y[i] ?? 0]) {
      expect(Math.abs(value)).toBeLessThanOrEqual(1);
      expect(value).toBeCloseTo(corner * 2 - 1, 3);
    }
  }
});

describe('communities', () => {
  test('separate two cliques joined by one link, the larger first', () => {
    const { communities } = drawn(sketch(13, [...clique(0, 6), ...clique(6, 7), [0, 6]]));
    expect(communities).toEqual([...Array(6).fill(1), ...Array(7).fill(0)]);
  });

  test('follow the stronger links', () => {
    const ring = Array.from({ length: 8 }, (_, i): Pair => [i, (i + 1) % 8, i % 4 === 3 ? 0.1 : 1]);
    expect(drawn(sketch(8, ring)).communities).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
  });

  test('of any graph are numbered without gaps, the largest first, and never span components', () => {
    fc.assert(
      fc.property(anyGraph, ({ order, pairs }) => {
        const { communities } = drawn(sketch(order, pairs));
        const sizes = communities.reduce<number[]>((all, one) => {
          all[one] = (all[one] ?? 0) + 1;
          return all;
        }, []);
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
        const roots = communities.map((_, node) => node);
        const rootOf = (node: number): number => (roots[node] === node ? node : rootOf(roots[node] ?? 0));
        for (const [a, b] of pairs) roots[rootOf(a)] = rootOf(b);
        for (const [a, b] of clique(0, order)) {
          if (communities[a] === communities[b]) expect(rootOf(a)).toBe(rootOf(b));
        }
      }),
      { numRuns: 100 },
    );
  });
});
