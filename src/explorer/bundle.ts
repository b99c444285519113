import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { BUNDLE_OPTIONS, type Bundle, bundleOf } from '../assets/bundle.ts';
import { kindStyles } from '../model/kinds/styles.ts';
import { PACKAGE_ROOT } from '../version.ts';

const browser = (name: string): string => fileURLToPath(new URL(`src/explorer/browser/${name}`, PACKAGE_ROOT));

/** Gives the colors of kinds to the style sheet: `@import "kinds.css"`. */
const KIND_COLORS: Plugin = {
  name: 'kind-colors',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^kinds\.css$/ }, ({ path }) => ({ path, namespace: 'kinds' }));
    onLoad({ filter: /./, namespace: 'kinds' }, () => ({ contents: kindStyles(), loader: 'css' }));
  },
};

/** Bundles the explorer from its sources. The same sources give the same names and bytes. */
export async function bundle(): Promise<Bundle> {
  const worker = await build({ ...BUNDLE_OPTIONS, entryPoints: [browser('arrange/worker.ts')] });
  const [workerFile] = worker.outputFiles;
  const page = await build({
    ...BUNDLE_OPTIONS,
    splitting: true,
    plugins: [KIND_COLORS],
    entryPoints: [browser('main.ts'), browser('style/main.css')],
    define: { WORKER_URL: JSON.stringify(`/explorer/${basename(workerFile?.path ?? '')}`) },
  });
  // The renderer is loaded after the script has asked the server; the browser fetches it meanwhile.
  return bundleOf(page, 'render/renderer.ts', [worker]);
}
