import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { BUNDLE_OPTIONS, type Bundle, bundleOf } from '../assets/bundle.ts';
import { fontStyles } from '../assets/fonts.ts';
import { kindStyles } from '../model/kinds/styles.ts';
import { PACKAGE_ROOT } from '../version.ts';

const browser = (name: string): string => fileURLToPath(new URL(`src/explorer/browser/${name}`, PACKAGE_ROOT));

/** Style sheets that are computed, by the names that `@import` uses. */
const COMPUTED: Readonly<Record<string, () => string>> = { 'kinds.css': kindStyles, 'fonts.css': fontStyles };

/** Gives the colors of kinds and the fonts to the style sheet. Addresses of the site's files stay as they are. */
const COMPUTED_STYLES: Plugin = {
  name: 'computed-styles',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:kinds|fonts)\.css$/ }, ({ path }) => ({ path, namespace: 'computed' }));
    onResolve({ filter: /^\/(?:fonts\/|favicon)/ }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /./, namespace: 'computed' }, ({ path }) => ({
      contents: COMPUTED[path]?.() ?? '',
      loader: 'css',
    }));
  },
};

/** Bundles the explorer from its sources. The same sources always produce the same names and bytes. */
export async function bundle(): Promise<Bundle> {
  const worker = await build({ ...BUNDLE_OPTIONS, entryPoints: [browser('arrange/worker.ts')] });
  const [workerFile] = worker.outputFiles;
  const page = await build({
    ...BUNDLE_OPTIONS,
    splitting: true,
    plugins: [COMPUTED_STYLES],
    entryPoints: [browser('main.ts'), browser('style/main.css')],
    define: { WORKER_URL: JSON.stringify(`/explorer/${basename(workerFile?.path ?? '')}`) },
  });
  // The renderer is loaded after the script has asked the server; the browser fetches it meanwhile.
  return bundleOf(page, 'render/renderer.ts', [worker]);
}
