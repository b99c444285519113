import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseDownError } from '../online.ts';
import { LocalServerError } from './errors.ts';
import { diskFullError, isDiskFull } from './space.ts';

const NO_SPACE = /No space left|disk space/i;
const STORE = /store|recover|transaction log|checksum|corrupt/i;

/** Explains a failed start of the local Neo4j. `what` is the event, or the database's own error. */
export async function startFailure(dataDir: string, log: string, what: unknown): Promise<LocalServerError> {
  const text = await readFile(log, 'utf8').catch(() => '');
  const reason = what instanceof DatabaseDownError ? what.statusMessage : lastWords(text);
  if (NO_SPACE.test(`${reason}${text}`) || (await isDiskFull(dataDir))) return diskFullError(dataDir);
  const home = join(dataDir, 'neo4j');
  if (what instanceof DatabaseDownError || (isCause(text) && STORE.test(reason))) {
    return new LocalServerError(
      'DAMAGED_STORE',
      `The database of the local Neo4j server in ${home} is damaged. Neo4j reported: ${reason} Restore the folder from a backup, or delete ${home} and ${join(dataDir, 'neo4j.password')} to start with an empty graph, and then load the seed and import your files again. Details are in ${join(home, 'logs', 'debug.log')}.`,
    );
  }
  const said = what instanceof Error ? what.message : String(what);
  return new LocalServerError(
    'START_FAILED',
    `The local Neo4j server did not start: ${said.replace(/\.$/, '')}. ${reason} The server log is ${log}.`,
  );
}

const isCause = (text: string): boolean => /^Caused by: /m.test(text);

/** The deepest cause in Neo4j's log, else its last line. */
function lastWords(text: string): string {
  const lines = text.trim().split('\n');
  const cause = lines.filter((line) => line.startsWith('Caused by: ')).at(-1);
  const words = cause === undefined ? (lines.at(-1) ?? '') : cause.replace(/^Caused by: (\S+: )?/, '');
  return words === '' ? '' : words.trim().replace(/[^.]$/, '$&.');
}
