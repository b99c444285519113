/** The packages and Java libraries that the project uses: their licenses, their hashes, and the list of all of them. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checksumsOf, readChecksums, wrongFile } from '../../src/graph/local/checksums.ts';
import { ensureJars, JAR_CHECKSUMS, NEO4J_VERSION } from '../../src/graph/local/jars.ts';
import { ensureModel, MODEL, MODEL_CHECKSUMS } from '../../src/meaning/model.ts';
import { PACKAGE_ROOT } from '../../src/version.ts';
import { JARS_DIR } from '../setup/jars.ts';

interface LockedPackage {
  version: string;
  license?: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  dev?: boolean;
  optional?: boolean;
  devOptional?: boolean;
  hasInstallScript?: boolean;
}
const read = (file: string) => JSON.parse(readFileSync(new URL(file, PACKAGE_ROOT), 'utf8'));
const lock: { packages: Record<string, LockedPackage> } = read('package-lock.json');
const java: { model: JavaArchive; jars: (JavaArchive & { file: string; sha256: string })[] } = read('.ci/java.json');
interface JavaArchive {
  group: string;
  name: string;
  version: string;
  licenses: string[];
}
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'glossograph-supply-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm packages', () => {
  test('each has a SHA-512 hash and comes from the registry', () => {
    const wrong = packages.filter(
      ([, { integrity, resolved }]) =>
        !integrity?.startsWith('sha512-') || (resolved !== undefined && !resolved.startsWith('https://')),
    );
    expect(wrong.map(([path]) => path)).toEqual([]);
  });

  test('only known packages have install scripts, none of which the project needs', () => {
    const withScript = packages
      .filter(([, one]) => one.hasInstallScript)
      .map(([path]) => path.replace('node_modules/', ''));
    expect(withScript.sort()).toEqual([
      '@swc/core', // checks that the optional package with the binary is there
      'cpu-features', // compiles an addition to ssh2 that only makes it faster
      'esbuild', // replaces its start script by the binary of the optional package, to save time
      'onnxruntime-node', // downloads libraries for GPUs
      'protobufjs', // prints a warning about versions
      'ssh2', // compiles an addition that only makes it faster
    ]);
  });
});

describe('licenses', () => {
  const licences = async () =>
    (await import(new URL('.ci/licences.mjs', PACKAGE_ROOT).href)) as {
      isAccepted(expression: string, accepted: ReadonlySet<string>): boolean;
      faultsIn(lock: object, java: object): string[];
    };

  test('of all packages and Java libraries are accepted', async () => {
    expect((await licences()).faultsIn(lock, java)).toEqual([]);
  });

  test('that are unknown, or accepted only for tools, are reported', async () => {
    const { faultsIn } = await licences();
    const at = (license: string | undefined, more = {}) => ({ version: '1.0.0', ...(license && { license }), ...more });
    const faults = faultsIn(
      {
        packages: {
          '': at('UNLICENSED'),
          'node_modules/fine': at('MIT'),
          'node_modules/strange': at('SSPL-1.0'),
          'node_modules/a/node_modules/@b/mpl': at('MPL-2.0'),
          'node_modules/tool': at('MPL-2.0', { dev: true }),
          'node_modules/silent': at(undefined),
        },
      },
      {
        jars: [{ group: 'g', name: 'n', version: '1', licenses: ['AGPL-3.0-only'] }],
        model: { group: 'g', name: 'm', version: '1', licenses: [] },
      },
    );
    expect(faults).toEqual([
      'strange 1.0.0: SSPL-1.0',
      '@b/mpl 1.0.0: MPL-2.0',
      'silent 1.0.0: no license',
      'g:n:1: AGPL-3.0-only',
      'g:m:1: no license',
    ]);
  });

  test.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-only)', true],
    ['MIT AND GPL-3.0-only', false],
    ['MIT AND (ISC OR GPL-3.0-only)', true],
    ['(MIT AND GPL-3.0-only) OR ISC', true],
    ['(MIT OR ISC) AND (GPL-3.0-only OR AGPL-3.0-only)', false],
    ['GPL-3.0-only OR MIT AND AGPL-3.0-only', false],
    ['MITX', false],
    ['', false],
  ])('the expression %j is accepted: %s', async (expression, accepted) => {
    expect((await licences()).isAccepted(expression, new Set(['MIT', 'ISC']))).toBe(accepted);
  });
});

describe('Java libraries', () => {
  const expected = readChecksums(JAR_CHECKSUMS);

  test('the list of hashes is sorted, and the list of libraries has the same files', () => {
    expect([...expected.keys()]).toEqual([...expected.keys()].sort());
    expect(java.jars.map(({ file, sha256 }) => [file, sha256])).toEqual([...expected]);
    expect(expected.has(`neo4j-${NEO4J_VERSION}.jar`)).toBe(true);
    expect(`${java.model.group}:${java.model.name}:${java.model.version}`).toBe(MODEL.artifact);
    for (const hash of expected.values()) expect(hash).toMatch(/^[\da-f]{64}$/);
  });

  test('the hashes are those of the real files; only signed files differ, because their signatures are removed', async () => {
    const lib = await ensureJars(resolve(JARS_DIR), () => undefined);
    const found = new Map(
      checksumsOf(lib)
        .split('\n')
        .map((line) => [line.slice(66), line.slice(0, 64)]),
    );
    found.delete('');
    expect([...found.keys()]).toEqual([...expected.keys()]);
    const different = [...expected].filter(([file, hash]) => found.get(file) !== hash);
    expect(different.length).toBeLessThan(expected.size / 4);
  });

  test('one byte that differs, a missing file, and an additional file are found', async () => {
    const files = { 'a.jar': 'one', 'b.jar': 'two' };
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    const list = new Map(Object.entries(files).map(([name, content]) => [name, hashOf(content)]));
    const look = () => wrongFile(folder, readdirSync(folder).sort(), list);
    expect(await look()).toBeUndefined();
    writeFileSync(join(folder, 'b.jar'), 'twp');
    expect(await look()).toMatch(/^b\.jar does not have the expected SHA-256 hash/);
    rmSync(join(folder, 'b.jar'));
    expect(await look()).toBe('b.jar is missing');
    writeFileSync(join(folder, 'b.jar'), 'two');
    writeFileSync(join(folder, 'c.jar'), 'three');
    expect(await look()).toBe('c.jar is not in the list of expected files');
  });

  /** A program named mvn that delivers the files of a folder. It plays a repository with changed files. */
  const mavenThatDelivers = (name: string, from: string, to: string) => {
    const bin = join(folder, name);
    const script = `#!/bin/sh\nfor one in "$@"; do case "$one" in -DoutputDirectory=*) to="\${one#*=}";; esac; done\nmkdir -p "$to" && cp ${from}/* "$to"\n`;
    for (const one of [bin, to]) mkdirSync(one, { recursive: true });
    writeFileSync(join(bin, 'mvn'), script, { mode: 0o755 });
    return `${bin}:${process.env.PATH}`;
  };

  test('a download with changed files is discarded, and the message says what to do', async () => {
    const data = join(folder, 'data');
    // The signatures of the installed files were removed, so some of them differ from what Maven must deliver.
    const changed = await ensureJars(resolve(JARS_DIR), () => undefined);
    const env = { ...process.env, PATH: mavenThatDelivers('bin', changed, data) };
    await expect(ensureJars(data, () => undefined, env)).rejects.toMatchObject({
      code: 'CHANGED_DOWNLOAD',
      message: expect.stringMatching(/\.jar does not have the expected SHA-256 hash.*Delete the file from Maven/),
    });
    expect(readdirSync(join(data, `neo4j-${NEO4J_VERSION}`))).toEqual(['download.log']);
  });

  test('a language model with a changed byte is discarded', async () => {
    const real = resolve(JARS_DIR, MODEL.name);
    await ensureModel(resolve(JARS_DIR), () => undefined);
    expect(checksumsOf(real)).toBe(readFileSync(new URL(MODEL_CHECKSUMS, PACKAGE_ROOT), 'utf8'));
    const changed = join(folder, 'model');
    const data = join(folder, 'data-of-model');
    // File by file: the folder may be a link to files that other tests use, and a copy of a link would change those.
    mkdirSync(changed);
    for (const file of readdirSync(real)) copyFileSync(join(real, file), join(changed, file));
    const tokenizer = join(changed, `${MODEL.name}-tokenizer.json`);
    writeFileSync(tokenizer, `${readFileSync(tokenizer, 'utf8')} `);
    const before = process.env.PATH;
    process.env.PATH = mavenThatDelivers('bin-of-model', changed, data);
    try {
      await expect(ensureModel(data, () => undefined)).rejects.toThrow(/tokenizer\.json does not have the expected/);
      expect(readdirSync(data)).toEqual([]);
    } finally {
      process.env.PATH = before;
    }
  });
});

