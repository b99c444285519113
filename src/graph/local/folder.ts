import { randomBytes } from 'node:crypto';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LocalServerError } from './errors.ts';
import { releaseLock } from './lock.ts';

/** The shape of the data folder. A newer Glossograph that changes it counts up. */
const FORMAT = 1;
const FORMAT_FILE = 'format';
const STATE_FILE = 'neo4j.json';
const PASSWORD_FILE = 'neo4j.password';

/** A local Neo4j that runs: what others need to find it. Readable by its owner only, for it holds the password. */
export interface RunningState {
  uri: string;
  user: string;
  password: string;
  version: string;
  /** Of the keeper, which stops the server when its parent is gone. */
  keeperPid: number;
  serverPid: number;
}

/**
 * Makes the data folder, or accepts one of this format.
 *
 * @throws LocalServerError NEWER_FORMAT, BAD_FORMAT, NO_FOLDER, DISK_FULL
 */
export async function openFolder(dataDir: string): Promise<void> {
  const file = join(dataDir, FORMAT_FILE);
  try {
    await mkdir(dataDir, { recursive: true });
    const found = await readFile(file, 'utf8').catch(() => null);
    if (found === null) return await replaceFile(file, `${FORMAT}\n`);
    if (!/^\d{1,6}\s*$/.test(found)) {
      throw new LocalServerError(
        'BAD_FORMAT',
        `The file ${file} is damaged: it contains ${JSON.stringify(found.slice(0, 20))}, not a number. If Glossograph created this folder, write ${FORMAT} into the file; otherwise, set GLOSSOGRAPH_DATA to another folder.`,
      );
    }
    if (Number(found) > FORMAT) {
      throw new LocalServerError(
        'NEWER_FORMAT',
        `The data folder ${dataDir} was created by a newer version of Glossograph (format ${found.trim()}; this version supports format ${FORMAT}). Update Glossograph, or set GLOSSOGRAPH_DATA to another folder.`,
      );
    }
  } catch (error) {
    throw folderError(dataDir, error);
  }
}

/** What an error of the file system means to the owner of the data folder; one that is already ours is handed back. */
export function folderError(dataDir: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new LocalServerError(
      'DISK_FULL',
      `The disk that contains the data folder ${dataDir} is full. Free some space and try again, or set GLOSSOGRAPH_DATA to a folder on another disk.`,
    );
  }
  if (!/^E[A-Z]+$/.test(code)) return error;
  return new LocalServerError(
    'NO_FOLDER',
    `The data folder ${dataDir} cannot be used (error code ${code}). Set GLOSSOGRAPH_DATA to a folder to which you can write.`,
  );
}

/**
 * The password of the folder's Neo4j, made the first time. `fresh` tells that the server has not been given it yet.
 *
 * @throws LocalServerError NO_PASSWORD when a store has a password and the file that keeps it is empty
 */
export async function password(dataDir: string): Promise<{ password: string; fresh: boolean }> {
  const file = join(dataDir, PASSWORD_FILE);
  const kept = (await readFile(file, 'utf8').catch(() => null))?.trim();
  if (kept) return { password: kept, fresh: false };
  const hasStore = await access(join(dataDir, 'neo4j', 'data', 'databases', 'system')).then(
    () => true,
    () => false,
  );
  if (hasStore) {
    throw new LocalServerError(
      'NO_PASSWORD',
      `The file ${file}, which contains the password of the local Neo4j server, is ${kept === undefined ? 'missing' : 'empty'}. Restore the file from a backup, or delete ${join(dataDir, 'neo4j')} to start with an empty graph, and then load the seed and import your files again.`,
    );
  }
  // Hexadecimal: one that began with a hyphen would be an option of the command that sets it.
  return { password: randomBytes(18).toString('hex'), fresh: true };
}

/** Keeps the password once the server has it. */
export const keepPassword = (dataDir: string, secret: string): Promise<void> =>
  replaceFile(join(dataDir, PASSWORD_FILE), `${secret}\n`);

/** What runs, as it was noted; null when nothing is. It may be stale: ask the server. */
export async function readState(dataDir: string): Promise<RunningState | null> {
  try {
    return JSON.parse(await readFile(join(dataDir, STATE_FILE), 'utf8'));
  } catch {
    return null;
  }
}

/** Notes what runs. */
export const writeState = (dataDir: string, state: RunningState): Promise<void> =>
  replaceFile(join(dataDir, STATE_FILE), JSON.stringify(state));

/** Writes a file that only its owner can read, whole or not at all. */
async function replaceFile(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}`;
  try {
    await writeFile(draft, text, { mode: 0o600 });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Forgets what ran, and gives the lock back. */
export async function clear(dataDir: string): Promise<void> {
  await rm(join(dataDir, STATE_FILE), { force: true });
  await releaseLock(dataDir);
}
