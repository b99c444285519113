import type { PictureNode } from './picture-data.ts';

/** A node's radius in pixels. It grows with the node's relations in the whole graph and shrinks with the number of nodes. */
export function sizeOf({ degree, distance }: PictureNode, count: number): number {
  const [least, factor] = count > 5_000 ? [1.3, 0.3] : count > 400 ? [1.8, 0.5] : count > 30 ? [3, 0.8] : [4, 1.2];
  return least + factor * Math.log2(1 + degree) + (distance === 0 && count <= 400 ? 3 : 0);
}
