import { spawn } from 'node:child_process';
import type { Writable } from 'node:stream';

/** The error if Maven is not installed (`reason` is null), or if Maven failed for the printed reason. */
export class MavenError extends Error {
  override readonly name = 'MavenError';
  readonly reason: string | null;

  constructor(reason: string | null) {
    super(reason ?? 'Maven (mvn) was not found');
    this.reason = reason;
  }
}

/** Where and how to run Maven. */
export interface MavenOptions {
  /** The folder in which Maven runs. Maven might leave marker files there. */
  cwd: string;
  env?: NodeJS.ProcessEnv;
  /** Receives everything that Maven prints. The stream ends when Maven exits. */
  log?: Writable;
}

/**
 * Runs Maven without a terminal.
 *
 * @throws MavenError
 */
export async function runMaven(args: readonly string[], { cwd, env = process.env, log }: MavenOptions): Promise<void> {
  const [code, printed] = await new Promise<[number | null, string]>((done, fail) => {
    const child = spawn('mvn', ['-B', ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const output of [child.stdout, child.stderr]) {
      output.setEncoding('utf8');
      output.on('data', (chunk: string) => {
        log?.write(chunk);
        text += chunk;
      });
    }
    child.on('error', () => fail(new MavenError(null)));
    child.on('close', (code) => done([code, text]));
  }).finally(() => log && new Promise((ended) => log.end(ended)));
  if (code === 0) return;
  const error = printed.split('\n').find((line) => line.startsWith('[ERROR]'));
  throw new MavenError(error?.slice('[ERROR]'.length).trim() ?? `the exit code was ${code}`);
}
