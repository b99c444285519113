import type { Plugin } from 'graphql-yoga';
import { INCLUDE_COST, wantsCost } from './cost.ts';
import { isFresh } from './entity-tag.ts';
import { bufferOf } from './json.ts';
import { KeptAnswer } from './kept-answer.ts';
import { isLasting, type LookUp, type ResponseCache } from './response-cache.ts';
import { originalOf, type RequestTrace } from './trace.ts';

/** What is known of a request while Yoga answers it. */
interface UnderWay {
  lookUp?: LookUp | undefined;
  isLasting?: boolean;
}

/**
 * Uses the response cache for the requests that Yoga handles. Responses to GET requests have a strong entity tag. A
 * client that already has the current response receives status 304; if the response is cached, the server does not
 * execute anything.
 */
export function useResponseCache(cache: ResponseCache | undefined): Plugin<object, RequestTrace> {
  const requests = new WeakMap<object, UnderWay>();
  const underWay = (request: object | undefined): UnderWay => (request && requests.get(request)) ?? {};
  return {
    async onParams({ params: { query, variables, operationName }, request, setResult, context }) {
      const found: UnderWay = {};
      requests.set(request, found);
      if (cache === undefined || typeof query !== 'string' || wantsCost(request.headers.get(INCLUDE_COST))) return;
      found.lookUp = await cache.lookUp({ query, variables, operationName });
      if (found.lookUp.kept === undefined) return;
      originalOf(context).fromCache = true;
      found.isLasting = true;
      setResult({ data: {} }); // onResponse has the body
    },
    onExecute: ({ args: { document, operationName, contextValue } }) => ({
      onExecuteDone({ result }) {
        const found = underWay((contextValue as { request?: object }).request);
        found.isLasting = !(Symbol.asyncIterator in result) && isLasting(result, document, operationName, contextValue);
      },
    }),
    async onResponse({ request, response, setResponse, fetchAPI }) {
      const { lookUp, isLasting } = underWay(request);
      const isGet = request.method === 'GET';
      if (!isLasting || response.status !== 200) {
        if (isGet) response.headers.set('cache-control', response.headers.get('cache-control') ?? 'no-store');
        return;
      }
      if (lookUp?.kept === undefined && !isGet && cache === undefined) return;
      const answer = lookUp?.kept ?? new KeptAnswer(bufferOf(await response.text()));
      if (lookUp?.kept === undefined) lookUp?.keep(answer);
      const encoding = answer.encodingFor(request.headers.get('accept-encoding') ?? undefined);
      const headers = new fetchAPI.Headers(response.headers);
      headers.delete('content-length');
      if (isGet) {
        headers.set('etag', answer.tag(encoding));
        headers.set('cache-control', 'no-cache');
        if (isFresh(request.headers.get('if-none-match') ?? undefined, answer.tag(encoding))) {
          for (const name of ['content-type', 'content-encoding']) headers.delete(name);
          headers.append('vary', 'Accept-Encoding');
          return setResponse(new fetchAPI.Response(null, { status: 304, headers }));
        }
      }
      if (encoding !== 'identity') headers.set('content-encoding', encoding);
      setResponse(new fetchAPI.Response(new Uint8Array(await answer.bytes(encoding)), { status: 200, headers }));
    },
  };
}
