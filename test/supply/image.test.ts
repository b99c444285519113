/** The container image, without a container engine: what the Dockerfile copies, and what the build deletes. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { expect, test } from 'vitest';
import { JAR_CHECKSUMS } from '../../src/graph/local/jars.ts';
import { MODEL_CHECKSUMS } from '../../src/meaning/model.ts';
import { PACKAGE_ROOT } from '../../src/version.ts';

const read = (file: string): string => readFileSync(new URL(file, PACKAGE_ROOT), 'utf8');
const lines = (file: string): string[] => read(file).split('\n');
const { isNeeded, filesIn } = (await import(new URL('.ci/slim.mjs', PACKAGE_ROOT).href)) as {
  isNeeded(path: string, on?: { platform: string; arch: string }): boolean;
  filesIn(folder: string, root: URL): string[];
};

/** Whether a file is one of some files and folders, or in one of these folders. */
const isIn = (file: string, places: readonly string[]): boolean =>
  places.some((place) => file === place || file.startsWith(`${place}/`));

/** What the stages of the Dockerfile copy from the project, the last stage last. */
const copiedByStage = read('Dockerfile')
  .split(/^FROM /m)
  .slice(1)
  .map((stage) => [...stage.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, files = '']) => files.split(' ')));

test('the build context contains every file that the Dockerfile copies, and the files exist', () => {
  const [first, ...rest] = lines('.dockerignore').filter((line) => line !== '');
  expect(first).toBe('*');
  const admitted = rest.map((line) => line.replace(/^!/, ''));
  const copied = copiedByStage.flat();
  expect(copied.length).toBeGreaterThan(10);
  expect(copied.filter((file) => !isIn(file, admitted) || !existsSync(new URL(file, PACKAGE_ROOT)))).toEqual([]);
});

/** The files and folders that the program reads at run time beside its code, as its sources name them. */
const readAtRunTime = (): string[] => {
  const sources = ['src', 'schema', 'cypher'].flatMap((folder) => filesIn(folder, PACKAGE_ROOT));
  const named = sources
    .filter((file) => /\.tsx?$/.test(file) && !/\/(?:bundle|build)\.ts$/.test(file)) // the build runs these
    .flatMap((file) => [...read(file).matchAll(/new URL\(\s*['`]([^'`$]+)[^()]*PACKAGE_ROOT\b/g)])
    .map(([, path = '']) => path.replace(/\/$/, ''));
  return [...new Set([...named, JAR_CHECKSUMS, MODEL_CHECKSUMS])].sort();
};

test('the image and the npm package contain every file that the program reads beside its code', () => {
  const needed = readAtRunTime();
  expect(needed).toEqual(
    expect.arrayContaining(['cypher', 'package.json', 'seed', 'src/pages/icons', 'src/view/style']),
  );
  expect(needed.filter((file) => !isIn(file, copiedByStage.at(-1) ?? []))).toEqual([]);
  const { files } = JSON.parse(read('package.json')) as { files: string[] };
  expect(needed.filter((file) => !isIn(file, [...files, 'package.json']))).toEqual([]);
});

test('the image contains the runtime of the language model for its own platform only', () => {
  const of = (platform: string, arch: string) =>
    filesIn('node_modules/onnxruntime-node/bin', PACKAGE_ROOT).filter((file) => isNeeded(file, { platform, arch }));
  for (const arch of ['x64', 'arm64']) {
    const kept = of('linux', arch);
    expect(kept.filter((file) => file.endsWith('onnxruntime_binding.node'))).toHaveLength(1);
    expect(kept.filter((file) => !file.includes(`/linux/${arch}/`))).toEqual([]);
  }
});

test('the build deletes declarations, documentation, and tests, but neither code nor licenses', () => {
  const kept = [
    'index.js',
    'index.cjs',
    'data.json',
    'LICENSE',
    'license.md',
    'Notice.md',
    'README.md',
    'latest/index.js',
  ];
  const deleted = ['index.d.ts', 'index.d.cts', 'src/a.ts', 'index.js.map', 'CHANGELOG.md', 'test/a.js', 'docs/a.png'];
  const inPackage = (file: string) => isNeeded(`node_modules/@some/package/${file}`);
  expect(kept.filter((file) => !inPackage(file))).toEqual([]);
  expect(deleted.filter(inPackage)).toEqual([]);
  expect(isNeeded('dist/src/docs/page.js')).toBe(true);
});

const lock: { packages: Record<string, { dev?: boolean }> } = JSON.parse(read('package-lock.json'));
const shipped = Object.entries(lock.packages)
  .filter(([path, { dev }]) => path !== '' && !dev && existsSync(new URL(path, PACKAGE_ROOT)))
  .map(([path]) => path);

/** The conditions under which Node.js takes a target of `exports`. */
const CONDITIONS = ['import', 'require', 'node', 'node-addons', 'module-sync', 'default'];

/** The files that `main` and `exports` of a manifest name for Node.js. */
function targetsIn(exported: unknown): string[] {
  if (typeof exported === 'string') return [exported];
  if (Array.isArray(exported)) return exported.flatMap(targetsIn);
  return Object.entries(exported ?? {})
    .filter(([key]) => key.startsWith('.') || CONDITIONS.includes(key))
    .flatMap(([, target]) => targetsIn(target));
}

test('the build keeps the entry points of every package that ships', () => {
  const entries = shipped.flatMap((path) => {
    const { main = 'index.js', exports } = JSON.parse(read(`${path}/package.json`));
    return [main, ...targetsIn(exports)].map((target: string) => join(path, target));
  });
  expect(entries.length).toBeGreaterThan(shipped.length);
  expect(entries.filter((file) => /\.(?:[cm]?js|json|node)$/.test(file) && !isNeeded(file))).toEqual([]);
});

test('the build keeps every file that a file of a package imports', () => {
  const files = new Set(shipped.flatMap((path) => filesIn(path, PACKAGE_ROOT)));
  const code = [...files].filter((file) => /\.[cm]?js$/.test(file) && isNeeded(file));
  expect(code.length).toBeGreaterThan(1_000);
  const broken = code.flatMap((file) =>
    [...read(file).matchAll(/(?:\bfrom|\brequire\(|\bimport\(|\bimport)\s*["'](\.{1,2}\/[^"'\n]*)["']/g)]
      .map(([, path = '']) => join(dirname(file), path))
      .flatMap((path) => ['', '.js', '.cjs', '.mjs', '.json', '/index.js'].map((end) => path.replace(/\/$/, '') + end))
      .filter((path) => files.has(path) && !isNeeded(path))
      .map((path) => `${file} imports ${path}`),
  );
  expect(broken).toEqual([]);
});
