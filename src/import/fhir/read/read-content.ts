import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { faultIn, readErrorOf } from '../../../store/errors.ts';
import { decodeText, parseJson, readTextFile } from '../../text-file.ts';
import { readArchive } from './archive.ts';
import { type Manifest, manifestOf, type Resource, resourcesIn, type Wanted } from './resources.ts';

/** The contents of a file, an archive, or a folder. */
export interface PackageContent {
  file: string;
  /** The manifest of a package. Absent for a loose file. */
  manifest?: Manifest;
  resources: Resource[];
  /** The hash of the bytes of a file or archive. For a folder, the hash of its file names and contents, in order. */
  sha256: string;
}

/** The size limit of a loose file, which is read as a whole. */
const LARGEST_FILE = 256 * 2 ** 20;
/** Resources are in the package's own folder; examples and other files are in subfolders. */
const RESOURCE = /^package\/[^/.][^/]*\.json$/;
const MANIFEST = 'package/package.json';

/**
 * Reads a package (a .tgz file, or the folder to which it was unpacked) or a JSON file (a resource or a Bundle of
 * resources).
 *
 * @param onResources called periodically with the number of resources that were read
 * @throws ImportError for a file that cannot be read or is not valid
 */
export async function readContent(
  file: string,
  wanted: Wanted,
  onResources: (count: number) => void = () => undefined,
): Promise<PackageContent> {
  const stats = await look(file);
  if (stats.isDirectory()) return readFolder(file, wanted, onResources);
  return (await isGzip(file)) ? readPackage(file, wanted, onResources) : readLoose(file, wanted);
}

/** Whether a file is a loose JSON file instead of a package. */
export async function isLoose(file: string): Promise<boolean> {
  return !(await look(file)).isDirectory() && !(await isGzip(file));
}

async function readPackage(file: string, wanted: Wanted, tell: (count: number) => void): Promise<PackageContent> {
  const reading = packageReader(file, wanted, tell);
  let sha256 = '';
  const isWanted = (name: string) => RESOURCE.test(name);
  for await (const { name, bytes } of readArchive(file, isWanted, (hash) => (sha256 = hash))) reading.take(name, bytes);
  return reading.content(sha256);
}

async function readFolder(folder: string, wanted: Wanted, tell: (count: number) => void): Promise<PackageContent> {
  const names = await readdir(folder);
  const inside = names.includes('package.json') ? folder : join(folder, 'package');
  const reading = packageReader(folder, wanted, tell);
  const hash = createHash('sha256');
  const listed = inside === folder ? names : await readdir(inside).catch(() => []);
  for (const name of listed.sort()) {
    const entry = `package/${name}`;
    if (!RESOURCE.test(entry) || !(await look(join(inside, name))).isFile()) continue;
    const bytes = await readFile(join(inside, name));
    hash.update(`${entry}\n${bytes.length}\n`).update(bytes);
    reading.take(entry, bytes);
  }
  return reading.content(hash.digest('hex'));
}

async function readLoose(file: string, wanted: Wanted): Promise<PackageContent> {
  const { text, sha256 } = await readTextFile(file, LARGEST_FILE);
  const resources = resourcesIn(file, parseJson(file, text), wanted);
  if (resources.length === 0) {
    const message =
      'The file must contain a StructureDefinition, ValueSet, CodeSystem, or ImplementationGuide resource, or a Bundle that contains at least one such resource.';
    throw faultIn(file, message);
  }
  return { file, resources, sha256 };
}

/** Takes the files of a package one by one, in any order, and keeps the resources that become records. */
function packageReader(file: string, wanted: Wanted, tell: (count: number) => void) {
  const resources: Resource[] = [];
  let manifest: Manifest | undefined;
  return {
    take(name: string, bytes: Uint8Array): void {
      const place = `${file}/${name}`;
      const json = parseJson(place, decodeText(place, bytes));
      if (name === MANIFEST) manifest = manifestOf(place, json);
      else resources.push(...resourcesIn(place, json, wanted));
      tell(resources.length);
    },
    content(sha256: string): PackageContent {
      if (manifest !== undefined) return { file, manifest, resources, sha256 };
      throw faultIn(file, `The file is not a FHIR package: ${MANIFEST} is missing.`);
    },
  };
}

async function look(file: string): Promise<Stats> {
  try {
    return await stat(file);
  } catch (error) {
    throw readErrorOf(file, error);
  }
}

/** Whether a file is gzipped, by its name or its first bytes. */
async function isGzip(file: string): Promise<boolean> {
  if (/\.(tgz|gz)$/i.test(basename(file))) return true;
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer.readUInt16BE() === 0x1f8b;
  } finally {
    await handle.close();
  }
}
