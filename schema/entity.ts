import { entity } from '../cypher/entity/index.ts';
import { badInput } from '../src/graph/errors.ts';
import { kindOfLabel, labelsOf } from '../src/model/kinds.ts';
import { labelOf, type RelationType as Type } from '../src/model/relations.ts';
import { typeOfRow } from '../src/plan/page.ts';
import { builder, Node } from './builder.ts';
import { Direction, EntityKind, RelationType } from './enums.ts';
import { evidenceOf } from './evidence.ts';
import { pageOf } from './page.ts';

/** What every node of the graph holds. */
export interface EntityNode {
  id: string;
  label: string;
  summary: string | null;
  url: string | null;
}

export const Entity = builder.interfaceRef<EntityNode>('Entity');

/** Relations of every type, both ways: Neo4j keeps the number, so it costs nothing. Nodes have no other relationships. */
const DEGREE = 'COUNT { (node)--() }';

const RelationConnection = pageOf(Entity, 'Relation', {
  edge: (t) => ({
    type: t.value({ type: RelationType, description: 'Its type.', cypher: 'type(edge)' }),
    direction: t.value({
      type: Direction,
      description: 'OUT or IN, seen from the entity asked.',
      cypher: "CASE WHEN startNode(edge) = parent THEN 'OUT' ELSE 'IN' END",
    }),
    label: t.value({
      type: 'String',
      description: 'Read from the entity asked: "cited by".',
      cypher: '[type(edge), startNode(edge) = parent]',
      resolve: ([type, out]: [Type, boolean]) => labelOf(type, out ? 'OUT' : 'IN'),
    }),
    validFrom: t.expose('validFrom', { type: 'Date', nullable: true, description: 'First day on which it holds.' }),
    validTo: t.expose('validTo', {
      type: 'Date',
      nullable: true,
      description: 'First day on which it no longer holds.',
    }),
    evidence: evidenceOf(t),
  }),
});

Entity.implement({
  description: 'Anything that the graph holds.',
  interfaces: [Node],
  resolveType: typeOfRow,
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Readable and stable: Term:ehr, Regulation:45-CFR-171.203(a)(1).' }),
    kind: t.value({
      type: EntityKind,
      description: 'What sort of thing it is.',
      cypher: "[l IN labels(node) WHERE l <> 'Entity'][0]",
      resolve: kindOfLabel,
    }),
    label: t.exposeString('label', { description: 'What a picture shows.' }),
    summary: t.exposeString('summary', { nullable: true, description: 'One sentence about it.' }),
    url: t.exposeString('url', { nullable: true, description: 'The official page, when there is one.' }),
    degree: t.value({ type: 'Int', description: 'Relations of every type, both ways.', cypher: DEGREE }),
    relations: t.page(RelationConnection, {
      description: 'Everything it is connected with, by type and label.',
      args: {
        types: t.arg({ type: [RelationType], description: 'Only these types.' }),
        kinds: t.arg({ type: [EntityKind], description: 'Only those that lead to these kinds.' }),
        direction: t.arg({
          type: Direction,
          required: true,
          defaultValue: 'BOTH',
          description: 'Only these directions.',
        }),
        asOf: t.arg({ type: 'Date', description: 'Only what holds on that day; of all days when not said.' }),
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

/** As many ids as one request may name. */
const MOST_IDS = 100;

builder.queryFields((t) => ({
  node: t.one(Node, {
    description: 'Anything, by its id; null when there is none.',
    args: { id: t.arg.id({ required: true, description: 'As any entity gives it: Term:ehr.' }) },
    fragment: entity.byId,
  }),
  nodes: t.many(Node, {
    description: 'Anything, by ids: in the order asked, null where there is none.',
    args: { ids: t.arg.idList({ required: true, description: `At most ${MOST_IDS} ids.` }) },
    nullable: { list: true, items: true },
    fragment: entity.byIds,
    params: ({ ids }) => {
      if (ids.length > MOST_IDS) throw badInput(`ids: at most ${MOST_IDS}, not ${ids.length}`);
      return { ids };
    },
  }),
}));
