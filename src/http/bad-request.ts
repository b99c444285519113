import { GraphQLError } from 'graphql';

/**
 * The error for a request that is not a GraphQL-over-HTTP request. The status is 400 for every media type that the
 * client accepts.
 */
export const badRequest = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } });
