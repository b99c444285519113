import { entity } from '../cypher/entity/index.ts';
import {
  type CompletenessRow,
  type MemberRow,
  type Ranking as RankingName,
  traversal,
} from '../cypher/traversal/index.ts';
import { DAY_OF_ID } from '../src/model/dated-id.ts';
import { kindOfLabel } from '../src/model/kinds.ts';
import { labelOf, type RelationType as Type } from '../src/model/relations.ts';
import { type NodePosition, positionMembers } from '../src/picture/members.ts';
import { builder, type Types } from './builder.ts';
import { Entity } from './entity.ts';
import { EntityKind, RelationType } from './enums.ts';
import { evidenceOf } from './evidence.ts';
import type { Period } from './period.ts';
import { EDGES_WEIGHT, MEMBERS_WEIGHT, PATHS_WEIGHT } from './traversal-weights.ts';

export const Ranking = builder.enumType('Ranking', {
  description: 'The criteria by which nodes and paths are selected and ordered.',
  values: {
    RELEVANCE: {
      description:
        'Nodes and paths are ranked by the strength of their relations, by how specific the entities are, and by distance. Relations stated by authors or by the law count more than relations based on names found in a text. Entities with few relations count more than entities with very many relations.',
    },
    DEGREE: {
      description:
        'The nearest nodes come first. Among nodes at the same distance, those with the most relations come first.',
    },
  } as const,
});

const Omission = builder.enumType('Omission', {
  description: 'The reasons why nodes or paths can be missing from an answer.',
  values: {
    LIMIT: { description: 'There were more results than `limit` allows.' },
    PER_HOP_LIMIT: {
      description:
        'At one or more distances from the starting entities, there were more new nodes than `perHopLimit` allows.',
    },
    DEPTH: { description: 'The search for paths stopped before it found every path of up to `maxLength` hops.' },
    TIMEOUT: { description: 'The traversal stopped because it reached the time limit.' },
  } as const,
});

const Completeness = builder.objectRef<CompletenessRow>('Completeness').implement({
  description: 'Whether the answer contains everything that the query requested.',
  fields: (t) => ({
    exact: t.exposeBoolean('exact', { description: 'True if nothing is missing from the answer.' }),
    reasons: t.expose('reasons', {
      type: [Omission],
      description: 'The reasons why nodes or paths are missing; the list is empty if `exact` is true.',
    }),
    omittedNodes: t.exposeInt('omittedNodes', {
      description:
        'The number of omitted nodes. The number is exact if every omitted node is at the maximum distance from the starting entities. Otherwise, the number is a lower bound, because nodes that can be reached only through omitted nodes are not counted.',
    }),
  }),
});

/** The field `completeness` of a traversal, whose row has it. */
const completenessOf = (t: PothosSchemaTypes.ObjectFieldBuilder<Types, CompletenessRow>, description: string) =>
  t.derived({
    type: Completeness,
    description,
    needs: ['exact', 'reasons', 'omittedNodes'],
    resolve: (row) => row,
  });

const GraphNode = builder.objectRef<MemberRow & NodePosition>('GraphNode').implement({
  description: 'A node in a subgraph.',
  fields: (t) => ({
    key: t.value({
      type: 'String',
      description:
        "The id of the entity. This field is named `key` rather than `id` so that a client's cache does not confuse the node with the entity.",
      cypher: `node.entity.id + ${DAY_OF_ID}`,
    }),
    kind: t.value({
      type: EntityKind,
      description: 'The kind of entity, such as TERM or REGULATION.',
      cypher: "[l IN labels(node.entity) WHERE l <> 'Entity'][0]",
      resolve: kindOfLabel,
    }),
    label: t.value({
      type: 'String',
      description: 'The text to display next to the node.',
      cypher: 'node.entity.label',
    }),
    summary: t.value({
      type: 'String',
      nullable: true,
      description: 'A one-sentence summary of the entity.',
      cypher: 'node.entity.summary',
    }),
    degree: t.exposeInt('degree', {
      description:
        'The number of relations that the entity has in the whole graph, including relations that are not in this subgraph.',
    }),
    relevance: t.exposeFloat('relevance', {
      description:
        'The relevance of the node, from 0 to 1, according to the ranking of the subgraph. If there are too many nodes, those with the highest relevance are kept. Each starting entity has a relevance of 1.',
    }),
    distance: t.exposeInt('distance', { description: 'The number of hops from the nearest starting entity.' }),
    community: t.int({
      nullable: true,
      description:
        "The number of the node's community, which is a group of closely connected nodes. Communities are computed with the Louvain method from the relations in the subgraph and are numbered from 0, starting with the largest.",
      resolve: ({ community }) => community ?? null,
    }),
    x: t.float({
      nullable: true,
      description:
        'The horizontal position, from -1 (left) to 1 (right), rounded to four decimal places, or null if there is no layout. No two nodes have the same position.',
      resolve: ({ x }) => x ?? null,
    }),
    y: t.float({
      nullable: true,
      description:
        'The vertical position, from -1 (bottom) to 1 (top), rounded to four decimal places, or null if there is no layout.',
      resolve: ({ y }) => y ?? null,
    }),
    entity: t.one(Entity, entity.held, { nullable: false, description: 'The entity that the node represents.' }),
  }),
});

