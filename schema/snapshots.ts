/** Generates files from the schema. The files are committed, so a code review shows every change to the API. */
import { minifyIntrospection, preprocessIntrospection } from 'gql.tada/internal';
import { type GraphQLSchema, introspectionFromSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from './index.ts';

/**
 * The content of each generated file by its name: the SDL, and the types from which `document.ts` infers results and
 * variables.
 */
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
