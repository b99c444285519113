import { GraphQLError } from 'graphql';

/** A request that is not one of GraphQL over HTTP: status 400, whatever media type the client accepts. */
export const badRequest = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } });
