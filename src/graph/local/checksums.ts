/** The expected SHA-256 hashes of the files that Maven downloads. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../version.ts';

/** The hash of each file by the name of the file. */
export type Checksums = ReadonlyMap<string, string>;

/**
 * Reads a list of hashes in the format of `sha256sum`: one line for each file, with its hash and its name.
 *
 * @param path the path of the list within the package
 */
export function readChecksums(path: string): Checksums {
  const lines = readFileSync(new URL(path, PACKAGE_ROOT), 'utf8').split('\n').slice(0, -1);
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}

/** Computes the list of the files in a folder, in alphabetical order of their names. */
export function checksumsOf(folder: string): string {
  const files = readdirSync(folder).sort();
  return files.map((file) => `${sha256(readFileSync(join(folder, file)))}  ${file}\n`).join('');
}

/**
 * Compares the files in a folder with their expected hashes.
 *
 * @returns what is wrong with the first file that is not as expected, or undefined if all files are
 */
export async function wrongFile(
  folder: string,
  files: readonly string[],
  expected: Checksums,
): Promise<string | undefined> {
  for (const file of files) {
    const hash = expected.get(file);
    if (hash === undefined) return `${file} is not in the list of expected files`;
    if (sha256(await readFile(join(folder, file))) !== hash)
      return `${file} does not have the expected SHA-256 hash, so it is damaged or someone has changed it`;
  }
  const missing = [...expected.keys()].find((file) => !files.includes(file));
  return missing === undefined ? undefined : `${missing} is missing`;
}

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
