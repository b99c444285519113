import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { LocalServerError } from './errors.ts';

const run = promisify(execFile);

/** Sets the password of a new store with Neo4j's own command. */
export async function setInitialPassword(
  java: string,
  classPath: string[],
  home: string,
  conf: string,
  secret: string,
) {
  // In a file, as every user of the machine can read a command line.
  const file = join(conf, 'initial-password');
  await writeFile(file, `${secret}\n`, { mode: 0o600 });
  const admin = ['org.neo4j.cli.AdminTool', 'dbms', 'set-initial-password', `@${file}`];
  const env = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: conf };
  try {
    await run(java, ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', ...classPath, `-Dbasedir=${home}`, ...admin], {
      env,
    });
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    throw new LocalServerError(
      'START_FAILED',
      `The password of the new database could not be set: ${said.replaceAll(secret, '…').trim().split('\n').at(-1)}`,
    );
  } finally {
    await rm(file, { force: true });
  }
}
