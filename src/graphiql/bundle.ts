import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { BUNDLE_OPTIONS, type Bundle, bundleOf } from '../assets/bundle.ts';
import { PACKAGE_ROOT } from '../version.ts';

const browser = (name: string): string => fileURLToPath(new URL(`src/graphiql/browser/${name}`, PACKAGE_ROOT));

/** Leaves out GraphiQL's fonts, which are two thirds of its style sheet; the page uses fonts of the system. */
const SYSTEM_FONTS: Plugin = {
  name: 'system-fonts',
  setup({ onLoad }) {
    onLoad({ filter: /node_modules\/graphiql\/.*\.css$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(/@font-face\s*\{[^}]*\}/g, ''),
      loader: 'css',
    }));
  },
};

/**
 * Bundles GraphiQL 4, whose editor needs no inline styles or workers. The same sources and packages always produce the
 * same names and bytes.
 */
export async function bundle(): Promise<Bundle> {
  const page = await build({
    ...BUNDLE_OPTIONS,
    splitting: true,
    plugins: [SYSTEM_FONTS],
    alias: { 'react-style-singleton': browser('style-singleton.ts') },
    entryPoints: [browser('main.ts'), browser('main.css')],
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return bundleOf(page);
}
