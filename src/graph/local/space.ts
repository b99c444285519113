import { readdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { LocalServerError } from './errors.ts';

/** A new store with its transaction logs, which Neo4j allocates at once. */
const NEW_STORE_MB = 570;
/** What Neo4j needs beside its store: it grows a store file by 64 MiB at a time, and it writes logs. */
const ROOM_MB = 80;
const BYTES = 1_000_000;
const BLOCK_BYTES = 512;

/**
 * Checks that the disk has enough space to start the local Neo4j.
 *
 * @throws LocalServerError DISK_FULL, with the available and the required space
 */
export async function ensureSpace(dataDir: string): Promise<void> {
  const free = await freeMegabytes(dataDir);
  const store = Math.round((await bytesOf(join(dataDir, 'neo4j', 'data'))) / BYTES);
  const needed = Math.max(ROOM_MB, NEW_STORE_MB - store);
  if (free < needed) throw diskFull(dataDir, free, needed);
}

/** Whether the disk has too little space for Neo4j to work. */
export const isDiskFull = async (dataDir: string): Promise<boolean> => (await freeMegabytes(dataDir)) < ROOM_MB;

/** The error for a disk without enough space for the local Neo4j. */
export async function diskFullError(dataDir: string): Promise<LocalServerError> {
  return diskFull(dataDir, await freeMegabytes(dataDir), ROOM_MB);
}

const diskFull = (dataDir: string, free: number, needed: number) =>
  new LocalServerError(
    'DISK_FULL',
    `The disk that contains the data folder ${dataDir} does not have enough free space: the local Neo4j server needs ${needed} MB, but only ${free} MB are free. Free some space and try again, or set GLOSSOGRAPH_DATA to a folder on another disk.`,
  );

/** The size of Neo4j's databases in MiB, without transaction logs. */
export const storeMebibytes = async (dataDir: string): Promise<number> =>
  (await bytesOf(join(dataDir, 'neo4j', 'data', 'databases'))) / 1024 ** 2;

async function freeMegabytes(dataDir: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(dataDir);
    return Math.floor((bavail * bsize) / BYTES);
  } catch {
    return Number.POSITIVE_INFINITY; // unknown: a write then tells
  }
}

/** The space that a folder takes on the disk; 0 when there is none. */
async function bytesOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const sizes = await Promise.all(
    entries.map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return bytesOf(path);
      return stat(path).then(
        ({ blocks }) => blocks * BLOCK_BYTES,
        () => 0,
      );
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
