import type { Driver } from 'neo4j-driver';
import { store } from '../../cypher/store/index.ts';
import { ping } from '../graph/online.ts';
import { type Runner, run } from '../graph/run.ts';
import { openSession, release } from '../graph/session.ts';

/** A local Neo4j that ended is back within 20 s; one that recovers a large import takes longer. */
const PATIENCE_MS = 60_000;
const ASK_MS = 20_000;
const PAUSE_MS = 500;

/**
 * The error if the connection to the database was lost during the commit and did not come back in time to check the
 * result.
 */
export class OutcomeUnknownError extends Error {
  override readonly name = 'OutcomeUnknownError';

  constructor(what: string) {
    super(
      `${what}: The connection to the database was lost while the import was being committed, so either the whole import or nothing was written. Repeat the import when the database is available again; importing the same files twice is safe.`,
    );
  }
}

/** Asks a database whether it committed a transaction. Undefined if it does not respond in time. */
export async function wasCommitted(
  driver: Driver,
  database: string | undefined,
  name: string,
  patienceMs = PATIENCE_MS,
): Promise<boolean | undefined> {
  for (const deadline = Date.now() + patienceMs; ; ) {
    const committed = await ask(driver, database, name, Math.min(ASK_MS, Math.max(1, deadline - Date.now())));
    if (committed !== undefined || Date.now() + PAUSE_MS >= deadline) return committed;
    await new Promise((done) => setTimeout(done, PAUSE_MS));
  }
}

async function ask(
  driver: Driver,
  database: string | undefined,
  name: string,
  askMs: number,
): Promise<boolean | undefined> {
  const session = openSession(driver, database, 'WRITE');
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((done) => {
    timer = setTimeout(() => done(undefined), askMs);
  });
  const question = async (tx: Runner) => (await run(tx, store.committed, { name }))[0]?.committed;
  try {
    return await Promise.race([session.executeWrite(question, { timeout: askMs }), late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
    release(session);
  }
}

/** Waits until an unavailable database responds again. False if it does not respond in time. */
export async function comesBack(
  driver: Driver,
  database: string | undefined,
  patienceMs = PATIENCE_MS,
): Promise<boolean> {
  for (const deadline = Date.now() + patienceMs; ; ) {
    if ((await ping(driver, database)) === null) return true;
    if (Date.now() + PAUSE_MS >= deadline) return false;
    await new Promise((done) => setTimeout(done, PAUSE_MS));
  }
}
