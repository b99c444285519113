import type { ArgBuilder } from '@pothos/core';
import { entity } from '../cypher/entity/index.ts';
import { DEEPEST, LONGEST, type NeighborhoodParams, traversal } from '../cypher/traversal/index.ts';
import { badInput } from '../src/graph/errors.ts';
import type { EntityKind as Kind, Direction as Way } from '../src/model/kinds.ts';
import { labelOf, type RelationType as Type } from '../src/model/relations.ts';
import { AS_OF, within } from './arguments.ts';
import { builder, type Types } from './builder.ts';
import { Entity, KIND_OF, labelsOf } from './entity.ts';
import { Direction, EntityKind, RelationType } from './enums.ts';
import { evidenceOf } from './evidence.ts';

/** As much as one traversal may ask. Refused before the database is asked. */
const MOST = { origins: 50, nodes: 2_000, graphNodes: 20_000, paths: 50 } as const;

const Omission = builder.enumType('Omission', {
  description: 'Why something is missing from an answer.',
  values: {
    LIMIT: { description: '`limit` was reached.' },
    PER_HOP_LIMIT: { description: '`perHopLimit` was reached at some distance.' },
    DEPTH: { description: 'The search did not go as far as was asked.' },
    TIMEOUT: { description: 'Time ran out.' },
  } as const,
});

const Layout = builder.enumType('Layout', {
  description: 'How positions are computed.',
  values: {
    NONE: { description: 'Not at all: `x` and `y` are null.' },
    FORCE: { description: 'What is connected draws together.' },
    CIRCLE: { description: 'On a circle.' },
    LAYERED: { description: 'By distance from the origins.' },
  } as const,
});

/** How complete an answer is, as every traversal computes it. */
interface CompletenessRow {
  exact: boolean;
  reasons: ('LIMIT' | 'PER_HOP_LIMIT' | 'DEPTH' | 'TIMEOUT')[];
  omittedNodes: number;
}

const Completeness = builder.objectRef<CompletenessRow>('Completeness').implement({
  description: 'Whether the answer holds everything that the question asks for.',
  fields: (t) => ({
    exact: t.exposeBoolean('exact', { description: 'Nothing that the question asks for is missing.' }),
    reasons: t.expose('reasons', { type: [Omission], description: 'Why something is missing; empty when exact.' }),
    omittedNodes: t.exposeInt('omittedNodes', {
      description:
        'How many nodes are missing: the true number where only the last distance was cut, else at least so many, for what lies behind a node left out is not counted.',
    }),
  }),
});

/** A member of a subgraph, as the traversals give it: the entity itself, how far out it stands, and its degree. */
interface MemberRow {
  distance: number;
  degree: number;
}

const GraphNode = builder.objectRef<MemberRow>('GraphNode').implement({
  description: 'A node of a picture.',
  fields: (t) => ({
    id: t.value({ type: 'ID', description: "The entity's id.", cypher: 'node.entity.id' }),
    kind: t.value({
      type: EntityKind,
      description: 'What sort of thing it is.',
      cypher: "[l IN labels(node.entity) WHERE l <> 'Entity'][0]",
      resolve: (label: string): Kind => KIND_OF[label] ?? 'TERM',
    }),
    label: t.value({ type: 'String', description: 'What to write beside it.', cypher: 'node.entity.label' }),
    summary: t.value({ type: 'String', nullable: true, description: 'One sentence.', cypher: 'node.entity.summary' }),
    degree: t.exposeInt('degree', {
      description: 'Its relations in the whole graph, so that a picture can show what it left out.',
    }),
    distance: t.exposeInt('distance', { description: 'Hops from the nearest origin.' }),
    community: t.int({
      nullable: true,
      description: 'Louvain community within this subgraph. Null until it is computed.',
      resolve: () => null,
    }),
    x: t.float({
      nullable: true,
      description: 'Position, when a layout was asked for and computed.',
      resolve: () => null,
    }),
    y: t.float({
      nullable: true,
      description: 'Position, when a layout was asked for and computed.',
      resolve: () => null,
    }),
    entity: t.one(Entity, { nullable: false, description: 'What it stands for.', via: entity.held }),
  }),
});

