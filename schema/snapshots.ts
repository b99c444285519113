/** The files that follow from the schema. They are committed, so that a review shows every change of the API. */
import { minifyIntrospection, preprocessIntrospection } from 'gql.tada/internal';
import { type GraphQLSchema, introspectionFromSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from './index.ts';

/** The text of each file by its name: the SDL, and the types from which `document.ts` infers results and variables. */
export function snapshots(): Readonly<Record<string, string>> {
  const sorted = lexicographicSortSchema(schema);
  return { 'schema.graphql': `${printSchema(sorted)}\n`, 'introspection.ts': typesOf(sorted) };
}

function typesOf(sorted: GraphQLSchema): string {
  const introspection = introspectionFromSchema(sorted, { descriptions: false });
  return `/** The schema as gql.tada reads it. Generated: \`npm run schema\`. */
export type Introspection = ${preprocessIntrospection(minifyIntrospection(introspection))};
`;
}
