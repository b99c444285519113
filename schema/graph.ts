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
import { PathResult, Subgraph } from './subgraph.ts';

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
        'Nodes are placed in rings around the origins according to their distance, each near its neighbors. The `graph` query has no origins, so its rings surround the node with the most relations.',
    },
  } as const,
});

/** The depth that selects the statement. `neighborhoodParams` refuses a depth that is out of range. */
const depthOf = ({ depth }: { depth: number }) => Math.min(Math.max(depth, 1), DEEPEST);

const neighborhoodArguments = (t: ArgBuilder<Types>) => ({
  depth: t.int(upTo(DEEPEST, NEIGHBORHOOD_DEFAULTS.depth, 'The maximum number of hops from the origins')),
  types: t({ type: [RelationType], description: 'Follow only relations of these types.' }),
  vocabularies: t(VOCABULARIES),
  kinds: t({
    type: [EntityKind],
    description: 'Visit only entities of these kinds; entities of other kinds are neither returned nor traversed.',
  }),
  direction: t({
    type: Direction,
    required: true,
    defaultValue: NEIGHBORHOOD_DEFAULTS.direction,
    description: 'Follow only relations in this direction as seen from the origins.',
  }),
  limit: t.int(upTo(MOST.nodes, NEIGHBORHOOD_DEFAULTS.limit, 'The maximum number of nodes, including the origins')),
  perHopLimit: t.int({ description: `The maximum number of new nodes at each distance, from 1 to ${MOST.nodes}.` }),
  asOf: t({ ...AS_OF }),
});

const LAYOUT_ARGUMENT = {
  type: Layout,
  required: true,
  defaultValue: 'NONE',
  description: 'The layout algorithm that computes `x` and `y` for each node.',
} as const;

const NEIGHBORHOOD =
  'The nearest nodes are listed first; if a limit is reached, the nodes with the most relations are kept at each distance.';

builder.interfaceField(Entity, 'neighborhood', (t) =>
  t.one(Subgraph, (args) => traversal.neighborhoodHere(depthOf(args)), {
    nullable: false,
    description: `The entities within a given number of hops of this entity, and the relations between them. ${NEIGHBORHOOD}`,
    args: neighborhoodArguments(t.arg),
    params: neighborhoodParams,
  }),
);

builder.queryFields((t) => ({
  neighborhood: t.one(Subgraph, (args) => traversal.neighborhood(depthOf(args)), {
    description: `The entities within a given number of hops of one or more origins, and the relations between them. ${NEIGHBORHOOD}`,
    args: {
      of: t.arg.idList({
        required: true,
        description: `The ids of the entities from which to start, at most ${MOST.origins}; unknown ids are ignored.`,
      }),
      ...neighborhoodArguments(t.arg),
      layout: t.arg(LAYOUT_ARGUMENT),
    },
    params: ({ of, layout, ...args }) => {
      const { ids, asOf } = onOneDay('of', checkOrigins(of), args.asOf);
      return { of: ids, layout, ...neighborhoodParams({ ...args, asOf }) };
    },
  }),
  paths: t.one(PathResult, ({ maxLength }) => traversal.paths(Math.min(Math.max(maxLength, 1), LONGEST)), {
    description:
      'The paths from one entity to another along relations in both directions, with the shortest paths first.',
    args: {
      from: t.arg.id({ required: true, description: 'The id of the entity where the paths start.' }),
      to: t.arg.id({ required: true, description: 'The id of the entity where the paths end.' }),
      maxLength: t.arg.int(upTo(LONGEST, 6, 'The maximum number of hops in a path')),
      limit: t.arg.int(upTo(MOST.paths, 5, 'The maximum number of paths')),
      types: t.arg({ type: [RelationType], description: 'Follow only relations of these types.' }),
      asOf: t.arg(AS_OF),
    },
    params: ({ from, to, maxLength, limit, types, asOf }) => {
      checkRange('maxLength', maxLength, 1, LONGEST);
      const ends = onOneDay('from and to', [from, to], asOf);
      const [start = '', end = ''] = ends.ids;
      return {
        ...{ from: start, to: end, asOf: ends.asOf },
        types: types ?? null,
        limit: checkRange('limit', limit, 1, MOST.paths),
      };
    },
  }),
  graph: t.one(Subgraph, traversal.graph, {
    description: 'The entities with the most relations in the whole graph, and the relations between these entities.',
    args: {
      kinds: t.arg({ type: [EntityKind], description: 'Include only entities of these kinds.' }),
      vocabularies: t.arg(VOCABULARIES),
      types: t.arg({ type: [RelationType], description: 'Include only relations of these types.' }),
      limit: t.arg.int(upTo(MOST.graphNodes, 1_000, 'The maximum number of nodes')),
      layout: t.arg(LAYOUT_ARGUMENT),
      asOf: t.arg(AS_OF),
    },
    params: ({ kinds, vocabularies, types, limit, layout, asOf }) => ({
      vocabularies: vocabularies ?? null,
      layout,
      types: types ?? null,
      labels: labelsOf(kinds),
      limit: checkRange('limit', limit, 1, MOST.graphNodes),
      asOf,
    }),
  }),
}));
