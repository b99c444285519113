import { randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LocalServerError } from './errors.ts';

/** The shape of the data folder. A newer Glossograph that changes it counts up. */
const FORMAT = 1;
const FORMAT_FILE = 'format';
const STATE_FILE = 'neo4j.json';
const LOCK_FILE = 'neo4j.lock';

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
 * @throws LocalServerError NEWER_FORMAT, NO_FOLDER
 */
export async function openFolder(dataDir: string): Promise<void> {
  const file = join(dataDir, FORMAT_FILE);
  try {
    await mkdir(dataDir, { recursive: true });
    const found = await readFile(file, 'utf8').catch(() => null);
    if (found === null) await writeFile(file, `${FORMAT}\n`);
    else if (!(Number(found) <= FORMAT)) {
      throw new LocalServerError(
        'NEWER_FORMAT',
        `The data folder ${dataDir} was made by a newer Glossograph (format ${found.trim()}, this one knows ${FORMAT}). Update Glossograph, or name another folder in GLOSSOGRAPH_DATA.`,
      );
    }
  } catch (error) {
    if (error instanceof LocalServerError) throw error;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new LocalServerError(
      'NO_FOLDER',
      `The data folder ${dataDir} cannot be used (${reason}). Name one that you may write to in GLOSSOGRAPH_DATA.`,
    );
  }
}

/** The password of the folder's Neo4j, made the first time. `fresh` tells that the server has not been given it yet. */
export async function password(dataDir: string): Promise<{ password: string; fresh: boolean }> {
  const file = join(dataDir, 'neo4j.password');
  const kept = await readFile(file, 'utf8').catch(() => null);
  if (kept !== null) return { password: kept.trim(), fresh: false };
  // Hexadecimal: one that began with a hyphen would be an option of the command that sets it.
  return { password: randomBytes(18).toString('hex'), fresh: true };
}

/** Keeps the password once the server has it. */
export async function keepPassword(dataDir: string, secret: string): Promise<void> {
  await writeFile(join(dataDir, 'neo4j.password'), `${secret}\n`, { mode: 0o600 });
}

/** What runs, as it was noted; null when nothing is. It may be stale: ask the server. */
export async function readState(dataDir: string): Promise<RunningState | null> {
  try {
    return JSON.parse(await readFile(join(dataDir, STATE_FILE), 'utf8'));
  } catch {
    return null;
  }
}

/** Notes what runs, at once or not at all. */
export async function writeState(dataDir: string, state: RunningState): Promise<void> {
  const file = join(dataDir, STATE_FILE);
  await writeFile(`${file}.new`, JSON.stringify(state), { mode: 0o600 });
  await chmod(`${file}.new`, 0o600);
  await rename(`${file}.new`, file);
}

/**
 * Takes the folder's lock for a process. The lock is a file with its pid: it is stale as soon as that process is gone.
 *
 * @returns null when it was taken, else the pid of the process that has it
 */
export async function takeLock(dataDir: string, pid: number): Promise<number | null> {
  const file = join(dataDir, LOCK_FILE);
  for (;;) {
    try {
      const handle = await open(file, 'wx');
      await handle.writeFile(String(pid));
      await handle.close();
      return null;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const holder = Number(await readFile(file, 'utf8').catch(() => '0'));
    if (holder > 0 && isAlive(holder)) return holder;
    if (holder > 0) await rm(file, { force: true });
    else await new Promise((done) => setTimeout(done, 50)); // being written
  }
}

/** Hands the lock on to another process. */
export const passLock = (dataDir: string, pid: number): Promise<void> =>
  writeFile(join(dataDir, LOCK_FILE), String(pid));

/** Forgets what ran, and gives the lock back. */
export async function clear(dataDir: string): Promise<void> {
  await rm(join(dataDir, STATE_FILE), { force: true });
  await rm(join(dataDir, LOCK_FILE), { force: true });
}

/** Is there a process with this pid? */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
