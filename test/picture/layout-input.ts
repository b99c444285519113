import { type ComputedLayout, computeLayout, type LayoutInput } from '../../src/picture/compute-layout.ts';

export type Pair = readonly [source: number, target: number, weight?: number | undefined];

/** A sketch of so many nodes, numbered as their labels are ordered, and the ties between them. */
export function sketch(
  order: number,
  pairs: readonly Pair[],
  { layout = null, distances }: { layout?: ComputedLayout | null; distances?: readonly number[] } = {},
): LayoutInput {
  return {
    layout,
    communities: true,
    order,
    sources: Uint32Array.from(pairs, ([source]) => source),
    targets: Uint32Array.from(pairs, ([, target]) => target),
    weights: Float32Array.from(pairs, ([, , weight]) => weight ?? 1),
    distances: Uint32Array.from({ length: order }, (_, node) => distances?.[node] ?? 0),
    ranks: Uint32Array.from({ length: order }, (_, node) => node),
  };
}

/** Drawn here, in plain lists. */
export const drawn = (of: LayoutInput) => {
  const { points, communities } = computeLayout(of);
  return { x: [...(points?.x ?? [])], y: [...(points?.y ?? [])], communities: [...(communities ?? [])] };
};

/** Every pair of so many nodes, numbered from `from`. */
export const clique = (from: number, size: number): Pair[] =>
  Array.from({ length: size }, (_, i) => Array.from({ length: i }, (_, j): Pair => [from + i, from + j])).flat();
