import { resolve } from 'node:path';
import { LocalServerError } from './errors.ts';
import { folderError, openFolder } from './folder.ts';
import type { LocalNeo4j } from './launch.ts';
import { releaseLock, takeLock } from './lock.ts';
import { stopOrphan } from './orphan.ts';
import { nameOfProcess } from './process.ts';
import { beginReplacement, completeReplacement, settleReplacement } from './replacement.ts';
import { ensureLocal, type LocalOptions } from './server.ts';

/**
 * Builds a new database in a data folder and then replaces the old one with it. If `build` fails, or if this process
 * ends, the folder contains the old database.
 *
 * @param build fills the empty database of a running server, which is stopped afterward
 * @throws LocalServerError LOCKED if another process uses the folder; the errors of `ensureLocal` and of `build`
 */
export async function replaceLocal<T>(options: LocalOptions, build: (local: LocalNeo4j) => Promise<T>): Promise<T> {
  const dataDir = resolve(options.dataDir);
  await openFolder(dataDir);
  const holder = await takeLock(dataDir, process.pid).catch((error) => {
    throw folderError(dataDir, error);
  });
  if (holder !== null) {
    throw new LocalServerError(
      'LOCKED',
      `The data folder ${dataDir} is in use by ${await nameOfProcess(holder)}. Stop this process, and then run the command again.`,
    );
  }
  try {
    await stopOrphan(dataDir, options.told ?? (() => undefined), options.orphanPatienceMs);
    await settleReplacement(dataDir, options.told);
    const result = await built(options, dataDir, build);
    await completeReplacement(dataDir);
    return result;
  } catch (error) {
    throw folderError(dataDir, error);
  } finally {
    await releaseLock(dataDir);
  }
}

async function built<T>(options: LocalOptions, dataDir: string, build: (local: LocalNeo4j) => Promise<T>): Promise<T> {
  const draft = await beginReplacement(dataDir);
  try {
    const local = await ensureLocal({ ...options, dataDir: draft, jarsDir: options.jarsDir ?? dataDir });
    try {
      return await build(local);
    } finally {
      await local.stop();
    }
  } catch (error) {
    await settleReplacement(dataDir); // deletes what was built
    throw error;
  }
}
