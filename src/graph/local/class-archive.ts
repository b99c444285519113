import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { rename, rm, stat } from 'node:fs/promises';
import type { Told } from './jars.ts';
import { STARTED, serverMain } from './main-class.ts';

const PATIENCE_MS = 90_000;

/**
 * The JVM options for an archive of Neo4j's loaded classes (application class-data sharing). The archive saves two
 * seconds on each start. It is created once for each Java installation, in the folder of the JARs: a server is started
 * and then stopped as soon as it is ready. If creating the archive fails, the server starts without it. A JVM that
 * cannot use an archive ignores it.
 */
export async function classArchive(
  lib: string,
  java: string,
  classPath: readonly string[],
  { home, conf, told }: { home: string; conf: string; told: Told },
): Promise<string[]> {
  const file = `${lib}-${createHash('sha256').update(java).digest('hex').slice(0, 8)}.jsa`;
  const use = [`-XX:SharedArchiveFile=${file}`, '-Xshare:auto'];
  if (await exists(file)) return use;
  told('preparing for faster startup (one time only)');
  const draft = `${file}.${process.pid}`;
  try {
    await startAndStop(java, [
      `-XX:ArchiveClassesAtExit=${draft}`,
      '-Xmx512m',
      ...classPath,
      ...serverMain(home, conf),
    ]);
    await rename(draft, file);
    return use;
  } catch {
    await rm(draft, { force: true });
    return [];
  }
}

/** Runs a server until it is up, and waits for its orderly end. */
function startAndStop(java: string, args: readonly string[]): Promise<void> {
  return new Promise((done, fail) => {
    const server = spawn(java, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    const timer = setTimeout(() => server.kill('SIGKILL'), PATIENCE_MS);
    const endWithUs = () => server.kill('SIGTERM');
    process.once('exit', endWithUs);
    let said = '';
    server.stdout.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2_000);
      if (STARTED.test(said)) server.kill('SIGTERM');
    });
    server.once('error', fail);
    server.once('close', () => {
      clearTimeout(timer);
      process.off('exit', endWithUs);
      done();
    });
  });
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
