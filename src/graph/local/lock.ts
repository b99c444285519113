import { link, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pause, processesWith, startOf } from './process.ts';

const LOCK_FILE = 'neo4j.lock';
/** Earlier versions wrote a lock in two steps. An empty lock that is older than this will not be filled. */
const BEING_WRITTEN_MS = 1_000;

/**
 * Acquires the folder's lock for a process. The lock is a file with the process id and the start time of its owner. The
 * lock is stale as soon as that process exits, even if another process now has the same process id.
 *
 * @returns null if the lock was acquired, or else the process id of the owner
 */
export const takeLock = (dataDir: string, pid: number): Promise<number | null> => take(join(dataDir, LOCK_FILE), pid);

async function take(file: string, pid: number): Promise<number | null> {
  const draft = await draftOf(file, pid);
  try {
    for (;;) {
      if (await place(draft, file)) return null;
      const text = await textOf(file);
      if (text === null) continue; // given back just now
      const holder = await holderOf(text);
      if (holder !== null) return holder;
      if (text.trim() === '' && (await ageOf(file)) < BEING_WRITTEN_MS) await pause(50);
      else if (await replaceStale(file, text, draft)) return null;
    }
  } finally {
    await rm(draft, { force: true });
  }
}

/** Transfers the lock to another process in one step. */
export async function passLock(dataDir: string, pid: number): Promise<void> {
  const file = join(dataDir, LOCK_FILE);
  await rename(await draftOf(file, pid), file);
}

/** Releases the lock. */
export const releaseLock = (dataDir: string): Promise<void> => rm(join(dataDir, LOCK_FILE), { force: true });

/** The process that holds the folder's lock. Null if no process holds it. */
export async function lockHolder(dataDir: string): Promise<number | null> {
  const text = await textOf(join(dataDir, LOCK_FILE));
  return text === null ? null : holderOf(text);
}

let drafts = 0;
async function draftOf(file: string, pid: number): Promise<string> {
  drafts += 1;
  const draft = `${file}.${process.pid}.${drafts}`;
  try {
    await writeFile(draft, `${pid} ${await startOf(pid)}\n`);
    return draft;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Puts a whole lock in place unless there is one. */
async function place(draft: string, file: string): Promise<boolean> {
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') return false;
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP' && code !== 'ENOSYS') throw error;
  }
  // A file system without hard links. The lock is empty for a moment, which a reader waits for.
  const handle = await open(file, 'wx').catch((error) => {
    if (error.code === 'EEXIST') return null;
    throw error;
  });
  await handle?.writeFile(await readFile(draft, 'utf8'));
  await handle?.close();
  return handle !== null;
}

/** The pid in a lock whose process runs; null when it is stale or not a lock. */
async function holderOf(text: string): Promise<number | null> {
  const [, digits, start] = /^(\d+)(?: (\S+))?\s*$/.exec(text) ?? [];
  const pid = Number(digits ?? 0);
  if (pid === 0) return null;
  const running = await startOf(pid);
  if (start !== undefined) return running === start ? pid : null;
  // Earlier versions wrote the pid alone: then the process must at least be one that runs JavaScript, as ours does.
  if (running === null) return null;
  return (await processesWith('node')).some((one) => one.pid === pid) ? pid : null;
}

/**
 * Puts a whole lock in the place of a stale one. Of many processes that found it stale, one at a time may look again and
 * replace it. Otherwise a slow process could replace the new lock of a faster one. The turn is a lock of its own, so the others
 * go on if the process whose turn it is gets killed.
 *
 * @returns whether the lock was taken
 */
async function replaceStale(file: string, text: string, draft: string): Promise<boolean> {
  const turn = `${file}.turn`;
  const isStill = async () => (await textOf(file)) === text;
  while ((await take(turn, process.pid)) !== null) {
    if (!(await isStill())) return false;
    await pause(10);
  }
  try {
    if (!(await isStill())) return false;
    await rename(draft, file);
    return true;
  } finally {
    await rm(turn, { force: true });
  }
}

/** The text of a lock file, or null if there is no such file. */
const textOf = (file: string): Promise<string | null> => readFile(file, 'utf8').catch(() => null);

const ageOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  );
