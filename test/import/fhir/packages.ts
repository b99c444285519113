/** Packages that tests make: from the fixtures beside this file, changed as a test needs it. */
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import { afterAll, beforeAll } from 'vitest';

/** Texts of files by their names in a package: "package/package.json". */
export type Files = Record<string, string>;

/** An entry as no package should have it. */
interface Odd {
  name: string;
  type?: 'symlink';
  linkname?: string;
}

/** A fixture: "core", a FHIR of one resource and three types, or "guide", which builds on it. */
export const fixture = (name: string): string => fileURLToPath(new URL(`golden/${name}`, import.meta.url));

/** The files of a fixture. */
export async function filesOf(name: string): Promise<Files> {
  const files: Files = {};
  for (const entry of await readdir(fixture(name), { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files[path.slice(fixture(name).length + 1)] = await readFile(path, 'utf8');
  }
  return files;
}

/** Files with one of them changed, as JSON. */
export function changed(files: Files, name: string, change: (json: Record<string, unknown>) => object): Files {
  return { ...files, [name]: JSON.stringify(change(JSON.parse(files[name] ?? '{}'))) };
}

/** The guide in another version. */
export const inVersion = (files: Files, version: string): Files =>
  changed(files, 'package/package.json', (json) => ({ ...json, version }));

/** A folder for one test file, and what puts packages there. */
export function scratch() {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'glossograph-fhir-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const put = async (name: string, bytes: string | Uint8Array): Promise<string> => {
    await writeFile(join(folder, name), bytes);
    return join(folder, name);
  };
  /** Entries of an archive, in the order of `files`; a test may make odd ones. */
  const tgz = async (name: string, files: Files, odd: readonly Odd[] = []): Promise<string> => {
    const tar = pack();
    for (const [path, text] of Object.entries(files)) tar.entry({ name: path }, text);
    for (const header of odd) tar.entry(header, '');
    tar.finalize();
    await pipeline(tar, createGzip(), createWriteStream(join(folder, name)));
    return join(folder, name);
  };
  const directory = async (name: string, files: Files): Promise<string> => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(join(folder, name, path, '..'), { recursive: true });
      await writeFile(join(folder, name, path), text);
    }
    return join(folder, name);
  };
  return { put, tgz, directory };
}
