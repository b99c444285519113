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

/**
 * A running local Neo4j: the data that other processes need to find it. Only the owner can read the file because it
 * contains the password.
 */
export interface RunningState {
  uri: string;
  user: string;
  password: string;
  version: string;
  /** The process id of the keeper, which stops the server when its parent process exits. */
  keeperPid: number;
  serverPid: number;
}

/**
 * Creates the data folder, or checks the format of an existing one.
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
        `The file ${file} is damaged: it contains ${JSON.stringify(found.slice(0, 20))}, not a number. If Glossograph created this folder, write ${FORMAT} to the file; otherwise, set GLOSSOGRAPH_DATA to another folder.`,
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

/** Converts a file system error to an error about the data folder. Returns a LocalServerError unchanged. */
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
 * The password of the folder's Neo4j. The first call creates the password. `fresh` means that the server does not have
 * the password yet.
 *
 * @throws LocalServerError NO_PASSWORD if the store has a password but the password file is empty
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
      `The file ${file}, which contains the password of the local Neo4j server, is ${kept === undefined ? 'missing' : 'empty'}. Restore the file from a backup. Alternatively, to start over with an empty graph, delete ${join(dataDir, 'neo4j')}, and then load the seed and import your files again.`,
    );
  }
  // Hexadecimal: one that began with a hyphen would be an option of the command that sets it.
  return { password: randomBytes(18).toString('hex'), fresh: true };
}

/** Stores the password after the server has received it. */
export const keepPassword = (dataDir: string, secret: string): Promise<void> =>
  replaceFile(join(dataDir, PASSWORD_FILE), `${secret}\n`);

/**
 * The stored state of the running server. Null if no server is running. The state might be stale, so check whether the
 * server responds.
 */
export async function readState(dataDir: string): Promise<RunningState | null> {
  try {
    return JSON.parse(await readFile(join(dataDir, STATE_FILE), 'utf8'));
  } catch {
    return null;
  }
}

/** Stores the state of the running server. */
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

/** Deletes the stored state and releases the lock. */
export async function clear(dataDir: string): Promise<void> {
  await rm(join(dataDir, STATE_FILE), { force: true });
  await releaseLock(dataDir);
}
