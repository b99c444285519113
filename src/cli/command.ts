import { type Config, ConfigError, parseConfig } from '../config.ts';
import { ConnectError } from '../graph/connect-error.ts';
import { LocalServerError } from '../graph/local/errors.ts';
import { MigrationError } from '../graph/migrate.ts';
import { ListenError } from '../http/server.ts';
import { ImportError } from '../store/errors.ts';
import { Progress } from './progress.ts';
import { openSession, type Session } from './session.ts';

/** A fault of how a command was called, or of what it was given. The message is for the person who called it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Errors whose messages are whole and meant for people. Anything else is a fault of ours. */
const FOR_PEOPLE = [ConfigError, ConnectError, ImportError, ListenError, LocalServerError, MigrationError, UsageError];

/** What a command works with. */
export interface Tools {
  config: Config;
  progress: Progress;
}

/** Runs a command: settings first, and any failure becomes one message and exit code 1. */
export async function perform(work: (tools: Tools) => Promise<void>): Promise<void> {
  const progress = new Progress();
  try {
    await work({ config: parseConfig(process.env), progress });
  } catch (error) {
    progress.say(`glossograph: ${messageOf(error)}`);
    process.exitCode = 1;
  }
}

/** Runs a command on the open graph, which is closed again whatever happens. */
export async function performOnGraph(work: (session: Session, tools: Tools) => Promise<void>): Promise<void> {
  await perform(async (tools) => {
    const session = await openSession(tools.config, tools.progress);
    try {
      await work(session, tools);
    } finally {
      await session.close();
    }
  });
}

function messageOf(error: unknown): string {
  if (FOR_PEOPLE.some((known) => error instanceof known)) return (error as Error).message;
  const message = error instanceof Error ? error.message : String(error);
  if (process.env.LOG_LEVEL === 'debug' && error instanceof Error) return error.stack ?? message;
  return `something unexpected: ${message.split('\n')[0]} (LOG_LEVEL=debug shows more)`;
}
