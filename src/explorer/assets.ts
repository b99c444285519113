/** The explorer's scripts and styles: read from `dist` if they were built, bundled in memory when the sources run. */
import { readdir, readFile } from 'node:fs/promises';
import type { Assets } from './bundle.ts';

/** The file that `npm run build` writes beside the assets: which of them the page loads first. */
export const MANIFEST = 'manifest.json';

/** The folder that `npm run build` writes to. */
export const BUILT = new URL('../../explorer/', import.meta.url);

let loading: Promise<Assets> | undefined;

/** Loads the assets once. */
export function assets(): Promise<Assets> {
  loading ??= import.meta.url.endsWith('.ts') ? bundleNow() : readBuilt();
  return loading;
}

async function bundleNow(): Promise<Assets> {
  const { bundle } = await import('./bundle.ts'); // esbuild is installed in development only
  return bundle();
}

async function readBuilt(): Promise<Assets> {
  const names = (await readdir(BUILT)).filter((name) => name !== MANIFEST);
  const files = await Promise.all(
    names.map(async (name): Promise<[string, Uint8Array]> => [name, await readFile(new URL(name, BUILT))]),
  );
  const manifest = JSON.parse(await readFile(new URL(MANIFEST, BUILT), 'utf8')) as Omit<Assets, 'files'>;
  return { ...manifest, files: new Map(files) };
}
