import { type DatabaseState, rest, type StateLog } from '../heartbeat.ts';
import { LocalServerError } from './errors.ts';
import type { LocalNeo4j } from './launch.ts';
import { ensureLocal, type LocalOptions } from './server.ts';

/** How to watch a local Neo4j. Tests also use these options. */
export interface SuperviseOptions {
  log: StateLog;
  /** Called once if Neo4j cannot be restarted. */
  onGiveUp: () => void;
  /** The state of the database, so that a failed database in a running server is detected. */
  state?: (() => DatabaseState) | undefined;
  /** The pauses before each attempt to restart, in milliseconds. After the last attempt, the supervisor gives up. */
  pausesMs?: readonly number[] | undefined;
}

/** A running supervisor. */
export interface Supervision {
  /** Ends the watch after any restart in progress. Returns the running Neo4j, which the caller must stop. */
  end(): Promise<LocalNeo4j>;
}

const CHECK_MS = 1_000;
const PAUSES_MS = [0, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000];
/** A full disk is no reason to give up: somebody may free some space. */
const FULL_DISK_PAUSE_MS = 5_000;
const FULL_DISK_LOG_MS = 60_000;
/** A server that ran for this long was fine: its end says nothing of the next start. */
const STABLE_MS = 15_000;
/** So many servers may start and end before they were stable, one after the other. */
const MOST_EARLY_ENDS = 20;
/** The longest pause, as an index, before a server that ended early is started again. */
const LONGEST_EARLY_PAUSE = 3;

/**
 * Watches a local Neo4j, regardless of which process owns it. Within seconds, it detects that the server has exited or
 * that its database has failed. It then restarts the server at the same address, or finds a server that another process
 * has started in the meantime.
 */
export function supervise(
  first: LocalNeo4j,
  options: LocalOptions,
  { log, onGiveUp, state, pausesMs = PAUSES_MS }: SuperviseOptions,
): Supervision {
  let current = first;
  let since = Date.now();
  let earlyEnds = 0;
  const ending = new AbortController();
  const { signal } = ending;
  const port = Number(new URL(first.uri).port);

  /** Has the database failed since the last restart? Its owner restarts it. */
  const hasFailed = (): boolean => {
    const now = state?.();
    return now !== undefined && current.owned && now.pulse === 'failed' && now.askedAt > since;
  };

  const restart = async (): Promise<void> => {
    const found = await ensureLocal({ ...options, port });
    if (found.uri !== first.uri) {
      await found.stop();
      throw new Error(
        `the local Neo4j server is now running at ${found.uri}, but this process is still using ${first.uri}; restart this process`,
      );
    }
    current = found;
    since = Date.now();
  };

  /** Which pause comes before the first attempt: the first end costs none, and each early end after it a longer one. */
  const earlyPause = () => Math.max(0, Math.min(earlyEnds - 1, LONGEST_EARLY_PAUSE, pausesMs.length - 1));

  /** Tries until the server runs; returns the reason when it gives up. */
  const bringBack = async (): Promise<string | null> => {
    if (earlyEnds > MOST_EARLY_ENDS) return `has stopped ${earlyEnds} times shortly after starting`;
    let told = 0;
    let full = false;
    let attempts = 0;
    while (!signal.aborted) {
      const wait = full ? FULL_DISK_PAUSE_MS : pausesMs[attempts || earlyPause()];
      if (wait === undefined) return `could not be restarted after ${attempts} attempts`;
      if (!full) attempts += 1;
      await rest(wait, signal);
      if (signal.aborted) break;
      try {
        await restart();
        log.info(`The local Neo4j server is running again at ${current.uri}.`);
        break;
      } catch (error) {
        full = error instanceof LocalServerError && error.code === 'DISK_FULL';
        if (full && Date.now() - told < FULL_DISK_LOG_MS) continue;
        told = Date.now();
        log.error(
          `The local Neo4j server could not be started: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
    }
    return null;
  };

  const watch = async (): Promise<void> => {
    while (!signal.aborted) {
      await rest(CHECK_MS, signal);
      const failed = hasFailed();
      if (signal.aborted || (!failed && (await current.running()))) continue;
      earlyEnds = Date.now() - since > STABLE_MS ? 0 : earlyEnds + 1;
      log.error(
        failed
          ? `The database of the local Neo4j server at ${current.uri} has failed, and the server is being restarted.`
          : `The local Neo4j server at ${current.uri} has stopped and is being restarted.`,
      );
      if (failed) await current.stop();
      const reason = await bringBack();
      if (reason === null) continue;
      log.error(`The local Neo4j server ${reason}. Glossograph will not try to restart the server again.`);
      return onGiveUp();
    }
  };

  const watching = watch();
  return {
    async end() {
      ending.abort();
      await watching;
      return current;
    },
  };
}
