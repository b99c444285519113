import { type AssetSource, loaderOf } from '../assets/load.ts';

/** The script of the pages. */
export const PAGES_ASSETS: AssetSource = {
  name: 'pages',
  bundle: async () => (await import('./bundle.ts')).bundle(),
};

/** The path of the pages' files. It ends with a slash. */
export const PAGES_PREFIX = '/pages/';

/** Loads the script of the pages once. */
export const pagesAssets = loaderOf(PAGES_ASSETS);

/** The address of the script. It changes with the script's content. */
export const scriptPath = async (): Promise<string> => PAGES_PREFIX + (await pagesAssets()).script;
