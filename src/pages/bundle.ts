import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { BUNDLE_OPTIONS, type Bundle, bundleOf } from '../assets/bundle.ts';
import { PACKAGE_ROOT } from '../version.ts';

/** Bundles the script of the pages from its sources. The same sources always produce the same name and bytes. */
export async function bundle(): Promise<Bundle> {
  const page = await build({
    ...BUNDLE_OPTIONS,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    entryPoints: [fileURLToPath(new URL('src/pages/browser/main.ts', PACKAGE_ROOT))],
  });
  return bundleOf(page);
}
