import type { GraphQLSchema } from 'graphql';
import { builder } from './builder.ts';
import './adoption.ts';
import './amendment.ts';
import './annotation.ts';
import './change.ts';
import './coverage.ts';
import './definition.ts';
import './entity.ts';
import './graph.ts';
import './meta.ts';
import './organization.ts';
import './regulation.ts';
import './regulation-history.ts';
import './regulation-text.ts';
import './regulation-versions.ts';
import './rule.ts';
import './search.ts';
import './standard.ts';
import './statute.ts';
import './term.ts';
import './vocabulary.ts';

/** The GraphQL schema of Glossograph. Each file imported above adds the types and root fields of one domain. */
export const schema: GraphQLSchema = builder.toSchema();
