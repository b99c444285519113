/**
 * The peer: `@neo4j/graphql` on Yoga over the same data. Prints its port. BENCH_PEER is a folder in which `@neo4j/graphql`,
 * `graphql`, `graphql-yoga`, and `neo4j-driver` are installed. They are no packages of this project, because one that
 * `@neo4j/graphql` needs, `@apollo/federation-internals`, has a license that this project does not accept.
 */
import { createServer, type RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PEER_SCHEMA } from './peer/schema.ts';

/** What is used of the packages. */
interface PeerPackages {
  '@neo4j/graphql': { Neo4jGraphQL: new (options: object) => { getSchema(): Promise<object> } };
  'graphql-yoga': { createYoga(options: object): RequestListener };
  'neo4j-driver': {
    driver(uri: string, auth: object, config: object): object;
    auth: { basic(user: string, password: string): object };
  };
}

const { NEO4J_URI: uri = '', NEO4J_USER: user = '', NEO4J_PASSWORD: password = '', BENCH_PEER = '' } = process.env;
const require = createRequire(join(BENCH_PEER, 'package.json'));
const load = <Name extends keyof PeerPackages>(name: Name): PeerPackages[Name] => require(name);

const neo4j = load('neo4j-driver');
const { Neo4jGraphQL } = load('@neo4j/graphql');
const { createYoga } = load('graphql-yoga');
const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), {
  maxConnectionPoolSize: 64,
  telemetryDisabled: true,
});
const comparisons = { LT: true, LTE: true, GT: true, GTE: true };
const features = { filters: { String: comparisons } };
const schema = await new Neo4jGraphQL({ typeDefs: PEER_SCHEMA, driver, features }).getSchema();
const server = createServer(createYoga({ schema, logging: false, maskedErrors: false, graphiql: false }));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`port ${typeof address === 'object' ? address?.port : ''}`);
});
