import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { badRequest } from './bad-request.ts';
import type { PersistedQueries } from './persisted-queries.ts';
import type { RequestTrace } from './trace.ts';

/**
 * Rejects parameters that are not JSON and requests without a query. Also finds the document that belongs to a hash.
 */
export const useReadableParameters = (persisted: PersistedQueries): Plugin<object, RequestTrace> => ({
  onRequestParse({ requestParser, setRequestParser, serverContext }) {
    if (requestParser === undefined) return;
    setRequestParser(async (request) => checked(await parsed(() => requestParser(request)), persisted, serverContext));
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

function checked<Params extends GraphQLParams | GraphQLParams[] | Response>(
  params: Params,
  persisted: PersistedQueries,
  trace: RequestTrace,
): Params {
  if (Array.isArray(params) || params instanceof Response) return params;
  const resolved = persisted.resolve<GraphQLParams>(params, trace);
  if (resolved.query === undefined) throw badRequest('query: must be a GraphQL document');
  return resolved as Params;
}
