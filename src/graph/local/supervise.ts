import type { LocalNeo4j } from './launch.ts';
import { pause } from './process.ts';
import { ensureLocal, type LocalOptions } from './server.ts';

/** Where a supervisor reports: a pino logger, for example. */
export interface SupervisorLog {
  error(message: string): void;
  info(message: string): void;
}

/** How a local Neo4j is watched; for tests, too. */
export interface SuperviseOptions {
  log: SupervisorLog;
  /** Called once, when the Neo4j cannot be restarted. */
  onGiveUp: () => void;
  /** Pauses before each attempt to restart, in milliseconds. After the last one the supervisor gives up. */
  pausesMs?: readonly number[] | undefined;
}

/** A supervisor at work. */
export interface Supervision {
  /** Ends the watch, after a restart under way; returns the Neo4j that runs, which the caller stops. */
  end(): Promise<LocalNeo4j>;
}

const CHECK_MS = 1_000;
const PAUSES_MS = [0, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000];
/** A server that ran for this long is stable: the next failure begins with the first pause again. */
const STABLE_MS = 120_000;

/**
 * Watches a local Neo4j, whichever process owns it, and notices within seconds that it is gone. Then it starts the server
 * again at the same address, or finds the one that another process has started meanwhile.
 */
export function supervise(
  first: LocalNeo4j,
  options: LocalOptions,
  { log, onGiveUp, pausesMs = PAUSES_MS }: SuperviseOptions,
): Supervision {
  let current = first;
  let ending = false;
  const port = Number(new URL(first.uri).port);

  const restart = async (): Promise<void> => {
    const found = await ensureLocal({ ...options, port });
    if (found.uri !== first.uri) {
      await found.stop();
      throw new Error(`it runs at ${found.uri} now, but this process uses ${first.uri}. Restart this process.`);
    }
    current = found;
  };

  const watch = async (): Promise<void> => {
    let failures = 0;
    let since = Date.now();
    while (!ending) {
      await pause(CHECK_MS);
      if (ending || (await current.running())) continue;
      if (Date.now() - since > STABLE_MS) failures = 0;
      log.error(`The local Neo4j at ${current.uri} has ended. Starting it again.`);
      for (;;) {
        const wait = pausesMs[failures];
        if (wait === undefined) {
          log.error(`The local Neo4j cannot be kept running: giving up after ${failures} attempts.`);
          return onGiveUp();
        }
        failures += 1;
        for (const until = Date.now() + wait; Date.now() < until && !ending; ) await pause(100);
        if (ending) return;
        try {
          await restart();
          log.info(`The local Neo4j runs again at ${current.uri}.`);
          since = Date.now();
          break;
        } catch (error) {
          log.error(`The local Neo4j could not be started: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
    }
  };

  const watching = watch();
  return {
    async end() {
      ending = true;
      await watching;
      return current;
    },
  };
}
