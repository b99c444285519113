import { entity } from '../cypher/entity/index.ts';
import { badInput } from '../src/graph/errors.ts';
import { DAY_OF_ID, splitDatedId } from '../src/model/dated-id.ts';
import { kindOfLabel, labelsOf } from '../src/model/kinds.ts';
import { labelOf, type RelationType as Type } from '../src/model/relations.ts';
import { typeOfRow } from '../src/plan/page.ts';
import { builder, Node } from './builder.ts';
import { Direction, EntityKind, RelationType } from './enums.ts';
import { evidenceOf } from './evidence.ts';
import { tellGone } from './gone.ts';
import { pageOf } from './page.ts';
import { periodOf } from './period.ts';

/** The properties of every entity. */
export interface EntityNode {
  id: string;
  label: string;
  summary: string | null;
  url: string | null;
}

export const Entity = builder.interfaceRef<EntityNode>('Entity');

/** The number of relations. Neo4j stores this number, so reading it costs nothing. Entities have no other relationships. */
const DEGREE = 'COUNT { (node)--() }';

const RelationConnection = pageOf(Entity, 'Relation', {
  edge: (t) => ({
    type: t.value({ type: RelationType, description: 'The type of the relation.', cypher: 'type(edge)' }),
    direction: t.value({
      type: Direction,
      description: 'The direction of the relation as seen from the entity whose relations are listed: OUT or IN.',
      cypher: "CASE WHEN startNode(edge) = parent THEN 'OUT' ELSE 'IN' END",
    }),
    label: t.value({
      type: 'String',
      description: 'The label of the relation as seen from the entity whose relations are listed, such as "cited by".',
      cypher: '[type(edge), startNode(edge) = parent]',
      resolve: ([type, out]: [Type, boolean]) => labelOf(type, out ? 'OUT' : 'IN'),
    }),
    weight: t.value({
      type: 'Float',
      description:
        'The strength that an author gave to the relation, from 0 to 1; a relation without a stated strength has a strength of 1.',
      cypher: 'coalesce(edge.weight, 1.0)',
    }),
    relevance: t.value({
      type: 'Float',
      description:
        'How relevant the entity in `node` is to the entity whose relations are listed, from 0 to 1. The relevance depends on the strength of the relation and on how specific the entity in `node` is.',
      cypher: 'relevance',
    }),
    ...periodOf(t, 'the relation', 'in effect'),
    evidence: evidenceOf(t),
  }),
});

Entity.implement({
  description: 'A node in the knowledge graph, such as a term or a provision.',
  interfaces: [Node],
  resolveType: typeOfRow,
  fields: (t) => ({
    id: t.value({
      type: 'ID',
      description:
        "A readable, stable id, such as Term:ehr or Regulation:45-CFR-171.203(a)(1). If an enclosing field specifies a date in `asOf`, the id ends with that date, as in Term:ehr@2021-01-01. A client's cache therefore keeps the answers for different dates separate.",
      cypher: `node.id + ${DAY_OF_ID}`,
    }),
    kind: t.value({
      type: EntityKind,
      description: 'The kind of entity, such as TERM or REGULATION.',
      cypher: "[l IN labels(node) WHERE l <> 'Entity'][0]",
      resolve: kindOfLabel,
    }),
    label: t.exposeString('label', { description: 'The short name of the entity for use in lists and diagrams.' }),
    summary: t.exposeString('summary', { nullable: true, description: 'A one-sentence summary of the entity.' }),
    url: t.exposeString('url', {
      nullable: true,
      description: 'The URL of the official page about the entity, if there is one.',
    }),
    degree: t.value({
      type: 'Int',
      description:
        'The total number of relations that the entity has in both directions, including relations that are not in effect on the requested date.',
      cypher: DEGREE,
    }),
    relations: t.page(RelationConnection, entity.relations, {
      // All relations are read, and those of the requested types are sorted by relevance.
      weight: { work: ({ types }) => (types == null ? 100 : 30), plan: 1_000 },
      description:
        'The relations of this entity, most relevant first. Equally relevant relations are ordered by type and label.',
      args: {
        types: t.arg({ type: [RelationType], description: 'Include only relations of these types.' }),
        kinds: t.arg({ type: [EntityKind], description: 'Include only relations with entities of these kinds.' }),
        direction: t.arg({
          type: Direction,
          required: true,
          defaultValue: 'BOTH',
          description: 'Include only relations in this direction.',
        }),
        asOf: t.arg({
          type: 'Date',
          description: 'Include only relations in effect on this date. The default is the current date in UTC.',
        }),
      },
      params: ({ types, kinds, direction, asOf }) => ({
        types: types ?? null,
        labels: labelsOf(kinds),
        direction,
        asOf,
      }),
    }),
  }),
});

/** The largest number of ids in one request. */
const MOST_IDS = 100;

builder.queryFields((t) => ({
  node: t.one(Node, entity.byId, {
    description:
      'The entity with this id, or null if there is no such entity. If an import removed the entity, `extensions.gone` in the response states when the entity was removed and which entities replaced it.',
    args: {
      id: t.arg.id({
        required: true,
        description: 'The id of the entity, such as Term:ehr, or Term:ehr@2021-01-01 for the entity as of a date.',
      }),
    },
    params: ({ id: written }) => {
      const { id, day } = splitDatedId(written);
      return { id, asOf: day };
    },
    absence: { fragment: entity.gone, tell: tellGone },
  }),
  nodes: t.many(Node, entity.byIds, {
    weight: { rows: ({ ids }) => Math.min(ids.length, MOST_IDS) },
    description:
      'The entities with these ids, in the same order as the ids, with null for each unknown id. If an import removed an entity, `extensions.gone` in the response states when the entity was removed and which entities replaced it.',
    args: {
      ids: t.arg.idList({
        required: true,
        description: `The ids of the entities. The list can contain up to ${MOST_IDS} ids.`,
      }),
    },
    nullable: { list: true, items: true },
    params: ({ ids }) => {
      if (ids.length > MOST_IDS) throw badInput(`ids: must contain at most ${MOST_IDS} ids, not ${ids.length}`);
      const split = ids.map(splitDatedId);
      return { ids: split.map(({ id }) => id), days: split.map(({ day }) => day) };
    },
    dayVariable: 'day',
    absence: { fragment: entity.goneAmong, tell: tellGone },
  }),
}));
