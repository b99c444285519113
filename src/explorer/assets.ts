import type { AssetSource } from '../assets/load.ts';

/** The explorer's scripts and styles. */
export const EXPLORER_ASSETS: AssetSource = {
  name: 'explorer',
  bundle: async () => (await import('./bundle.ts')).bundle(),
};