/** A relation, as it lies in the graph. */
interface RelationRow {
  id: string;
  weight: number;
}

const GraphEdge = builder.objectRef<RelationRow>('GraphEdge').implement({
  description: 'An edge of a picture: one relation, from source to target.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Readable and stable.' }),
    source: t.value({ type: 'ID', description: 'Id of the node where it starts.', cypher: 'startNode(node).id' }),
    target: t.value({ type: 'ID', description: 'Id of the node where it ends.', cypher: 'endNode(node).id' }),
    type: t.value({ type: RelationType, description: 'Its type.', cypher: 'type(node)' }),
    label: t.value({
      type: 'String',
      description: 'Read from the source: "cites".',
      cypher: 'type(node)',
      resolve: (type: Type) => labelOf(type, 'OUT'),
    }),
    weight: t.exposeFloat('weight', { description: '0 to 1; 1 where nothing ranks it.' }),
    evidence: evidenceOf(t),
  }),
});

const Subgraph = builder.objectRef<CompletenessRow>('Subgraph').implement({
  description: 'A part of the graph, ready to be drawn. The same question on the same data gives the same answer.',
  fields: (t) => ({
    nodes: t.many(GraphNode, {
      description: 'By distance, then degree (most first), then label, then id.',
      via: traversal.members,
    }),
    edges: t.many(GraphEdge, { description: 'Every relation asked for between these nodes.', via: traversal.edges }),
    completeness: t.derived({
      type: Completeness,
      description: 'What is missing, if anything.',
      needs: ['exact', 'reasons', 'omittedNodes'],
      resolve: (row) => row,
    }),
  }),
});

const Path = builder.objectRef<object>('Path').implement({
  description: 'A way from one entity to another that passes none twice.',
  fields: (t) => ({
    length: t.value({ type: 'Int', description: 'Number of hops.', cypher: 'size(node.hops)' }),
    nodes: t.many(Entity, { description: 'From the first to the last.', via: traversal.pathNodes }),
    hops: t.many(GraphEdge, {
      description: 'The relations, in order; each in its own direction.',
      via: traversal.pathHops,
    }),
  }),
});

const PathResult = builder.objectRef<CompletenessRow>('PathResult').implement({
  description: 'The ways between two entities.',
  fields: (t) => ({
    paths: t.many(Path, { description: 'Shortest first.', via: traversal.pathsFound }),
    completeness: t.derived({
      type: Completeness,
      description: 'Exact when there is no other path of at most `maxLength`.',
      needs: ['exact', 'reasons', 'omittedNodes'],
      resolve: (row) => row,
    }),
  }),
});

/** The arguments that bound a neighborhood, as GraphQL hands them. */
interface NeighborhoodArgs {
  depth: number;
  types?: Type[] | null | undefined;
  kinds?: Kind[] | null | undefined;
  direction: Way;
  limit: number;
  perHopLimit?: number | null | undefined;
  asOf?: string | null | undefined;
}

/** Arguments checked, and turned into what the Cypher takes. Throws BAD_USER_INPUT. */
function neighborhoodParams({
  depth,
  types,
  kinds,
  direction,
  limit,
  perHopLimit,
  asOf,
}: NeighborhoodArgs): NeighborhoodParams {
  within('depth', depth, 1, DEEPEST);
  return {
    types: types ?? null,
    labels: labelsOf(kinds),
    direction,
    limit: within('limit', limit, 1, MOST.nodes),
    perHopLimit: perHopLimit == null ? null : within('perHopLimit', perHopLimit, 1, MOST.nodes),
    ...(asOf !== undefined && { asOf }),
  };
}

/** The depth, for choosing a text; one that is out of bounds is refused by the parameters. */
const depthOf = ({ depth }: { depth: number }) => Math.min(Math.max(depth, 1), DEEPEST);

