import { entity } from '../cypher/entity/index.ts';
import { badInput } from '../src/graph/errors.ts';
import { kindOfLabel, labelsOf } from '../src/model/kinds.ts';
import { labelOf, type RelationType as Type } from '../src/model/relations.ts';
import { typeOfRow } from '../src/plan/page.ts';
import { builder, Node } from './builder.ts';
import { Direction, EntityKind, RelationType } from './enums.ts';
import { evidenceOf } from './evidence.ts';
import { pageOf } from './page.ts';

/** The properties of every entity. */
export interface EntityNode {
  id: string;
  label: string;
  summary: string | null;
  url: string | null;
}

export const Entity = builder.interfaceRef<EntityNode>('Entity');

/** The number of relations. Neo4j stores it, so reading it is free. Entities have no other relationships. */
const DEGREE = 'COUNT { (node)--() }';

const RelationConnection = pageOf(Entity, 'Relation', {
  edge: (t) => ({
    type: t.value({ type: RelationType, description: 'The type of relation.', cypher: 'type(edge)' }),
    direction: t.value({
      type: Direction,
      description: 'The direction of the relation, seen from the entity in question: OUT or IN.',
      cypher: "CASE WHEN startNode(edge) = parent THEN 'OUT' ELSE 'IN' END",
    }),
    label: t.value({
      type: 'String',
      description: 'The label of the relation, read from the entity in question: "cited by".',
      cypher: '[type(edge), startNode(edge) = parent]',
      resolve: ([type, out]: [Type, boolean]) => labelOf(type, out ? 'OUT' : 'IN'),
    }),
    validFrom: t.expose('validFrom', {
      type: 'Date',
      nullable: true,
      description: 'The first day on which the relation holds.',
    }),
    validTo: t.expose('validTo', {
      type: 'Date',
      nullable: true,
      description: 'The first day on which the relation no longer holds.',
    }),
    evidence: evidenceOf(t),
  }),
});

Entity.implement({
  description: 'A node of the knowledge graph, of any kind.',
  interfaces: [Node],
  resolveType: typeOfRow,
  fields: (t) => ({
    id: t.exposeID('id', {
      description: 'A readable, stable id, such as Term:ehr or Regulation:45-CFR-171.203(a)(1).',
    }),
    kind: t.value({
      type: EntityKind,
      description: 'The kind of entity.',
      cypher: "[l IN labels(node) WHERE l <> 'Entity'][0]",
      resolve: kindOfLabel,
    }),
    label: t.exposeString('label', { description: 'The short name that pictures and lists show.' }),
    summary: t.exposeString('summary', { nullable: true, description: 'One sentence about the entity.' }),
    url: t.exposeString('url', { nullable: true, description: 'The official page, if there is one.' }),
    degree: t.value({
      type: 'Int',
      description: 'The number of relations, of every type and in both directions.',
      cypher: DEGREE,
    }),
    relations: t.page(RelationConnection, {
      description: 'The relations of this entity, ordered by type and label.',
      args: {
        types: t.arg({ type: [RelationType], description: 'Keep only relations of these types.' }),
        kinds: t.arg({ type: [EntityKind], description: 'Keep only relations that lead to these kinds of entity.' }),
        direction: t.arg({
          type: Direction,
          required: true,
          defaultValue: 'BOTH',
          description: 'Keep only relations in this direction.',
        }),
        asOf: t.arg({
          type: 'Date',
          description: 'Keep only relations that hold on this day. The default is all days.',
        }),
      },
      fragment: entity.relations,
      params: ({ types, kinds, direction, asOf }) => ({
        types: types ?? null,
        labels: labelsOf(kinds),
        direction,
        ...(asOf !== undefined && { asOf }),
      }),
    }),
  }),
});

/** The largest number of ids in one request. */
const MOST_IDS = 100;

builder.queryFields((t) => ({
  node: t.one(Node, {
    description: 'The entity with this id, or null.',
    args: { id: t.arg.id({ required: true, description: 'The id of the entity, such as Term:ehr.' }) },
    fragment: entity.byId,
  }),
  nodes: t.many(Node, {
    description: 'The entities with these ids, in the order of the ids, with null for each unknown id.',
    args: { ids: t.arg.idList({ required: true, description: `The ids, at most ${MOST_IDS}.` }) },
    nullable: { list: true, items: true },
    fragment: entity.byIds,
    params: ({ ids }) => {
      if (ids.length > MOST_IDS) throw badInput(`ids: must have at most ${MOST_IDS}, not ${ids.length}`);
      return { ids };
    },
  }),
}));
