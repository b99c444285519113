import { BackupError } from '../backup/errors.ts';
import { type Config, ConfigError, parseConfig } from '../config.ts';
import { ConnectError } from '../graph/connect-error.ts';
import { LocalServerError } from '../graph/local/errors.ts';
import { MigrationError } from '../graph/migrate.ts';
import { ListenError } from '../http/server.ts';
import { MeaningUnavailableError } from '../meaning/model.ts';
import { ImportError } from '../store/errors.ts';
import { OutcomeUnknownError } from '../store/outcome.ts';
import { Progress } from './progress.ts';
import { openSession, type Session } from './session.ts';
import { watchSession } from './watch.ts';

/** The error for a command with options or files that it does not accept. The message is shown to the user. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Errors whose messages are shown to the user as they are. Any other error is a bug. */
const FOR_PEOPLE = [
  BackupError,
  ConfigError,
  ConnectError,
  ImportError,
  ListenError,
  LocalServerError,
  MeaningUnavailableError,
  MigrationError,
  OutcomeUnknownError,
  UsageError,
];

const OTHERS_FIRST_MS = [15_000, 15_000, 30_000];

/** The objects that each command receives. */
export interface Tools {
  config: Config;
  progress: Progress;
}

/** Runs a command after reading the settings. If the command fails, prints one message and sets exit code 1. */
export async function perform(work: (tools: Tools) => Promise<void>): Promise<void> {
  const progress = new Progress();
  try {
    await work({ config: parseConfig(process.env), progress });
  } catch (error) {
    progress.say(`glossograph: ${messageOf(error)}`);
    process.exitCode = 1;
  }
}

/**
 * Runs a command on the open graph and closes the graph afterward. If the local Neo4j exits while the command is
 * running, it is restarted.
 */
export async function performOnGraph(
  work: (session: Session, tools: Tools) => Promise<void>,
  options: Parameters<typeof openSession>[2] = {},
): Promise<void> {
  await perform(async (tools) => {
    const session = await openSession(tools.config, tools.progress, options);
    const say = tools.progress.say.bind(tools.progress);
    // A server that another process owns is that process's to restart; a command that does it would soon stop it again.
    const pausesMs = session.local?.neo4j.owned === false ? OTHERS_FIRST_MS : undefined;
    const watch = watchSession(session, { restarts: { error: say, info: say }, pausesMs });
    try {
      await work(session, tools);
    } finally {
      await watch.end();
      await session.close();
    }
  });
}

function messageOf(error: unknown): string {
  if (FOR_PEOPLE.some((known) => error instanceof known)) return (error as Error).message;
  const message = error instanceof Error ? error.message : String(error);
  if (process.env.LOG_LEVEL === 'debug' && error instanceof Error) return error.stack ?? message;
  return `unexpected error: ${message.split('\n')[0]} (set LOG_LEVEL=debug for details)`;
}