const neighborhoodArguments = (t: ArgBuilder<Types>) => ({
  depth: t.int({ required: true, defaultValue: 1, description: `Hops, 1 to ${DEEPEST}.` }),
  types: t({ type: [RelationType], description: 'Follow only these types.' }),
  kinds: t({ type: [EntityKind], description: 'Enter only these kinds; others are neither shown nor crossed.' }),
  direction: t({
    type: Direction,
    required: true,
    defaultValue: 'BOTH',
    description: 'Follow only these directions, walking outward.',
  }),
  limit: t.int({
    required: true,
    defaultValue: 100,
    description: `At most so many nodes, origins included; 1 to ${MOST.nodes}.`,
  }),
  perHopLimit: t.int({ description: `At most so many new nodes at each distance; 1 to ${MOST.nodes}.` }),
  asOf: t({ ...AS_OF }),
});

const NEIGHBORHOOD = 'The nearest first; at equal distance the best connected stay when there are too many.';

builder.interfaceField(Entity, 'neighborhood', (t) =>
  t.one(Subgraph, {
    nullable: false,
    description: `What is around it. ${NEIGHBORHOOD}`,
    args: neighborhoodArguments(t.arg),
    via: (args) => traversal.neighborhoodHere(depthOf(args)),
    given: neighborhoodParams,
  }),
);

builder.queryFields((t) => ({
  neighborhood: t.one(Subgraph, {
    nullable: false,
    description: `What is around one or several entities. ${NEIGHBORHOOD}`,
    args: {
      of: t.arg.idList({
        required: true,
        description: `The origins, at most ${MOST.origins}; an unknown one is passed over.`,
      }),
      ...neighborhoodArguments(t.arg),
      layout: t.arg({ type: Layout, required: true, defaultValue: 'NONE', description: 'Positions to compute.' }),
    },
    via: (args) => traversal.neighborhood(depthOf(args)),
    given: ({ of, ...args }) => {
      if (of.length > MOST.origins) throw badInput(`of: at most ${MOST.origins} ids, not ${of.length}`);
      return { of, ...neighborhoodParams(args) };
    },
  }),
  paths: t.one(PathResult, {
    nullable: false,
    description: 'The ways from one entity to another, in any direction: all of the shortest, then longer ones.',
    args: {
      from: t.arg.id({ required: true, description: 'The first.' }),
      to: t.arg.id({ required: true, description: 'The last.' }),
      maxLength: t.arg.int({ required: true, defaultValue: 6, description: `Hops at most, 1 to ${LONGEST}.` }),
      limit: t.arg.int({ required: true, defaultValue: 5, description: `Ways at most, 1 to ${MOST.paths}.` }),
      types: t.arg({ type: [RelationType], description: 'Follow only these types.' }),
      asOf: t.arg(AS_OF),
    },
    via: ({ maxLength }) => traversal.paths(Math.min(Math.max(maxLength, 1), LONGEST)),
    given: ({ from, to, maxLength, limit, types, asOf }) => {
      within('maxLength', maxLength, 1, LONGEST);
      return {
        from,
        to,
        types: types ?? null,
        limit: within('limit', limit, 1, MOST.paths),
        ...(asOf !== undefined && { asOf }),
      };
    },
  }),
  graph: t.one(Subgraph, {
    nullable: false,
    description: 'The best connected entities of the whole graph, and the relations between them.',
    args: {
      kinds: t.arg({ type: [EntityKind], description: 'Only these kinds.' }),
      types: t.arg({ type: [RelationType], description: 'Only these relations.' }),
      limit: t.arg.int({ required: true, defaultValue: 1_000, description: `Nodes at most, 1 to ${MOST.graphNodes}.` }),
      layout: t.arg({ type: Layout, required: true, defaultValue: 'NONE', description: 'Positions to compute.' }),
      asOf: t.arg(AS_OF),
    },
    via: traversal.graph,
    given: ({ kinds, types, limit, asOf }) => ({
      types: types ?? null,
      labels: labelsOf(kinds),
      limit: within('limit', limit, 1, MOST.graphNodes),
      ...(asOf !== undefined && { asOf }),
    }),
  }),
}));