test('the bill of materials lists every package that ships, every Java library, and the language model', () => {
  const script = new URL('.ci/sbom.mjs', PACKAGE_ROOT).pathname;
  const sbom = JSON.parse(execFileSync(process.execPath, [script], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }));
  expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1 });
  expect(sbom.metadata.component).toMatchObject({ name: 'glossograph', version: read('package.json').version });
  const components: Record<string, string & unknown[]>[] = sbom.components;
  const refs = components.map((one) => one['bom-ref']);
  expect(new Set(refs).size).toBe(refs.length);
  for (const one of components) {
    expect(one).toMatchObject({ name: expect.any(String), version: expect.any(String), type: expect.any(String) });
    expect(one.purl).toMatch(/^pkg:(npm|maven)\/\S+@\S+$/);
    expect((one.licenses ?? []).length, one.purl).toBeGreaterThan(0);
    expect([...(one.hashes ?? []), ...(one.components ?? [])].length, one.purl).toBeGreaterThan(0);
  }
  const purls = new Set(components.map(({ purl }) => decodeURIComponent(String(purl))));
  const shipped = packages.filter(([, { dev, link }]) => !dev && !link);
  const expected = shipped.map(([path, { version }]) => `pkg:npm/${path.replace(/^.*node_modules\//, '')}@${version}`);
  expect([...purls].filter((purl) => purl.startsWith('pkg:npm/')).sort()).toEqual([...new Set(expected)].sort());
  expect(components.filter(({ purl }) => String(purl).startsWith('pkg:maven')).length).toBe(java.jars.length + 1);
  const known = new Set([sbom.metadata.component['bom-ref'], ...refs]);
  const dependencies: { ref: string; dependsOn?: string[] }[] = sbom.dependencies;
  for (const { ref, dependsOn = [] } of dependencies)
    for (const one of [ref, ...dependsOn]) expect(known).toContain(one);
});

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
