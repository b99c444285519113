/**
 * Loads the scripts and styles of pages. They are read from `dist` if they were built, or bundled in memory if the
 * server runs from the sources.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { type Asset, assetOf, type Bodies, compressed, type Effort } from './asset.ts';
import type { Bundle, PageFiles } from './bundle.ts';

/** A page that has its own scripts and styles. */
export interface AssetSource {
  /** The name of the folder in `dist`. */
  name: string;
  /** Bundles the files. This function imports esbuild, which is installed only in development. */
  bundle(): Promise<Bundle>;
}

/** The files of a page, ready to send. */
export interface Assets extends PageFiles {
  files: ReadonlyMap<string, Asset>;
}

/** The file that the build writes beside the assets: the files that the page starts with. */
const MANIFEST = 'manifest.json';
const SUFFIXES = { identity: '', gzip: '.gz', br: '.br' } as const;
const CODINGS = ['identity', 'gzip', 'br'] as const;
const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};
const typeOf = (name: string): string => TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';

const folderOf = ({ name }: AssetSource): URL => new URL(`../../${name}/`, import.meta.url);

/** Creates a function that loads the files of a page once. The files of a build are already compressed. */
export function loaderOf(source: AssetSource): () => Promise<Assets> {
  let loading: Promise<Assets> | undefined;
  return () => {
    loading ??= import.meta.url.endsWith('.ts')
      ? source.bundle().then((bundle) => encoded(bundle, 'quick'))
      : built(source);
    return loading;
  };
}

/** Bundles and compresses the files of a page, and writes them to the page's folder in `dist`. */
export async function writeAssets(source: AssetSource): Promise<void> {
  const { files, ...manifest } = await encoded(await source.bundle(), 'best');
  const folder = folderOf(source);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, { bodies }] of files) {
    for (const coding of CODINGS) await writeFile(new URL(name + SUFFIXES[coding], folder), bodies[coding]);
  }
  await writeFile(new URL(MANIFEST, folder), JSON.stringify(manifest));
}

async function encoded({ files, ...manifest }: Bundle, effort: Effort): Promise<Assets> {
  const assets = [...files].map(
    async ([name, content]): Promise<[string, Asset]> => [
      name,
      assetOf(await compressed(content, effort), typeOf(name)),
    ],
  );
  return { ...manifest, files: new Map(await Promise.all(assets)) };
}

async function built(source: AssetSource): Promise<Assets> {
  const folder = folderOf(source);
  const names = (await readdir(folder)).filter((name) => name !== MANIFEST && !/\.(?:gz|br)$/.test(name));
  const assets = names.map(async (name): Promise<[string, Asset]> => {
    const bodies = CODINGS.map(async (coding) => [coding, await readFile(new URL(name + SUFFIXES[coding], folder))]);
    return [name, assetOf(Object.fromEntries(await Promise.all(bodies)) as Bodies, typeOf(name))];
  });
  const manifest = JSON.parse(await readFile(new URL(MANIFEST, folder), 'utf8')) as PageFiles;
  return { ...manifest, files: new Map(await Promise.all(assets)) };
}
