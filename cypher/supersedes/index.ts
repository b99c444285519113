import type { KnownVersion } from '../../src/import/supersedes.ts';
import { statement } from '../import/index.ts';

/** What `src/import/supersedes.ts` reads. */
export const supersedes = {
  knownVersions: statement<{ standard: string }, KnownVersion>('supersedes/known-versions'),
};
