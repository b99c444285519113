import { GraphQLError } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';

/** A request that is not one of GraphQL over HTTP: status 400, whatever media type the client accepts. */
export const badRequest = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } });

/** Whether a request sends the hash of a document instead of its text, as Apollo Client and urql do first. */
export const isHashOnly = ({ query, extensions }: { query?: unknown; extensions?: unknown }): boolean =>
  (query === undefined || query === null || query === '') &&
  typeof extensions === 'object' &&
  extensions !== null &&
  'persistedQuery' in extensions;

/**
 * The answer to a hash without a text. Clients know this message and this code, with the status 200: they send the text at
 * once and no more hashes.
 */
export const persistedQueryNotSupported = (): GraphQLError =>
  new GraphQLError('PersistedQueryNotSupported', {
    extensions: {
      code: 'PERSISTED_QUERY_NOT_SUPPORTED',
      http: { status: 200, headers: { 'cache-control': 'private, no-cache, must-revalidate' } },
    },
  });

/** Reports parameters that are not JSON, a missing query, and a hash instead of a query. */
export const useReadableParameters = (): Plugin => ({
  onRequestParse({ requestParser, setRequestParser }) {
    if (requestParser === undefined) return;
    setRequestParser(async (request) => checked(await parsed(() => requestParser(request))));
  },
});

/** Yoga reads the parameters of a URL with JSON.parse and lets its SyntaxError through. */
async function parsed<Params>(read: () => Params): Promise<Awaited<Params>> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw badRequest('variables, extensions: must be URL-encoded JSON objects');
  }
}

function checked<Params extends GraphQLParams | GraphQLParams[] | Response>(params: Params): Params {
  if (Array.isArray(params) || params instanceof Response) return params;
  if (isHashOnly(params)) throw persistedQueryNotSupported();
  if (params.query === undefined) throw badRequest('query: must be a GraphQL document');
  return params;
}
