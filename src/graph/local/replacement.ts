/**
 * The replacement of a whole database by a new one, in steps that can be interrupted at any moment:
 *
 * 1. The new database is built in the folder `restoring`, which is worth nothing until it is complete.
 * 2. `restoring` is renamed to `restored`. This one step decides that the new database counts.
 * 3. The old database is moved away, the new one takes its place, and the old one is deleted.
 *
 * If the process ends before step 2, the next command deletes the unfinished database. If the process ends after step 2,
 * the next command completes step 3. Only the holder of the folder's lock may call these functions.
 */
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Told } from './jars.ts';
import { stopOrphan } from './orphan.ts';

const STORE = 'neo4j';
const PASSWORD = 'neo4j.password';
const OWNER = 'owner';

const pathsOf = (dataDir: string) => ({
  draft: join(dataDir, 'restoring'),
  ready: join(dataDir, 'restored'),
  replaced: join(dataDir, 'neo4j.replaced'),
  store: join(dataDir, STORE),
});

/**
 * Begins a replacement.
 *
 * @returns the folder in which to build the new database; it is a data folder of its own
 */
export async function beginReplacement(dataDir: string): Promise<string> {
  const { draft } = pathsOf(dataDir);
  await mkdir(draft, { recursive: true });
  await writeFile(join(draft, OWNER), String(process.pid));
  return draft;
}

/** Puts the new database, whose server has stopped, in the place of the old one. */
export async function completeReplacement(dataDir: string): Promise<void> {
  const { draft, ready } = pathsOf(dataDir);
  await rename(draft, ready);
  await syncFolder(dataDir);
  await takeOver(dataDir);
}

/** Completes a replacement that was interrupted after its decisive step. Deletes any other remains of a replacement. */
export async function settleReplacement(dataDir: string, told: Told = () => undefined): Promise<void> {
  const { draft, ready, replaced } = pathsOf(dataDir);
  if (await exists(ready)) await takeOver(dataDir);
  await remove(replaced);
  if (!(await exists(draft))) return;
  await stopOrphan(draft, told); // its keeper may be about to stop it
  await remove(draft);
}

/** Whether a process, which holds the folder's lock, is building a new database. */
export async function isReplacing(dataDir: string, pid: number): Promise<boolean> {
  const owner = await readFile(join(pathsOf(dataDir).draft, OWNER), 'utf8').catch(() => '');
  return owner === String(pid);
}

/** Each step is skipped if it has been done. */
async function takeOver(dataDir: string): Promise<void> {
  const { ready, replaced, store } = pathsOf(dataDir);
  if (await exists(join(ready, STORE))) {
    if (await exists(store)) {
      await remove(replaced); // of an earlier replacement
      await rename(store, replaced);
    }
    // The password belongs to the database, so both change between the two moves of the databases.
    if (await exists(join(ready, PASSWORD))) await rename(join(ready, PASSWORD), join(dataDir, PASSWORD));
    await rename(join(ready, STORE), store);
    await syncFolder(dataDir);
  }
  await remove(ready);
  await remove(replaced);
}

/** Sends renamed entries to the disk, so that they are there after a loss of power, too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().catch(() => undefined); // not every file system can
  await handle.close();
}

// A process of the removed server may still be writing its last lines.
const remove = (path: string): Promise<void> => rm(path, { recursive: true, force: true, maxRetries: 5 });

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
