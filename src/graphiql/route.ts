import type { IncomingMessage } from 'node:http';
import Negotiator from 'negotiator';
import { answersOf, pageHeaders } from '../assets/page.ts';
import type { Route } from '../http/route.ts';
import { GRAPHIQL_ASSETS } from './assets.ts';
import { shell } from './shell.ts';

const PREFIX = '/graphiql/';

const HEADERS = pageHeaders([
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
]);

/** The media types of `/graphql`, the API's first: a client without a preference gets JSON. */
const TYPES = ['application/json', 'application/graphql-response+json', 'text/html'];

/**
 * Whether a request comes from a browser that opens a page, according to RFC 9110 § 12.5.1, and not from an API client.
 */
export const asksForPage = (request: IncomingMessage): boolean =>
  (request.method === 'GET' || request.method === 'HEAD') && new Negotiator(request).mediaType(TYPES) === 'text/html';

/**
 * The route of GraphiQL: its files under `/graphiql/`. The server also calls this route for `/graphql` if a browser
 * opens the page.
 */
export const graphiql: Route = {
  kind: 'graphiql',
  matches: (path) => path.startsWith(PREFIX),
  answer: answersOf({ source: GRAPHIQL_ASSETS, path: '/graphql', prefix: PREFIX, headers: HEADERS, shell }),
};
