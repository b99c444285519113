import { join } from 'node:path';
import { LocalServerError } from './errors.ts';
import type { Told } from './jars.ts';
import { processesWith, startOf, waitUntil } from './process.ts';

/** A server stops in about 2 s. One whose disk is full may never stop. */
const ORPHAN_PATIENCE_MS = 15_000;
const KILL_PATIENCE_MS = 5_000;

/**
 * Stops a server whose keeper was killed, because the server still has the store open. A server that does not stop is
 * killed, and the next start recovers what the server has not written. Only the holder of the folder's lock may call
 * this function.
 *
 * @throws LocalServerError ORPHAN if the server cannot be ended
 */
export async function stopOrphan(dataDir: string, told: Told, patienceMs = ORPHAN_PATIENCE_MS): Promise<void> {
  const orphans = (await processesWith(`--home-dir=${join(dataDir, 'neo4j')} `))
    .filter(({ args }) => !args.includes('keeper.'))
    .map(({ pid }) => pid);
  for (const pid of orphans) {
    told(`stopping a leftover Neo4j server (process ${pid})`);
    if (await ended(pid, 'SIGTERM', patienceMs)) continue;
    told(`the leftover Neo4j server (process ${pid}) does not stop and is being killed`);
    if (await ended(pid, 'SIGKILL', KILL_PATIENCE_MS)) continue;
    throw new LocalServerError(
      'ORPHAN',
      `A leftover Neo4j server (process ${pid}) is using the data folder ${dataDir} and cannot be stopped. Stop the process with \`kill -9 ${pid}\`, and then try again.`,
    );
  }
}

async function ended(pid: number, signal: NodeJS.Signals, patienceMs: number): Promise<boolean> {
  try {
    process.kill(pid, signal);
  } catch {
    // gone already, or not ours: the wait tells
  }
  return waitUntil(() => startOf(pid).then((start) => start === null), patienceMs);
}
