/** The words that the summaries of `backup` and `restore` share. */
import type { BackupHeader } from '../backup/format.ts';

const UNIT = 1_000;

/** The content of a backup, such as "452 entities and 1371 relations (data version 0123456789abcdef)". */
export const backupInWords = ({ nodes, relations, dataVersion }: BackupHeader): string =>
  `${nodes.Entity} entities and ${relations} relations (data version ${dataVersion})`;

/** The time since a call of `performance.now`, such as "1.5 s". */
export const secondsSince = (started: number): string => `${((performance.now() - started) / 1_000).toFixed(1)} s`;

/** The size of a file, such as "312 kB". */
export function fileSizeInWords(bytes: number): string {
  if (bytes < UNIT) return `${bytes} bytes`;
  if (bytes < UNIT ** 2) return `${Math.round(bytes / UNIT)} kB`;
  return `${(bytes / UNIT ** 2).toFixed(1)} MB`;
}
