/** The processor time and the memory of other processes, from the files in /proc. */
import { readFileSync } from 'node:fs';

/** Clock ticks per second, which Linux fixes at 100 for programs (proc(5)). */
const TICKS = 100;

/** The processor time of a process so far, in milliseconds. 0 if the system has no /proc. */
export function cpuMilliseconds(pid: number): number {
  const stat = textOf(`/proc/${pid}/stat`);
  // The second field is the program's name in parentheses, which can contain spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user = 0, system = 0] = [Number(fields[11]), Number(fields[12])];
  return stat === '' ? 0 : ((user + system) * 1000) / TICKS;
}

/** The resident memory of a process, and the most that it has had, in MB. 0 if the system has no /proc. */
export function memoryMegabytes(pid: number): { now: number; most: number } {
  const status = textOf(`/proc/${pid}/status`);
  const field = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
  return { now: field('VmRSS'), most: field('VmHWM') };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
