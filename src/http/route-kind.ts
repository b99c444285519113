/** The kinds of routes, as metrics and traces name them. */
export const ROUTE_KINDS = [
  'graphql',
  'graphiql',
  'page',
  'export',
  'feed',
  'explorer',
  'file',
  'health',
  'ready',
  'metrics',
  'other',
] as const;

/** The kind of a route. The kind `other` also stands for requests that no route responds to. */
export type RouteKind = (typeof ROUTE_KINDS)[number];

const KINDS_OF_SITE: readonly RouteKind[] = ['page', 'feed', 'explorer', 'graphiql', 'file'];

/**
 * Whether a route belongs to the website, so that PUBLIC_PAGES opens it to requests without an API key. Every other route needs a
 * key if API_KEYS is set.
 */
export const isOfSite = (kind: RouteKind = 'other'): boolean => KINDS_OF_SITE.includes(kind);
