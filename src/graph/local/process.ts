import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Whether a process with this process id exists. The id might have belonged to another process earlier: see `startOf`.
 */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * The start time of a process as an opaque string. A process id alone does not identify a process because the system
 * reuses ids. On Linux, the string is the number of clock ticks since boot (proc(5), field 22 of stat); on other
 * systems, it is the output of `ps`.
 *
 * @returns null if the process does not exist, or if it has exited but its parent has not yet been notified
 */
export async function startOf(pid: number): Promise<string | null> {
  if (!isAlive(pid)) return null;
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (stat !== null) {
    // The second field is the program's name in parentheses, which may hold blanks and parentheses.
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' || state === 'X' ? null : (rest[18] ?? null);
  }
  const { stdout } = await run('ps', ['-o', 'lstart=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.trim().replaceAll(/\s+/g, '_') || null;
}

/** The processes whose command line contains a text, with their command lines. */
export async function processesWith(text: string): Promise<{ pid: number; args: string }[]> {
  const { stdout } = await run('ps', ['-A', '-ww', '-o', 'pid=,args='], { maxBuffer: 1 << 26 }).catch(() => ({
    stdout: '',
  }));
  return stdout
    .split('\n')
    .flatMap((line) => {
      const [, pid, args = ''] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? [];
      return pid !== undefined && args.includes(text) ? [{ pid: Number(pid), args }] : [];
    })
    .filter(({ pid }) => pid !== process.pid);
}

const COMMAND = /(?:main\.[jt]s|glossograph)\s+([a-z-]+)/;

/**
 * The name of a process for messages, such as "`glossograph start` (process 4711)". The keeper of a server is named after
 * the command that started the server.
 */
export async function nameOfProcess(pid: number): Promise<string> {
  const { stdout } = await run('ps', ['-ww', '-o', 'ppid=,args=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  const [, parent = '0', args = ''] = /^\s*(\d+)\s+(.*)/.exec(stdout) ?? [];
  if (/keeper\.[jt]s /.test(args) && Number(parent) > 1) return nameOfProcess(Number(parent));
  const command = COMMAND.exec(args)?.[1];
  return command === undefined ? `process ${pid}` : `\`glossograph ${command}\` (process ${pid})`;
}

/** Waits until a condition is true. Returns false if the condition is not true in time. */
export async function waitUntil(holds: () => boolean | Promise<boolean>, patienceMs: number): Promise<boolean> {
  for (const until = Date.now() + patienceMs; ; ) {
    if (await holds()) return true;
    if (Date.now() >= until) return false;
    await pause(100);
  }
}

/** A pause. */
export const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));
