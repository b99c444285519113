import type { Driver, Session, Transaction } from 'neo4j-driver';
import { codeOf } from './errors.ts';
import { MigrationError } from './migration-error.ts';
import { inSession } from './session.ts';

/** How long to wait for another process that is migrating the graph, and what to report to the user in the meantime. */
export interface LockPatience {
  /** The maximum time to wait. The default is two minutes. */
  patienceMs?: number | undefined;
  /** Called once if another process holds the lock. */
  onWait?: ((what: string) => void) | undefined;
}

const PATIENCE_MS = 120_000;
const QUIET_MS = 1_000;
/** The server ends the lock's transaction after this time, so that a holder that hangs cannot keep the lock forever. */
const LONGEST_HOLD_MS = 3_600_000;

// Two processes that begin at once may create a node each, as there is no constraint yet. So a process locks every node that
// it sees, in one order, and looks again: it has the lock when it has locked all nodes that exist now. A node that another
// process removed meanwhile counts as written, though there is nothing to lock.
const ENSURE = 'MERGE (:GlossographMigrationLock)';
const LOCK = 'MATCH (lock:GlossographMigrationLock) WITH lock ORDER BY elementId(lock) SET lock.held = true';
const LOCKED = `MATCH (lock:GlossographMigrationLock)
  WITH collect(coalesce(lock.held, false)) AS held RETURN size(held) > 0 AND all(one IN held WHERE one) AS locked`;
// Only what this process has locked: a node that came later may be locked by a process that waits for this one.
const REMOVE = 'MATCH (lock:GlossographMigrationLock) WHERE lock.held DELETE lock';
// A user without more privileges sees their own transactions.
const BLOCKED = `SHOW TRANSACTIONS YIELD status, currentQuery
  WHERE status STARTS WITH 'Blocked' AND currentQuery CONTAINS 'GlossographMigrationLock' RETURN status LIMIT 1`;

/**
 * Runs `work` while no other process migrates the graph. The lock is a node that an open transaction has written, so it
 * is released as soon as its owner exits. `work` needs a separate session because a schema statement cannot share a
 * transaction with a write.
 *
 * @throws MigrationError LOCKED if another process holds the lock for too long
 */
export async function withMigrationLock<T>(
  driver: Driver,
  database: string | undefined,
  work: () => Promise<T>,
  { patienceMs = PATIENCE_MS, onWait }: LockPatience = {},
): Promise<T> {
  const told =
    onWait && whenBlocked(driver, database, () => onWait('waiting for another process that is preparing this graph'));
  // Closing the session rolls back what is open. A waiting statement ends on the server, too.
  return inSession(driver, database, 'WRITE', async (session) => {
    const held = await lock(session, Date.now() + patienceMs, patienceMs);
    told?.stop();
    const result = await work();
    await held.run(REMOVE);
    await held.commit();
    return result;
  }).finally(() => told?.stop());
}

/**
 * Calls `tell` once when Neo4j says that the lock is taken. A statement that takes long proves nothing: on a server that has
 * just started the first ones take seconds.
 */
function whenBlocked(driver: Driver, database: string | undefined, tell: () => void): { stop(): void } {
  let stopped = false;
  let timer = setTimeout(look, QUIET_MS);
  async function look() {
    const blocked = await driver
      .executeQuery(BLOCKED, {}, database === undefined ? {} : { database })
      .then(({ records }) => records.length > 0)
      .catch(() => false);
    if (stopped) return;
    if (blocked) tell();
    else timer = setTimeout(look, QUIET_MS);
  }
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

async function lock(session: Session, deadline: number, patienceMs: number): Promise<Transaction> {
  for (;;) {
    await session.executeWrite((tx) => tx.run(ENSURE));
    const held = await session.beginTransaction({ timeout: LONGEST_HOLD_MS });
    try {
      await before(deadline, patienceMs, held.run(LOCK));
      const { records } = await held.run(LOCKED);
      if (records[0]?.get('locked') === true) return held;
    } catch (error) {
      if (!mayRetry(error)) throw error;
    }
    await held.rollback().catch(() => undefined); // the server may have done so
  }
}

/** The last holder removed the node while this process waited for it, or two waiting processes met. */
const mayRetry = (error: unknown): boolean => /EntityNotFound|DeadlockDetected/.test(codeOf(error));

function before<T>(deadline: number, patienceMs: number, answer: PromiseLike<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    const message = `Another process has been preparing this graph for ${Math.round(patienceMs / 1000)} seconds. Try again when the process has finished. If the process hangs, stop it; the Neo4j command SHOW TRANSACTIONS lists its transaction.`;
    timer = setTimeout(() => fail(new MigrationError('LOCKED', message)), Math.max(0, deadline - Date.now()));
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
