/** The explorer's scripts and styles: read from `dist` where they were built, bundled in memory where the sources run. */
import { readdir, readFile } from 'node:fs/promises';
import type { Assets } from './bundle.ts';

/** Beside the files, in a folder that was built: what the page begins with. */
export const MANIFEST = 'manifest.json';

/** Where `npm run build` puts them. */
export const BUILT = new URL('../../explorer/', import.meta.url);

let loading: Promise<Assets> | undefined;

/** Loads them once. */
export function assets(): Promise<Assets> {
  loading ??= import.meta.url.endsWith('.ts') ? bundleNow() : readBuilt();
  return loading;
}

async function bundleNow(): Promise<Assets> {
  const { bundle } = await import('./bundle.ts'); // esbuild is there in development only
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
