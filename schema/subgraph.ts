import { entity } from '../cypher/entity/index.ts';
import { traversal } from '../cypher/traversal/index.ts';
import { kindOfLabel } from '../src/model/kinds.ts';
import { labelOf, type RelationType as Type } from '../src/model/relations.ts';
import { type NodePosition, positionMembers } from '../src/picture/members.ts';
import { builder } from './builder.ts';
import { Entity } from './entity.ts';
import { EntityKind, RelationType } from './enums.ts';
import { evidenceOf } from './evidence.ts';

const Omission = builder.enumType('Omission', {
  description: 'Why something is missing from an answer.',
  values: {
    LIMIT: { description: '`limit` was reached.' },
    PER_HOP_LIMIT: { description: '`perHopLimit` was reached at some distance.' },
    DEPTH: { description: 'The search did not go as far as was asked.' },
    TIMEOUT: { description: 'Time ran out.' },
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
interface MemberRow extends NodePosition {
  distance: number;
  degree: number;
}

const GraphNode = builder.objectRef<MemberRow>('GraphNode').implement({
  description: 'A node of a picture.',
  fields: (t) => ({
    key: t.value({
      type: 'String',
      description: "The entity's id. Not named `id`, so that a client's cache does not take the node for the entity.",
      cypher: 'node.entity.id',
    }),
    kind: t.value({
      type: EntityKind,
      description: 'What sort of thing it is.',
      cypher: "[l IN labels(node.entity) WHERE l <> 'Entity'][0]",
      resolve: kindOfLabel,
    }),
    label: t.value({ type: 'String', description: 'What to write beside it.', cypher: 'node.entity.label' }),
    summary: t.value({ type: 'String', nullable: true, description: 'One sentence.', cypher: 'node.entity.summary' }),
    degree: t.exposeInt('degree', {
      description: 'Its relations in the whole graph, so that a picture can show what it left out.',
    }),
    distance: t.exposeInt('distance', { description: 'Hops from the nearest origin.' }),
    community: t.int({
      nullable: true,
      description:
        'The group that it belongs to, by Louvain over the relations within this subgraph. Numbered from 0, the largest first.',
      resolve: ({ community }) => community ?? null,
    }),
    x: t.float({
      nullable: true,
      description:
        'Position, from -1 at the left to 1, four decimals; null without a layout. No two nodes have the same.',
      resolve: ({ x }) => x ?? null,
    }),
    y: t.float({
      nullable: true,
      description: 'Position, from -1 at the bottom to 1, four decimals; null without a layout.',
      resolve: ({ y }) => y ?? null,
    }),
    entity: t.one(Entity, { nullable: false, description: 'What it stands for.', fragment: entity.held }),
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
    key: t.value({ type: 'String', description: 'Readable and stable.', cypher: 'node.id' }),
    source: t.value({
      type: 'String',
      description: 'The key of the node where it starts.',
      cypher: 'startNode(node).id',
    }),
    target: t.value({ type: 'String', description: 'The key of the node where it ends.', cypher: 'endNode(node).id' }),
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

export const Subgraph = builder.objectRef<CompletenessRow>('Subgraph').implement({
  description: 'A part of the graph, ready to be drawn. The same question on the same data gives the same answer.',
  fields: (t) => ({
    nodes: t.many(GraphNode, {
      description: 'By distance, then degree (most first), then label, then id.',
      fragment: traversal.members,
      long: true,
      completion: {
        provides: ['x', 'y', 'community'],
        holderProperties: ['layout'],
        sideData: { members: traversal.standing, ties: traversal.ties, labelled: traversal.labelled },
        complete: positionMembers,
      },
    }),
    edges: t.many(GraphEdge, {
      description: 'Every relation asked for between these nodes.',
      fragment: traversal.edges,
      long: true,
    }),
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
    nodes: t.many(Entity, { description: 'From the first to the last.', fragment: traversal.pathNodes }),
    hops: t.many(GraphEdge, {
      description: 'The relations, in order; each in its own direction.',
      fragment: traversal.pathHops,
    }),
  }),
});

export const PathResult = builder.objectRef<CompletenessRow>('PathResult').implement({
  description: 'The ways between two entities.',
  fields: (t) => ({
    paths: t.many(Path, { description: 'Shortest first.', fragment: traversal.pathsFound }),
    completeness: t.derived({
      type: Completeness,
      description: 'Exact when there is no other path of at most `maxLength`.',
      needs: ['exact', 'reasons', 'omittedNodes'],
      resolve: (row) => row,
    }),
  }),
});
