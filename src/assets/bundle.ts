import { basename } from 'node:path';
import type { BuildOptions, BuildResult, Metafile } from 'esbuild';

/** The files that a page loads first, by name. */
export interface PageFiles {
  script: string;
  style: string;
  /** The scripts that the first script loads immediately. */
  preload: readonly string[];
}

/**
 * The scripts and styles of a page. Each file name contains a hash of the content, so browsers can cache the files
 * permanently.
 */
export interface Bundle extends PageFiles {
  files: ReadonlyMap<string, Uint8Array>;
}

/** The esbuild options for every page. */
export const BUNDLE_OPTIONS = {
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  format: 'esm',
  target: ['es2022', 'safari16'],
  outdir: 'page',
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  // Of packages with a build for pages and one for workers, the first parses entities with innerHTML.
  conditions: ['worker', 'module'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  tsconfigRaw: {},
  logLevel: 'silent',
} satisfies BuildOptions;

type Built = BuildResult<typeof BUNDLE_OPTIONS>;

/**
 * Creates a bundle from the output of esbuild.
 *
 * @param page the build with the entry points `main.ts` and `main.css`
 * @param later the end of the path of an entry point that the script loads soon, so the page preloads it
 * @param others additional builds with files of the page, such as a worker
 */
export function bundleOf(page: Built, later?: string, others: readonly Built[] = []): Bundle {
  const files = new Map<string, Uint8Array>(
    [...others, page].flatMap(({ outputFiles }) => outputFiles.map(({ path, contents }) => [basename(path), contents])),
  );
  const named = (extension: string) =>
    [...files.keys()].find((name) => name.startsWith('main-') && name.endsWith(extension)) ?? '';
  return { files, script: named('.js'), style: named('.css'), preload: preloaded(page.metafile, named('.js'), later) };
}

/** Lists the scripts that the first script imports, and those of the entry point that it loads soon. */
function preloaded({ outputs }: Metafile, script: string, later?: string): string[] {
  const wanted = new Set<string>();
  const follow = (path: string) => {
    const output = outputs[path];
    if (!output || wanted.has(path)) return;
    wanted.add(path);
    for (const { path: next, kind } of output.imports) if (kind === 'import-statement') follow(next);
  };
  for (const [path, { entryPoint, imports }] of Object.entries(outputs)) {
    if (basename(path) === script) for (const one of imports) if (one.kind === 'import-statement') follow(one.path);
    if (later !== undefined && entryPoint?.endsWith(later)) follow(path);
  }
  return [...wanted].map((path) => basename(path)).sort();
}
