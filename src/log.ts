import { destination, type Logger, pino } from 'pino';
import type { Config } from './config.ts';

/** Structured logs on standard error: standard output is for what a command answers. */
export function createLog({ LOG_LEVEL }: Pick<Config, 'LOG_LEVEL'>): Logger {
  return pino({ level: LOG_LEVEL, base: null }, destination(2));
}
