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
  description:
    'How positions are computed. The same question on the same data gives the same positions: nothing is left to chance.',
  values: {
    NONE: { description: 'Not at all: `x` and `y` are null.' },
    FORCE: { description: 'What is connected draws together; parts that nothing connects stand beside each other.' },
    CIRCLE: { description: 'On a circle: community by community, and by label within each.' },
    LAYERED: {
      description:
        'In rings around the origins, by distance; each node near those that it is connected with. Of `graph`, which has no origins, around the best connected.',
    },
  } as const,
});

/** The depth, for choosing a text; one that is out of bounds is refused by the parameters. */
const depthOf = ({ depth }: { depth: number }) => Math.min(Math.max(depth, 1), DEEPEST);

const neighborhoodArguments = (t: ArgBuilder<Types>) => ({
  depth: t.int({ required: true, defaultValue: NEIGHBORHOOD_DEFAULTS.depth, description: `Hops, 1 to ${DEEPEST}.` }),
  types: t({ type: [RelationType], description: 'Follow only these types.' }),
  kinds: t({ type: [EntityKind], description: 'Enter only these kinds; others are neither shown nor crossed.' }),
  direction: t({
    type: Direction,
    required: true,
    defaultValue: NEIGHBORHOOD_DEFAULTS.direction,
    description: 'Follow only these directions, walking outward.',
  }),
  limit: t.int({
    required: true,
    defaultValue: NEIGHBORHOOD_DEFAULTS.limit,
    description: `At most so many nodes, origins included; 1 to ${MOST.nodes}.`,
  }),
  perHopLimit: t.int({ description: `At most so many new nodes at each distance; 1 to ${MOST.nodes}.` }),
  asOf: t({ ...AS_OF }),
});

const LAYOUT_ARGUMENT = {
  type: Layout,
  required: true,
  defaultValue: 'NONE',
  description: 'Positions to compute, for `x` and `y` of the nodes.',
} as const;

const NEIGHBORHOOD = 'The nearest first; at equal distance the best connected stay when there are too many.';

builder.interfaceField(Entity, 'neighborhood', (t) =>
  t.one(Subgraph, {
    nullable: false,
    description: `What is around it. ${NEIGHBORHOOD}`,
    args: neighborhoodArguments(t.arg),
    fragment: (args) => traversal.neighborhoodHere(depthOf(args)),
    params: neighborhoodParams,
  }),
);

builder.queryFields((t) => ({
  neighborhood: t.one(Subgraph, {
    description: `What is around one or several entities. ${NEIGHBORHOOD}`,
    args: {
      of: t.arg.idList({
        required: true,
        description: `The origins, at most ${MOST.origins}; an unknown one is passed over.`,
      }),
      ...neighborhoodArguments(t.arg),
      layout: t.arg(LAYOUT_ARGUMENT),
    },
    fragment: (args) => traversal.neighborhood(depthOf(args)),
    params: ({ of, layout, ...args }) => ({ of: checkOrigins(of), layout, ...neighborhoodParams(args) }),
  }),
  paths: t.one(PathResult, {
    description: 'The ways from one entity to another, in any direction: all of the shortest, then longer ones.',
    args: {
      from: t.arg.id({ required: true, description: 'The first.' }),
      to: t.arg.id({ required: true, description: 'The last.' }),
      maxLength: t.arg.int({ required: true, defaultValue: 6, description: `Hops at most, 1 to ${LONGEST}.` }),
      limit: t.arg.int({ required: true, defaultValue: 5, description: `Ways at most, 1 to ${MOST.paths}.` }),
      types: t.arg({ type: [RelationType], description: 'Follow only these types.' }),
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
    description: 'The best connected entities of the whole graph, and the relations between them.',
    args: {
      kinds: t.arg({ type: [EntityKind], description: 'Only these kinds.' }),
      types: t.arg({ type: [RelationType], description: 'Only these relations.' }),
      limit: t.arg.int({ required: true, defaultValue: 1_000, description: `Nodes at most, 1 to ${MOST.graphNodes}.` }),
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
