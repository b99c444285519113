import { statement } from '../../src/graph/statement.ts';

/** A version of a standard: `Standard:us-core/6.1.0` is "6.1.0", `Standard:uscdi/v3` is "v3". */
export interface KnownVersion {
  id: string;
  version: string;
}

/** The statements of `src/import/supersedes.ts`. */
export const supersedes = {
  knownVersions: statement<{ standard: string }, KnownVersion>('supersedes/known-versions'),
};
