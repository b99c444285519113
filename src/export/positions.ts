import type { ReadBounds } from '../graph/connect.ts';
import { layoutPool } from '../picture/layout-pool.ts';
import type { ExportedEdge, ExportedNode, ExportPosition } from './graph.ts';

/**
 * The positions of nodes, as computed by the API's `FORCE` layout. The same graph always produces the same positions.
 *
 * @throws GraphQLError TIMEOUT
 */
export async function positionsOf(
  nodes: readonly ExportedNode[],
  edges: readonly ExportedEdge[],
  bounds: ReadBounds,
): Promise<ReadonlyMap<string, ExportPosition>> {
  const indexOf = new Map(nodes.map(({ id }, i) => [id, i]));
  const ends = (id: string) => indexOf.get(id) ?? 0;
  const { points } = await layoutPool.compute(
    {
      layout: 'FORCE',
      communities: false,
      order: nodes.length,
      sources: Uint32Array.from(edges, ({ source }) => ends(source)),
      targets: Uint32Array.from(edges, ({ target }) => ends(target)),
      weights: Float32Array.from(edges, ({ properties }) => Number(properties.weight ?? 1)),
      distances: new Uint32Array(nodes.length),
      ranks: Uint32Array.from(nodes, (_, i) => i),
    },
    bounds,
  );
  return new Map(nodes.map(({ id }, i) => [id, { x: points?.x[i] ?? 0, y: points?.y[i] ?? 0 }]));
}
