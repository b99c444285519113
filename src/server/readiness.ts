import type { DatabaseState } from '../graph/heartbeat.ts';
import { VERSION } from '../version.ts';

/** Whether the language model of search by meaning is in use, turned off, or not loaded. */
export type ModelState = 'ready' | 'off' | 'missing';

/** The state of a server and its database. */
export interface Readiness {
  /** Whether the database responds. */
  database: boolean;
  /** Whether the graph contains data. */
  seeded: boolean;
  /** Whether the usual queries are planned. True if it is not known. */
  warm?: boolean | undefined;
  /** Whether the server is about to end. */
  isStopping?: boolean | undefined;
  /** How long the database took to respond, in milliseconds. */
  latencyMs?: number | undefined;
  dataVersion?: string | undefined;
  model?: ModelState | undefined;
}

/** A reason why the server does not work at its best. */
interface Degradation {
  code: string;
  message: string;
  /** Whether the server cannot be used at all. */
  isFatal: boolean;
}

/** A database that takes longer to respond to a small statement is overloaded or far away, in milliseconds. */
const SLOW_MS = 500;

/** All reasons, the most serious first. */
const REASONS: readonly (Degradation & { applies(state: Readiness): boolean })[] = [
  {
    code: 'SHUTTING_DOWN',
    message: 'The server is stopping and accepts no more requests.',
    isFatal: true,
    applies: ({ isStopping }) => isStopping === true,
  },
  {
    code: 'DATABASE_UNAVAILABLE',
    message: 'The database does not respond.',
    isFatal: true,
    applies: ({ database }) => !database,
  },
  {
    code: 'NOT_SEEDED',
    message: 'The graph contains no data. Load the seed with glossograph seed.',
    isFatal: true,
    applies: ({ database, seeded }) => database && !seeded,
  },
  {
    code: 'WARMING_UP',
    message: 'Neo4j has not planned the most common queries yet.',
    isFatal: true,
    applies: ({ database, seeded, warm = true }) => database && seeded && !warm,
  },
  {
    code: 'DATABASE_SLOW',
    message: `The database took longer than ${SLOW_MS} ms to respond to a small statement.`,
    isFatal: false,
    applies: ({ latencyMs = 0 }) => latencyMs > SLOW_MS,
  },
  {
    code: 'MODEL_MISSING',
    message: 'Search compares only words, because the language model is not loaded.',
    isFatal: false,
    applies: ({ model }) => model === 'missing',
  },
];

/** The contents of the `/ready` response and its status. */
export function readyAnswer(state: Readiness): { status: number; body: object } {
  const { database, latencyMs, dataVersion = null, model = null } = state;
  const degraded = REASONS.filter(({ applies }) => applies(state));
  const fatal = degraded.find(({ isFatal }) => isFatal);
  const body = {
    status: fatal ? 'unavailable' : 'ready',
    ...(fatal && { reason: fatal.code }),
    version: VERSION,
    database: { responds: database, latencyMs: latencyMs === undefined ? null : Math.round(latencyMs * 10) / 10 },
    dataVersion,
    model,
    degraded: degraded.map(({ code, message }) => ({ code, message })),
  };
  return { status: fatal ? 503 : 200, body };
}

/**
 * The contents of the `/health` response. The process is alive, so the status is 200 even when its database is not:
 * restarting the process would not help.
 */
export function healthAnswer(state: DatabaseState | undefined): object {
  if (state === undefined || state.pulse === 'answers') return { status: 'ok' };
  return { status: 'degraded', database: state.pulse, since: state.since.toISOString() };
}
