import type { ArgBuilder } from '@pothos/core';
import { DEEPEST, LONGEST, traversal } from '../cypher/traversal/index.ts';
import { checkRange } from '../src/arguments/checks.ts';
import { checkOrigins, MOST, NEIGHBORHOOD_DEFAULTS, neighborhoodParams } from '../src/arguments/neighborhood.ts';
import { labelsOf } from '../src/model/kinds.ts';
import { AS_OF } from './arguments.ts';
import { builder, type Types } from './builder.ts';
import { Entity } from './entity.ts';
import { Direction, EntityKind, RelationType } from './enums.ts';
import { PathResult, Subgraph } from './subgraph.ts';

const Layout = builder.enumType('Layout', {
  description: 'How positions are computed. The same query on the same data gives the same positions.',
  values: {
    NONE: { description: 'No positions: `x` and `y` are null.' },
    FORCE: { description: 'Connected nodes attract each other. Disconnected parts are placed side by side.' },
    CIRCLE: { description: 'Nodes are placed on a circle, ordered by community and then by label.' },
    LAYERED: {
      description:
        'Nodes are placed in rings around the origins, by distance, each near its neighbors. For `graph`, which has no origins, the rings surround the best connected node.',
    },
  } as const,
});

/** The depth that selects the statement. `neighborhoodParams` refuses a depth that is out of range. */
const depthOf = ({ depth }: { depth: number }) => Math.min(Math.max(depth, 1), DEEPEST);

const neighborhoodArguments = (t: ArgBuilder<Types>) => ({
  depth: t.int({
    required: true,
    defaultValue: NEIGHBORHOOD_DEFAULTS.depth,
    description: `The number of hops, from 1 to ${DEEPEST}.`,
  }),
  types: t({ type: [RelationType], description: 'Follow only relations of these types.' }),
  kinds: t({
    type: [EntityKind],
    description: 'Visit only entities of these kinds. Other kinds are neither shown nor crossed.',
  }),
  direction: t({
    type: Direction,
    required: true,
    defaultValue: NEIGHBORHOOD_DEFAULTS.direction,
    description: 'Follow only relations in this direction, seen from the origins.',
  }),
  limit: t.int({
    required: true,
    defaultValue: NEIGHBORHOOD_DEFAULTS.limit,
    description: `The largest number of nodes, origins included, from 1 to ${MOST.nodes}.`,
  }),
  perHopLimit: t.int({ description: `The largest number of new nodes at each distance, from 1 to ${MOST.nodes}.` }),
  asOf: t({ ...AS_OF }),
});

const LAYOUT_ARGUMENT = {
  type: Layout,
  required: true,
  defaultValue: 'NONE',
  description: 'The layout that computes `x` and `y` of the nodes.',
} as const;

const NEIGHBORHOOD =
  'The nearest nodes come first. At equal distance, the best connected ones stay if there are too many.';

builder.interfaceField(Entity, 'neighborhood', (t) =>
  t.one(Subgraph, {
    nullable: false,
    description: `The neighborhood of this entity. ${NEIGHBORHOOD}`,
    args: neighborhoodArguments(t.arg),
    fragment: (args) => traversal.neighborhoodHere(depthOf(args)),
    params: neighborhoodParams,
  }),
);

builder.queryFields((t) => ({
  neighborhood: t.one(Subgraph, {
    description: `The neighborhood of one or several entities. ${NEIGHBORHOOD}`,
    args: {
      of: t.arg.idList({
        required: true,
        description: `The ids of the origins, at most ${MOST.origins}. Unknown ids are ignored.`,
      }),
      ...neighborhoodArguments(t.arg),
      layout: t.arg(LAYOUT_ARGUMENT),
    },
    fragment: (args) => traversal.neighborhood(depthOf(args)),
    params: ({ of, layout, ...args }) => ({ of: checkOrigins(of), layout, ...neighborhoodParams(args) }),
  }),
  paths: t.one(PathResult, {
    description:
      'The paths from one entity to another, following relations in both directions. All shortest paths come first, then longer ones.',
    args: {
      from: t.arg.id({ required: true, description: 'The id of the first entity.' }),
      to: t.arg.id({ required: true, description: 'The id of the last entity.' }),
      maxLength: t.arg.int({
        required: true,
        defaultValue: 6,
        description: `The largest number of hops, from 1 to ${LONGEST}.`,
      }),
      limit: t.arg.int({
        required: true,
        defaultValue: 5,
        description: `The largest number of paths, from 1 to ${MOST.paths}.`,
      }),
      types: t.arg({ type: [RelationType], description: 'Follow only relations of these types.' }),
      asOf: t.arg(AS_OF),
    },
    fragment: ({ maxLength }) => traversal.paths(Math.min(Math.max(maxLength, 1), LONGEST)),
    params: ({ from, to, maxLength, limit, types, asOf }) => {
      checkRange('maxLength', maxLength, 1, LONGEST);
      return {
        from,
        to,
        types: types ?? null,
        limit: checkRange('limit', limit, 1, MOST.paths),
        ...(asOf !== undefined && { asOf }),
      };
    },
  }),
  graph: t.one(Subgraph, {
    description: 'The best connected entities of the whole graph and the relations between them.',
    args: {
      kinds: t.arg({ type: [EntityKind], description: 'Keep only entities of these kinds.' }),
      types: t.arg({ type: [RelationType], description: 'Keep only relations of these types.' }),
      limit: t.arg.int({
        required: true,
        defaultValue: 1_000,
        description: `The largest number of nodes, from 1 to ${MOST.graphNodes}.`,
      }),
      layout: t.arg(LAYOUT_ARGUMENT),
      asOf: t.arg(AS_OF),
    },
    fragment: traversal.graph,
    params: ({ kinds, types, limit, layout, asOf }) => ({
      layout,
      types: types ?? null,
      labels: labelsOf(kinds),
      limit: checkRange('limit', limit, 1, MOST.graphNodes),
      ...(asOf !== undefined && { asOf }),
    }),
  }),
}));
