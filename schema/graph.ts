import type { ArgBuilder } from '@pothos/core';
import { DEEPEST, LONGEST, traversal } from '../cypher/traversal/index.ts';
import { checkRange } from '../src/arguments/checks.ts';
import { onOneDay } from '../src/arguments/dated-ids.ts';
import { checkOrigins, MOST, NEIGHBORHOOD_DEFAULTS, neighborhoodParams } from '../src/arguments/neighborhood.ts';
import { labelsOf } from '../src/model/kinds.ts';
import { AS_OF, upTo, VOCABULARIES } from './arguments.ts';
import { builder, type Types } from './builder.ts';
import { Entity } from './entity.ts';
import { Direction, EntityKind, RelationType } from './enums.ts';
import { PathResult, Ranking, Subgraph } from './subgraph.ts';
import { GRAPH_WEIGHT, NEIGHBORHOOD_WEIGHT } from './traversal-weights.ts';

const Layout = builder.enumType('Layout', {
  description:
    'The algorithm that computes the positions of nodes. The same query on the same data always produces the same positions.',
  values: {
    NONE: { description: 'No positions are computed: `x` and `y` are null.' },
    FORCE: {
      description: 'Connected nodes attract each other, and disconnected parts of the graph are placed side by side.',
    },
    CIRCLE: { description: 'Nodes are placed on a circle, ordered by community and then by label.' },
    LAYERED: {
      description:
        'Nodes are placed in rings around the starting entities: the more hops away a node is, the larger its ring. Within its ring, each node is placed near its neighbors. The `graph` query has no starting entities, so its rings surround the node with the most relations.',
    },
  } as const,
});

/** The depth that selects the statement. `neighborhoodParams` refuses a depth that is out of range. */
const depthOf = ({ depth }: { depth: number }) => Math.min(Math.max(depth, 1), DEEPEST);

const RANKING_ARGUMENT = {
  type: Ranking,
  required: true,
  defaultValue: NEIGHBORHOOD_DEFAULTS.ranking,
  description:
    'The ranking, which determines the order of the results. If there are more results than the limit allows, the ranking also determines which ones are returned.',
} as const;

const neighborhoodArguments = (t: ArgBuilder<Types>) => ({
  depth: t.int(upTo(DEEPEST, NEIGHBORHOOD_DEFAULTS.depth, 'The maximum number of hops from the starting entities')),
  types: t({ type: [RelationType], description: 'Follow only relations of these types.' }),
  excludeTypes: t({ type: [RelationType], description: 'Do not follow relations of these types.' }),
  ranking: t(RANKING_ARGUMENT),
  vocabularies: t(VOCABULARIES),
  kinds: t({
    type: [EntityKind],
    description:
      'Visit only entities of these kinds. Entities of other kinds are not returned, and relations are not followed through them.',
  }),
  direction: t({
    type: Direction,
    required: true,
    defaultValue: NEIGHBORHOOD_DEFAULTS.direction,
    description: 'Follow only relations in this direction, as seen from the starting entities.',
  }),
  limit: t.int(
    upTo(MOST.nodes, NEIGHBORHOOD_DEFAULTS.limit, 'The maximum number of nodes, including the starting entities'),
  ),
  perHopLimit: t.int({
    description: `The maximum number of new nodes at each distance from the starting entities. The value must be between 1 and ${MOST.nodes}.`,
  }),
  asOf: t({ ...AS_OF }),
});

const LAYOUT_ARGUMENT = {
  type: Layout,
  required: true,
  defaultValue: 'NONE',
  description: 'The layout algorithm that computes `x` and `y` for each node.',
} as const;

const NEIGHBORHOOD =
  'By default, the nodes are ordered by relevance. With the `DEGREE` ranking, the nodes are ordered by distance and then by number of relations. If there are more nodes than the limits allow, the lowest-ranked nodes are omitted.';

builder.interfaceField(Entity, 'neighborhood', (t) =>
  t.one(Subgraph, (args) => traversal.neighborhoodHere(depthOf(args), args.ranking), {
    nullable: false,
    weight: NEIGHBORHOOD_WEIGHT,
    description: `This entity and all entities that can be reached from it in at most \`depth\` hops, with the relations between these entities. ${NEIGHBORHOOD}`,
    args: neighborhoodArguments(t.arg),
    params: neighborhoodParams,
  }),
);

