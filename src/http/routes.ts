import type { Route } from './route.ts';

/** Every page and file that is served beside the API, in the order in which they are asked whether a path is theirs. */
export function routesOf(): readonly Route[] {
  return [];
}
