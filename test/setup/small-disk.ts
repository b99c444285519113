import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether this process may mount a small disk: it is root on Linux. Tests that need one are skipped elsewhere. */
export const SMALL_DISKS = canMount();

/** Does something on a disk of its own, in memory. Whatever uses the disk must have ended afterwards. */
export async function onSmallDisk<T>(mebibytes: number, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'glossograph-disk-'));
  mount(mebibytes, folder);
  try {
    return await work(folder);
  } finally {
    execFileSync('umount', ['--lazy', folder]);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Takes all the space that a disk has left. Remove the file to give it back. */
export function fillDisk(file: string): void {
  try {
    execFileSync('dd', ['if=/dev/zero', `of=${file}`, 'bs=1M'], { stdio: 'ignore' });
  } catch {
    // full
  }
  try {
    execFileSync('dd', ['if=/dev/zero', `of=${file}`, 'bs=4k', 'oflag=append', 'conv=notrunc'], { stdio: 'ignore' });
  } catch {
    // to the last block
  }
}

function mount(mebibytes: number, folder: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
}

function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const probe = execFileSync('mktemp', ['-d'], { encoding: 'utf8' }).trim();
  try {
    mount(1, probe);
    execFileSync('umount', [probe]);
    return true;
  } catch {
    return false;
  } finally {
    execFileSync('rmdir', [probe]);
  }
}
