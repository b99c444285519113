import { readdir, readFile } from 'node:fs/promises';
import { expect } from 'vitest';

/**
 * Stops a process as a hung one stops, and waits until it has: the kernel stops a process thread by thread, so that on a
 * busy machine a JVM may answer for some milliseconds after the signal. Where there is no /proc, it waits for nothing.
 */
export async function freeze(pid: number): Promise<void> {
  process.kill(pid, 'SIGSTOP');
  await expect.poll(() => threadsOf(pid), { timeout: 10_000, interval: 10 }).toSatisfy(allStopped);
}

/** The state of each thread, as in proc(5): `T` is stopped. */
async function threadsOf(pid: number): Promise<string[]> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const stats = await Promise.all(
    threads.map((id) => readFile(`/proc/${pid}/task/${id}/stat`, 'utf8').catch(() => '')),
  );
  return stats.filter(Boolean).map((stat) => stat.slice(stat.lastIndexOf(')') + 2).charAt(0));
}

const allStopped = (states: string[]): boolean => states.every((state) => state === 'T');
