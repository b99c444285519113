import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { GraphAddress } from '../../src/graph/connect.ts';

/** A server in a process of its own. */
export interface Served {
  port: number;
  pid: number;
  stop(): void;
}

/**
 * Starts a server such as `serve-app.ts` on a free port, which it prints.
 *
 * @param file its path below `bench`
 * @param env settings beside those of this process
 */
export function serve(
  file: string,
  { uri, user, password }: GraphAddress,
  env: NodeJS.ProcessEnv = {},
): Promise<Served> {
  const program = fileURLToPath(new URL(`../${file}`, import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Not on the command line, which every user of the machine can read.
    env: { ...process.env, ...env, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password },
  });
  return new Promise((done, fail) => {
    child.stdout.on('data', (chunk) => {
      const port = /port (\d+)/.exec(String(chunk))?.[1];
      if (port !== undefined) done({ port: Number(port), pid: child.pid ?? 0, stop: () => void child.kill() });
    });
    child.once('exit', () => fail(new Error(`${file} ended`)));
  });
}