builder.queryFields((t) => ({
  neighborhood: t.one(Subgraph, (args) => traversal.neighborhood(depthOf(args), args.ranking), {
    weight: NEIGHBORHOOD_WEIGHT,
    description: `One or more starting entities and all entities that can be reached from them in at most \`depth\` hops, with the relations between these entities. ${NEIGHBORHOOD}`,
    args: {
      of: t.arg.idList({
        required: true,
        description: `The ids of the starting entities. The list can contain up to ${MOST.origins} ids. Unknown ids are ignored.`,
      }),
      ...neighborhoodArguments(t.arg),
      layout: t.arg(LAYOUT_ARGUMENT),
    },
    params: ({ of, layout, ...args }) => {
      const { ids, asOf } = onOneDay('of', checkOrigins(of), args.asOf);
      return { of: ids, layout, ...neighborhoodParams({ ...args, asOf }) };
    },
  }),
  paths: t.one(
    PathResult,
    ({ maxLength, ranking }) => traversal.paths(Math.min(Math.max(maxLength, 1), LONGEST), ranking),
    {
      weight: { work: 5_000, plan: 2_000 },
      description:
        'The paths from one entity to another, most relevant first. A path can follow a relation in either direction. The search considers the shortest paths, the shortest paths that use only relations stated by authors or by the law, and, if there are too few of these, some longer paths. Paths are ranked by the strength of their relations, by how specific their entities are, and by length. With the `DEGREE` ranking, the shortest paths come first, regardless of who stated their relations.',
      args: {
        from: t.arg.id({ required: true, description: 'The id of the entity where the paths start.' }),
        to: t.arg.id({ required: true, description: 'The id of the entity where the paths end.' }),
        maxLength: t.arg.int(upTo(LONGEST, 6, 'The maximum number of hops in a path')),
        limit: t.arg.int(upTo(MOST.paths, 5, 'The maximum number of paths')),
        types: t.arg({ type: [RelationType], description: 'Follow only relations of these types.' }),
        excludeTypes: t.arg({ type: [RelationType], description: 'Do not follow relations of these types.' }),
        kinds: t.arg({
          type: [EntityKind],
          description: 'Include only paths on which every intermediate entity is of one of these kinds.',
        }),
        ranking: t.arg(RANKING_ARGUMENT),
        asOf: t.arg(AS_OF),
      },
      params: ({ from, to, maxLength, limit, types, excludeTypes, kinds, asOf }) => {
        checkRange('maxLength', maxLength, 1, LONGEST);
        const ends = onOneDay('from and to', [from, to], asOf);
        const [start = '', end = ''] = ends.ids;
        return {
          ...{ from: start, to: end, asOf: ends.asOf },
          types: types ?? null,
          excludeTypes: excludeTypes ?? null,
          labels: labelsOf(kinds),
          limit: checkRange('limit', limit, 1, MOST.paths),
        };
      },
    },
  ),
  graph: t.one(Subgraph, traversal.graph, {
    weight: GRAPH_WEIGHT,
    description:
      'The most important entities in the whole graph, and the relations between these entities. By default, the most important entities are those with the most relations that are stated by authors or by the law. With the `DEGREE` ranking, the most important entities are those with the most relations of any kind.',
    args: {
      kinds: t.arg({ type: [EntityKind], description: 'Include only entities of these kinds.' }),
      vocabularies: t.arg(VOCABULARIES),
      types: t.arg({ type: [RelationType], description: 'Include only relations of these types.' }),
      excludeTypes: t.arg({ type: [RelationType], description: 'Exclude relations of these types.' }),
      ranking: t.arg(RANKING_ARGUMENT),
      limit: t.arg.int(upTo(MOST.graphNodes, 1_000, 'The maximum number of nodes')),
      layout: t.arg(LAYOUT_ARGUMENT),
      asOf: t.arg(AS_OF),
    },
    params: ({ kinds, vocabularies, types, excludeTypes, ranking, limit, layout, asOf }) => ({
      ranking,
      excludeTypes: excludeTypes ?? null,
      vocabularies: vocabularies ?? null,
      layout,
      types: types ?? null,
      labels: labelsOf(kinds),
      limit: checkRange('limit', limit, 1, MOST.graphNodes),
      asOf,
    }),
  }),
}));
