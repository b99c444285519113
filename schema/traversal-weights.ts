/** The weights of traversals and pictures in the cost of an operation. See docs/cost.md. */
import { DEEPEST, type Ranking } from '../cypher/traversal/index.ts';
import { MOST } from '../src/arguments/neighborhood.ts';
import type { FieldValues } from '../src/plan/requirement.ts';
import { type FieldWeight, upToMost } from '../src/plan/weight.ts';

/** The arguments of the fields that return a subgraph. */
interface TraversalArgs {
  readonly depth: number;
  readonly limit: number;
  readonly ranking: Ranking;
}

/**
 * The work of a traversal. Its first hop visits the relations of the starting entities. Each further hop visits the
 * relations of the nodes that are kept, and ranking by relevance also compares the ways to each node.
 */
const WORK: Readonly<Record<Ranking, { first: number; further: readonly number[]; forNode: number }>> = {
  RELEVANCE: { first: 500, further: [0, 8_000, 15_000, 25_000], forNode: 7 },
  DEGREE: { first: 300, further: [0, 200, 500, 800], forNode: 4 },
};

export const NEIGHBORHOOD_WEIGHT: FieldWeight<TraversalArgs> = {
  work: ({ depth, limit, ranking }) => {
    const { first, further, forNode } = WORK[ranking];
    const hops = upToMost(depth, DEEPEST);
    return first + (further[hops - 1] ?? 0) + forNode * Math.max(hops - 1, 0) * upToMost(limit, MOST.nodes);
  },
  plan: ({ depth }) => 1_000 * upToMost(depth, DEEPEST),
};

/** The degrees of all entities are computed, however small the limit. */
export const GRAPH_WEIGHT: FieldWeight<Pick<TraversalArgs, 'limit'>> = { work: 15_000, plan: 1_000 };

/** The nodes of a subgraph whose field has the argument `limit`. */
const nodesIn = ({ limit }: FieldValues): number => upToMost(limit, MOST.graphNodes);

/** The work for each node of a layout. A force layout of a large graph takes fewer steps. */
const MOST_FORCE = 30_000;
const forceOf = (nodes: number) => Math.min(10 * nodes, MOST_FORCE);

export const MEMBERS_WEIGHT: FieldWeight = {
  rows: (_args, around) => nodesIn(around),
  completion: (_args, around) => (around.layout === 'FORCE' ? forceOf(nodesIn(around)) : nodesIn(around)),
};

/** A subgraph usually has twice as many relations as nodes. */
export const EDGES_WEIGHT: FieldWeight = { rows: (_args, around) => 1.5 * nodesIn(around) };

export const PATHS_WEIGHT: FieldWeight = { rows: (_args, { limit }) => upToMost(limit, MOST.paths) };