/** A relation of the graph. */
interface RelationRow extends Period {
  id: string;
  weight: number;
}

const GraphEdge = builder.objectRef<RelationRow>('GraphEdge').implement({
  description:
    'An edge in a subgraph. Each edge represents one relation and points from the source of the relation to its target.',
  fields: (t) => ({
    key: t.value({
      type: 'String',
      description: 'A readable, stable key that identifies the edge.',
      cypher: `node.id + ${DAY_OF_ID}`,
    }),
    source: t.value({
      type: 'String',
      description: 'The key of the node where the edge starts.',
      cypher: `startNode(node).id + ${DAY_OF_ID}`,
    }),
    target: t.value({
      type: 'String',
      description: 'The key of the node where the edge ends.',
      cypher: `endNode(node).id + ${DAY_OF_ID}`,
    }),
    type: t.value({ type: RelationType, description: 'The type of the relation.', cypher: 'type(node)' }),
    label: t.value({
      type: 'String',
      description: 'The label of the relation as seen from the source, such as "cites".',
      cypher: 'type(node)',
      resolve: (type: Type) => labelOf(type, 'OUT'),
    }),
    validFrom: t.expose('validFrom', {
      type: 'Date',
      nullable: true,
      description: 'The first date on which the relation is known to hold, or null if that date is unknown.',
    }),
    validTo: t.expose('validTo', {
      type: 'Date',
      nullable: true,
      description: 'The first date on which the relation no longer holds.',
    }),
    weight: t.exposeFloat('weight', {
      description:
        'The strength of the relation, from 0 to 1; a relation without a stated strength has a strength of 1.',
    }),
    evidence: evidenceOf(t),
  }),
});

/** How the nodes of a subgraph were chosen. */
function explanationOf({
  ranking,
  exact,
  omittedNodes,
}: Pick<CompletenessRow, 'exact' | 'omittedNodes'> & { ranking: RankingName }): string {
  const by =
    ranking === 'RELEVANCE'
      ? 'The nodes are ordered by relevance. Relations stated by authors or by the law count more than mentions in a text, specific entities count more than entities with very many relations, and nearby entities count more than distant ones.'
      : 'The nodes are ordered by distance from the starting entities and then by number of relations.';
  return exact ? `${by} No nodes were left out.` : `${by} At least ${omittedNodes} more nodes were left out.`;
}

export const Subgraph = builder.objectRef<CompletenessRow & { ranking: RankingName }>('Subgraph').implement({
  description:
    'A part of the graph, with everything needed to draw it. The same query on the same data always returns the same answer.',
  fields: (t) => ({
    nodes: t.many(GraphNode, traversal.members, {
      description:
        'The nodes in this subgraph. The starting entities come first, followed by the other nodes in order of relevance, label, and key. With the `DEGREE` ranking, nodes are ordered by distance, then by degree (highest first), then by label and key.',
      weight: MEMBERS_WEIGHT,
      long: true,
      completion: {
        provides: ['x', 'y', 'community'],
        holderProperties: ['layout'],
        sideData: { members: traversal.layoutMembers, ties: traversal.layoutEdges, labelled: traversal.labelOrder },
        complete: positionMembers,
      },
    }),
    edges: t.many(GraphEdge, traversal.edges, {
      description: 'The relations between the nodes in this subgraph.',
      weight: EDGES_WEIGHT,
      long: true,
    }),
    completeness: completenessOf(t, 'Whether anything is missing from the subgraph, and why.'),
    ranking: t.expose('ranking', { type: Ranking, description: 'The ranking that determined which nodes were kept.' }),
    explanation: t.derived({
      type: 'String',
      description: 'A readable explanation of how the nodes were chosen.',
      needs: ['ranking', 'exact', 'omittedNodes'],
      resolve: explanationOf,
    }),
  }),
});

const Path = builder.objectRef<object>('Path').implement({
  description: 'A path that leads from one entity to another and visits no entity more than once.',
  fields: (t) => ({
    length: t.value({ type: 'Int', description: 'The number of hops in the path.', cypher: 'size(node.hops)' }),
    nodes: t.many(Entity, traversal.pathNodes, {
      description: 'The entities along the path, in order.',
    }),
    hops: t.many(GraphEdge, traversal.pathHops, {
      description: 'The relations along the path, in order, each with its source and target.',
    }),
  }),
});

export const PathResult = builder.objectRef<CompletenessRow>('PathResult').implement({
  description: 'The paths between two entities.',
  fields: (t) => ({
    paths: t.many(Path, traversal.pathsFound, {
      weight: PATHS_WEIGHT,
      description: 'The paths between the two entities, in the order that the ranking determines.',
    }),
    completeness: completenessOf(
      t,
      'Whether paths are missing from the answer; `exact` is true if every path of at most `maxLength` hops is included.',
    ),
  }),
});
