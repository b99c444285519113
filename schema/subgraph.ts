import { entity } from '../cypher/entity/index.ts';
import { type CompletenessRow, type MemberRow, traversal } from '../cypher/traversal/index.ts';
import { kindOfLabel } from '../src/model/kinds.ts';
import { labelOf, type RelationType as Type } from '../src/model/relations.ts';
import { type NodePosition, positionMembers } from '../src/picture/members.ts';
import { builder } from './builder.ts';
import { Entity } from './entity.ts';
import { EntityKind, RelationType } from './enums.ts';
import { evidenceOf } from './evidence.ts';

const Omission = builder.enumType('Omission', {
  description: 'The reasons why nodes can be missing from an answer.',
  values: {
    LIMIT: { description: 'The answer reached `limit`.' },
    PER_HOP_LIMIT: { description: 'The answer reached `perHopLimit` at some distance.' },
    DEPTH: { description: 'The traversal stopped before the requested depth.' },
    TIMEOUT: { description: 'The time limit was reached.' },
  } as const,
});

const Completeness = builder.objectRef<CompletenessRow>('Completeness').implement({
  description: 'Whether the answer contains everything that the query asks for.',
  fields: (t) => ({
    exact: t.exposeBoolean('exact', { description: 'True if nothing is missing from the answer.' }),
    reasons: t.expose('reasons', {
      type: [Omission],
      description: 'The reasons why nodes are missing; empty if `exact` is true.',
    }),
    omittedNodes: t.exposeInt('omittedNodes', {
      description:
        'The number of missing nodes. It is exact if only nodes at the last distance were omitted. Otherwise it is a lower bound, because nodes behind an omitted node are not counted.',
    }),
  }),
});

const GraphNode = builder.objectRef<MemberRow & NodePosition>('GraphNode').implement({
  description: 'A node of a picture.',
  fields: (t) => ({
    key: t.value({
      type: 'String',
      description: "The entity's id. Not named `id`, so that a client's cache does not take the node for the entity.",
      cypher: 'node.entity.id',
    }),
    kind: t.value({
      type: EntityKind,
      description: 'The kind of entity.',
      cypher: "[l IN labels(node.entity) WHERE l <> 'Entity'][0]",
      resolve: kindOfLabel,
    }),
    label: t.value({ type: 'String', description: 'The text to show beside the node.', cypher: 'node.entity.label' }),
    summary: t.value({
      type: 'String',
      nullable: true,
      description: 'One sentence about the entity.',
      cypher: 'node.entity.summary',
    }),
    degree: t.exposeInt('degree', {
      description: 'The number of its relations in the whole graph, so that a picture can show what it leaves out.',
    }),
    distance: t.exposeInt('distance', { description: 'The number of hops from the nearest origin.' }),
    community: t.int({
      nullable: true,
      description:
        'The community that the node belongs to, computed by the Louvain method over the relations of this subgraph. Communities are numbered from 0; the largest comes first.',
      resolve: ({ community }) => community ?? null,
    }),
    x: t.float({
      nullable: true,
      description:
        'The horizontal position, from -1 (left) to 1 (right), with four decimals. Null without a layout. No two nodes share a position.',
      resolve: ({ x }) => x ?? null,
    }),
    y: t.float({
      nullable: true,
      description: 'The vertical position, from -1 (bottom) to 1 (top), with four decimals. Null without a layout.',
      resolve: ({ y }) => y ?? null,
    }),
    entity: t.one(Entity, {
      nullable: false,
      description: 'The entity that the node represents.',
      fragment: entity.held,
    }),
  }),
});

/** A relation of the graph. */
interface RelationRow {
  id: string;
  weight: number;
}

const GraphEdge = builder.objectRef<RelationRow>('GraphEdge').implement({
  description: 'An edge of a picture: one relation, from source to target.',
  fields: (t) => ({
    key: t.value({ type: 'String', description: 'A readable, stable key.', cypher: 'node.id' }),
    source: t.value({
      type: 'String',
      description: 'The key of the node where it starts.',
      cypher: 'startNode(node).id',
    }),
    target: t.value({ type: 'String', description: 'The key of the node where it ends.', cypher: 'endNode(node).id' }),
    type: t.value({ type: RelationType, description: 'The type of relation.', cypher: 'type(node)' }),
    label: t.value({
      type: 'String',
      description: 'The label of the relation, read from the source: "cites".',
      cypher: 'type(node)',
      resolve: (type: Type) => labelOf(type, 'OUT'),
    }),
    weight: t.exposeFloat('weight', {
      description: 'The strength of the relation, from 0 to 1; 1 if it is not ranked.',
    }),
    evidence: evidenceOf(t),
  }),
});

export const Subgraph = builder.objectRef<CompletenessRow>('Subgraph').implement({
  description: 'A part of the graph, ready to be drawn. The same query on the same data gives the same answer.',
  fields: (t) => ({
    nodes: t.many(GraphNode, {
      description: 'The nodes, ordered by distance, then degree (highest first), then label, then key.',
      fragment: traversal.members,
      long: true,
      completion: {
        provides: ['x', 'y', 'community'],
        holderProperties: ['layout'],
        sideData: { members: traversal.layoutMembers, ties: traversal.layoutEdges, labelled: traversal.labelOrder },
        complete: positionMembers,
      },
    }),
    edges: t.many(GraphEdge, {
      description: 'The relations between these nodes.',
      fragment: traversal.edges,
      long: true,
    }),
    completeness: t.derived({
      type: Completeness,
      description: 'Whether anything is missing, and why.',
      needs: ['exact', 'reasons', 'omittedNodes'],
      resolve: (row) => row,
    }),
  }),
});

const Path = builder.objectRef<object>('Path').implement({
  description: 'A path from one entity to another that visits no entity twice.',
  fields: (t) => ({
    length: t.value({ type: 'Int', description: 'The number of hops.', cypher: 'size(node.hops)' }),
    nodes: t.many(Entity, {
      description: 'The entities along the path, from `from` to `to`.',
      fragment: traversal.pathNodes,
    }),
    hops: t.many(GraphEdge, {
      description: 'The relations along the path, each in its own direction.',
      fragment: traversal.pathHops,
    }),
  }),
});

export const PathResult = builder.objectRef<CompletenessRow>('PathResult').implement({
  description: 'The paths between two entities.',
  fields: (t) => ({
    paths: t.many(Path, { description: 'The paths, shortest first.', fragment: traversal.pathsFound }),
    completeness: t.derived({
      type: Completeness,
      description: '`exact` is true if no other path of at most `maxLength` hops exists.',
      needs: ['exact', 'reasons', 'omittedNodes'],
      resolve: (row) => row,
    }),
  }),
});
