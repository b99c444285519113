import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { kindStyles } from '../model/kinds/styles.ts';
import { PACKAGE_ROOT } from '../version.ts';

/** The files that the explorer loads. Their names have a hash of the content, so browsers can keep them forever. */
export interface Assets {
  files: ReadonlyMap<string, Uint8Array>;
  /** The names of the files that the page loads first. */
  script: string;
  style: string;
  /** Scripts that the first script loads at once. */
  preload: readonly string[];
}

const browser = (name: string): string => fileURLToPath(new URL(`src/explorer/browser/${name}`, PACKAGE_ROOT));

/** Gives the colors of kinds to the style sheet: `@import "kinds.css"`. */
const KIND_COLORS: Plugin = {
  name: 'kind-colors',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^kinds\.css$/ }, ({ path }) => ({ path, namespace: 'kinds' }));
    onLoad({ filter: /./, namespace: 'kinds' }, () => ({ contents: kindStyles(), loader: 'css' }));
  },
};

const OPTIONS = {
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  format: 'esm',
  target: ['es2022', 'safari16'],
  outdir: 'explorer',
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  // Of packages with a build for pages and one for workers, the first parses entities with innerHTML.
  conditions: ['worker', 'module'],
  tsconfigRaw: {},
  logLevel: 'silent',
} satisfies BuildOptions;

/** Bundles the explorer from its sources. The same sources give the same names and bytes. */
export async function bundle(): Promise<Assets> {
  const worker = await build({ ...OPTIONS, entryPoints: [browser('arrange/worker.ts')] });
  const [workerFile] = worker.outputFiles;
  const page = await build({
    ...OPTIONS,
    splitting: true,
    plugins: [KIND_COLORS],
    entryPoints: [browser('main.ts'), browser('style/main.css')],
    define: { WORKER_URL: JSON.stringify(`/explorer/${basename(workerFile?.path ?? '')}`) },
  });
  const files = new Map<string, Uint8Array>(
    [...worker.outputFiles, ...page.outputFiles].map(({ path, contents }) => [basename(path), contents]),
  );
  const named = (extension: string) =>
    [...files.keys()].find((name) => name.startsWith('main-') && name.endsWith(extension)) ?? '';
  return { files, script: named('.js'), style: named('.css'), preload: preloaded(page.metafile, named('.js')) };
}

/** The script loads the renderer after it has sent its query; preloading fetches it in the meantime. */
function preloaded({ outputs }: Metafile, script: string): string[] {
  const wanted = new Set<string>();
  const follow = (path: string) => {
    const output = outputs[path];
    if (!output || wanted.has(path)) return;
    wanted.add(path);
    for (const { path: next, kind } of output.imports) if (kind === 'import-statement') follow(next);
  };
  for (const [path, { entryPoint, imports }] of Object.entries(outputs)) {
    if (basename(path) === script) for (const one of imports) if (one.kind === 'import-statement') follow(one.path);
    if (entryPoint?.endsWith('render/renderer.ts')) follow(path);
  }
  return [...wanted].map((path) => basename(path)).sort();
}
