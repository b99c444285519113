import { type DatabaseState, type StateLog, watchDatabase } from '../graph/heartbeat.ts';
import { supervise } from '../graph/local/supervise.ts';
import type { Session } from './session.ts';

/** Who hears of what happens to the database of a session. */
export interface WatchOptions {
  /** Hears that the database stops answering and answers again; a command that runs briefly needs no such line. */
  log?: StateLog | undefined;
  /** Hears of the local Neo4j's restarts. */
  restarts: StateLog;
  /** See `SuperviseOptions`. */
  pausesMs?: readonly number[] | undefined;
  /** Called once, when the local Neo4j cannot be restarted. */
  onGiveUp?: (() => void) | undefined;
}

/** A watch over the database of a session. */
export interface Watch {
  state(): DatabaseState;
  /** Ends the watch, and stops the local Neo4j if this process started it. */
  end(): Promise<void>;
}

const SILENT: StateLog = { error: () => undefined, info: () => undefined };

/** Watches the database of a session, and restarts the local Neo4j when it ends or fails. */
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
