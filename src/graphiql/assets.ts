import type { AssetSource } from '../assets/load.ts';

/** GraphiQL's scripts and styles. */
export const GRAPHIQL_ASSETS: AssetSource = {
  name: 'graphiql',
  bundle: async () => (await import('./bundle.ts')).bundle(),
};
