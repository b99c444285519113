import { type AssetSource, loaderOf } from '../assets/load.ts';

/** The script of the pages. */
export const PAGES_ASSETS: AssetSource = {
  name: 'pages',
  bundle: async () => (await import('./bundle.ts')).bundle(),
};

/** The path of the files of pages, with a slash at the end. */
export const PAGES_PREFIX = '/pages/';

/** Loads the script of the pages once. */
export const pagesAssets = loaderOf(PAGES_ASSETS);

/** The address of the script, which changes with its content. */
export const scriptPath = async (): Promise<string> => PAGES_PREFIX + (await pagesAssets()).script;
