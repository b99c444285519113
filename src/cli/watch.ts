import { type DatabaseState, type StateLog, watchDatabase } from '../graph/heartbeat.ts';
import { supervise } from '../graph/local/supervise.ts';
import type { Session } from './session.ts';

/** The listeners for events in the database of a session. */
export interface WatchOptions {
  /**
   * Called when the database stops responding and when it responds again. A short command does not need this log entry.
   */
  log?: StateLog | undefined;
  /** Called when the local Neo4j restarts. */
  restarts: StateLog;
  /** See `SuperviseOptions`. */
  pausesMs?: readonly number[] | undefined;
  /** Called once if the local Neo4j cannot be restarted. */
  onGiveUp?: (() => void) | undefined;
}

/** A watch on the database of a session. */
export interface Watch {
  state(): DatabaseState;
  /** Ends the watch. Also stops the local Neo4j if this process started it. */
  end(): Promise<void>;
}

const SILENT: StateLog = { error: () => undefined, info: () => undefined };

/** Watches the database of a session, and restarts the local Neo4j if it exits or fails. */
export function watchSession(
  session: Session,
  { log = SILENT, restarts, pausesMs, onGiveUp = () => undefined }: WatchOptions,
): Watch {
  const heartbeat = watchDatabase(session.address, log);
  const supervision =
    session.local &&
    supervise(session.local.neo4j, session.local.options, {
      log: restarts,
      onGiveUp,
      pausesMs,
      state: heartbeat.state,
    });
  return {
    state: heartbeat.state,
    async end() {
      await heartbeat.stop();
      const last = await supervision?.end();
      await last?.stop();
    },
  };
}
