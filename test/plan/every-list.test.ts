/** Each list of a node, read with all values that its nodes have: Neo4j accepts every one of these statements. */
import {
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  graphql,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { requirementOf } from '../../src/plan/requirement.ts';
import { patientContext } from '../setup/ask.ts';
import { testGraph } from '../setup/test-graph.ts';

const { graph } = testGraph();

type Field = GraphQLField<unknown, unknown>;
const fieldsOf = (type: GraphQLNamedType): Field[] => (isObjectType(type) ? Object.values(type.getFields()) : []);
const askable = (field: Field) => !field.args.some(isRequiredArgument);

/** All values of a type, and all that its lists hold one level down: connections by way of their edges and nodes. */
function everything(type: GraphQLNamedType, below: number): string {
  if (isAbstractType(type)) {
    const kinds = schema.getPossibleTypes(type).map((kind) => `... on ${kind.name} { ${everything(kind, below)} }`);
    return `__typename ${below === 0 ? '' : kinds.join(' ')}`;
  }
  const chosen = fieldsOf(type)
    .filter(askable)
    .flatMap((field) => {
      const target = getNamedType(field.type);
      const kind = requirementOf(field)?.kind;
      const isPart = kind === undefined && ['edges', 'node', 'nodes'].includes(field.name);
      if (isPart) return [`${field.name} { ${everything(target, below)} }`];
      if (kind === 'value' || kind === 'properties')
        return [`${type.name}_${field.name}: ${field.name} ${isCompositeType(target) ? '{ __typename }' : ''}`];
      return [];
    });
  return ['__typename', ...chosen].join(' ');
}

const kinds = schema.getPossibleTypes(schema.getType('Entity') as never);
const lists = kinds.flatMap((kind) =>
  fieldsOf(kind)
    .filter((field) => askable(field) && ['one', 'many', 'page'].includes(requirementOf(field)?.kind ?? ''))
    .map((field): [string, string, GraphQLNamedType] => [kind.name, field.name, getNamedType(field.type)]),
);

test.each(lists)('%s.%s', async (kind, field, target) => {
  const source = `{ nodes(ids: ["Term:not-there"]) { ... on ${kind} { ${field} { ${everything(target, 1)} } } } }`;
  const { errors } = await graphql({ schema, source, contextValue: patientContext(graph()) });
  expect(errors).toBeUndefined();
});
