import type { Driver } from 'neo4j-driver';
import { backup } from '../../cypher/backup/index.ts';
import { run } from '../graph/run.ts';
import { inSession } from '../graph/session.ts';
import { BackupError } from './errors.ts';

/** Whether a graph has data, and whether a restore into it has not finished. */
export async function restoreStateOf(
  driver: Driver,
  database: string | undefined,
): Promise<{ holds: boolean; unfinished: boolean }> {
  const [state] = await inSession(driver, database, 'READ', (session) => run(session, backup.state, {}));
  return { holds: state?.holds === true, unfinished: state?.unfinished === true };
}

/**
 * Refuses a graph into which a restore has not finished, because a part of its data is missing.
 *
 * @throws BackupError UNFINISHED, with the solution
 */
export async function refuseUnfinishedRestore({
  driver,
  database,
}: {
  driver: Driver;
  database?: string | undefined;
}): Promise<void> {
  const { unfinished } = await restoreStateOf(driver, database);
  if (!unfinished) return;
  throw new BackupError(
    'UNFINISHED',
    'This graph is incomplete, because a restore into it is still running or was interrupted. If the restore was interrupted, run `glossograph restore FILE` again to start over, or empty the graph with `glossograph reset --yes`.',
  );
}
