/**
 * Deletes from `node_modules` and `dist` what a server never reads, such as type declarations and libraries for other platforms.
 * The build of the image runs it. It is not meant for a folder in which you develop.
 */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Files by their names. Licenses stay, and so do READMEs, because some packages have their license there. */
const FILES = [
  [/\.map$/, 'Source maps, which only debuggers read.'],
  [/\.[cm]?ts$/, 'Type declarations and sources in TypeScript. Node.js runs no TypeScript in node_modules.'],
  [/\.tsbuildinfo$/, 'The state of the TypeScript compiler.'],
  [/\/(?!readme|licen[cs]e|notice|copying|copyright)[^/]*\.(?:md|markdown)$/i, 'Documentation.'],
  [/\.bare$/, 'Libraries for Bare, another runtime than Node.js.'],
];

/** Folders of packages. */
const FOLDERS = [
  [/^\/node_modules\/.*\/(?:tests?|__tests__|benchmarks?|examples?|docs)\//, 'What the authors of packages need.'],
  [/\/@opentelemetry\/[^/]+\/build\/(?:esm|esnext)\//, 'The same code in forms for bundlers.'],
];

/** The runtime of the language model brings libraries for each platform and processor. Each image runs on one. */
const RUNTIME = /\/onnxruntime-node\/bin\/[^/]+\/([^/]+)\/([^/]+)\//;

/**
 * Whether a server on a platform can need a file.
 *
 * @param path the path below the package, such as `node_modules/zod/index.js`
 */
export function isNeeded(path, { platform, arch } = process) {
  const runtime = RUNTIME.exec(`/${path}`);
  if (runtime) return runtime[1] === platform && runtime[2] === arch;
  return ![...FILES, ...FOLDERS].some(([pattern]) => pattern.test(`/${path}`));
}

/** All files in a folder, with paths that begin with the name of the folder. */
export const filesIn = (folder, root) =>
  readdirSync(new URL(`${folder}/`, root), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(fileURLToPath(root).length));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = new URL('../', import.meta.url);
  let [files, bytes] = [0, 0];
  for (const path of ['node_modules', 'dist'].flatMap((folder) => filesIn(folder, root))) {
    if (isNeeded(path)) continue;
    files += 1;
    bytes += statSync(new URL(path, root)).size;
    rmSync(new URL(path, root));
  }
  console.log(`Deleted ${files} files with ${Math.round(bytes / 1e6)} MB, which the server never reads.`);
}
