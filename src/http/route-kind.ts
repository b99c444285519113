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
