import { destination, type Logger, pino } from 'pino';
import type { Config } from './config.ts';

/** Creates the structured log on standard error. Standard output is reserved for the result of a command. */
export function createLog({ LOG_LEVEL }: Pick<Config, 'LOG_LEVEL'>): Logger {
  return pino({ level: LOG_LEVEL, base: null }, destination(2));
}
