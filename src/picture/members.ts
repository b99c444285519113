import { setImmediate as turn } from 'node:timers/promises';
import type { LayoutEdgeRow, LayoutMemberRow } from '../../cypher/traversal/index.ts';
import type { ReadBounds } from '../graph/connect.ts';
import type { PlannedRow, SideData } from '../plan/requirement.ts';
import type { ComputedLayout, LayoutInput, LayoutResult } from './compute-layout.ts';
import { layoutPool } from './layout-pool.ts';

/** The position and the community of a node, if requested. */
export interface NodePosition {
  x?: number;
  y?: number;
  community?: number;
}

/**
 * Adds the requested positions and communities to the members of a subgraph. A worker thread computes them from the relations
 * between all members, including those that the client does not request.
 *
 * @throws GraphQLError TIMEOUT
 */
export function positionMembers(
  members: readonly PlannedRow[],
  { requested, holder, lists }: SideData,
  bounds: ReadBounds,
): Promise<void> | undefined {
  const layout = requested.has('x') || requested.has('y') ? computed(holder.layout) : null;
  const communities = requested.has('community');
  if (layout === null && !communities) return undefined;
  return addPositions(members, lists, { layout, communities }, bounds);
}

async function addPositions(
  members: readonly PlannedRow[],
  lists: SideData['lists'],
  wanted: Pick<LayoutInput, 'layout' | 'communities'>,
  bounds: ReadBounds,
): Promise<void> {
  await turn(); // other requests get a turn between the executor's pass over the edges and ours
  assign(members, await layoutPool.compute(inputOf(lists, wanted), bounds));
}

const computed = (layout: unknown) => (layout === null || layout === 'NONE' ? null : (layout as ComputedLayout));

function inputOf(lists: SideData['lists'], wanted: Pick<LayoutInput, 'layout' | 'communities'>): LayoutInput {
  const members = (lists.members ?? []) as readonly LayoutMemberRow[];
  const links = (lists.ties ?? []) as readonly LayoutEdgeRow[];
  const input: LayoutInput = {
    ...wanted,
    order: members.length,
    sources: new Uint32Array(links.length),
    targets: new Uint32Array(links.length),
    weights: new Float32Array(links.length),
    distances: new Uint32Array(members.length),
    ranks: new Uint32Array(members.length),
  };
  const indexOfId = new Map<string, number>();
  for (const [index, [id, distance]] of members.entries()) {
    indexOfId.set(id, index);
    input.distances[index] = distance;
  }
  for (const [i, [index, otherId, weight]] of links.entries()) {
    input.sources[i] = index;
    input.targets[i] = indexOfId.get(otherId) ?? index;
    input.weights[i] = weight ?? 1;
  }
  for (const [rank, index] of ((lists.labelled ?? []) as readonly number[]).entries()) input.ranks[index] = rank;
  return input;
}

function assign(members: readonly PlannedRow[], { points, communities }: LayoutResult): void {
  for (const [i, member] of members.entries()) {
    const position: NodePosition = member;
    if (points) Object.assign(position, { x: points.x[i], y: points.y[i] });
    if (communities) position.community = communities[i] ?? 0;
  }
}
