/** Lock files that are empty, stale or name a process of another program. */
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { command, nothingLeft } from './processes.ts';
import { promise, seconds } from './promises.ts';

const LONGEST_MS = 120_000;

/** @param dataDir a folder with a seeded store on which nothing runs */
export async function lockFaults(dataDir: string): Promise<void> {
  const foreign: ChildProcess = spawn('sleep', ['3600']);
  const ended = spawn('true');
  await new Promise((done) => ended.once('close', done));
  const locks: [string, string][] = [
    ['empty', ''],
    ['stale', `${ended.pid} 12345\n`],
    ['stale, of an older version', `${ended.pid}`],
    ['foreign', `${foreign.pid} 12345\n`],
    ['foreign, of an older version', `${foreign.pid}`],
  ];
  try {
    for (const [name, text] of locks) {
      await writeFile(join(dataDir, 'neo4j.lock'), text);
      const { code, err, milliseconds } = await command(dataDir, ['status']);
      const fine = code === 0 && milliseconds < LONGEST_MS && (await nothingLeft(dataDir));
      promise(`lock ${name}`, fine, `exit code ${code} after ${seconds(milliseconds)}${code === 0 ? '' : err}`);
    }
  } finally {
    foreign.kill('SIGKILL');
  }
}
