/** Processes of the command line, as people run it, and what is left of them. */
import type { ChildProcess } from 'node:child_process';
import { mkdir, readFile, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ensureJars, NEO4J_VERSION } from '../../src/graph/local/jars.ts';
import { processesWith, waitUntil } from '../../src/graph/local/process.ts';
import { glossograph } from '../../test/setup/command-line.ts';

const JARS_DIR = process.env.GLOSSOGRAPH_DATA ?? '.glossograph';

/** A command that has ended. */
export interface Ended {
  code: number | null;
  out: string;
  err: string;
  milliseconds: number;
}

/** A running `glossograph start`. */
export interface Api {
  url: string;
  process: ChildProcess;
  /** What it has written to standard error. */
  log(): string;
  /** Stops it in order; undefined when it does not end in a minute. */
  stop(): Promise<number | null | undefined>;
}

/** Makes a data folder that uses the jars of this project. */
export async function dataFolder(parent: string, name = 'data'): Promise<string> {
  await ensureJars(resolve(JARS_DIR), (what) => console.log(what));
  const dataDir = join(parent, name);
  await mkdir(dataDir, { recursive: true });
  const jars = `neo4j-${NEO4J_VERSION}`;
  await symlink(resolve(JARS_DIR, jars), join(dataDir, jars)).catch(() => undefined);
  return dataDir;
}

/** Without search by meaning: the vectors of 10,000 long texts take ten minutes, and no promise is about them. */
const environment = (dataDir: string): NodeJS.ProcessEnv => {
  const { NEO4J_URI: _uri, ...rest } = process.env;
  return { ...rest, GLOSSOGRAPH_DATA: dataDir, LOG_LEVEL: 'warn', PORT: '0', NEO4J_HEAP: '1g', MEANING: 'off' };
};

/** Runs a command to its end; one that does not end in time is killed and has the code null. */
export function command(dataDir: string, args: readonly string[], patienceMs = 600_000): Promise<Ended> {
  const started = performance.now();
  const child = glossograph(args, environment(dataDir));
  const said = { out: '', err: '' };
  child.stdout?.on('data', (chunk) => (said.out += chunk));
  child.stderr?.on('data', (chunk) => (said.err += chunk));
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  return new Promise((done) =>
    child.once('close', (code) => {
      clearTimeout(timer);
      done({ code, ...said, milliseconds: performance.now() - started });
    }),
  );
}

/** Starts the API on a free port and waits until it serves. */
export async function startApi(dataDir: string): Promise<Api> {
  const child = glossograph(['start'], environment(dataDir));
  let said = '';
  child.stderr?.on('data', (chunk) => (said += chunk));
  child.stdout?.resume();
  const url = () => /Explorer +(http\S+)\//.exec(said)?.[1];
  await waitUntil(() => url() !== undefined || child.exitCode !== null, 600_000);
  const found = url();
  if (found === undefined) throw new Error(`glossograph start did not serve:\n${said}`);
  const ended = new Promise<number | null>((done) => child.once('close', done));
  return {
    url: found,
    process: child,
    log: () => said,
    async stop() {
      child.kill('SIGTERM');
      const code = await Promise.race([ended, new Promise<undefined>((done) => setTimeout(done, 60_000, undefined))]);
      if (code === undefined) child.kill('SIGKILL');
      return code;
    },
  };
}

/** The Neo4j servers on a folder, keepers not counted. */
export async function serversOn(dataDir: string): Promise<number[]> {
  const found = await processesWith(`--home-dir=${join(dataDir, 'neo4j')} `);
  return found.filter(({ args }) => !/keeper\.[jt]s/.test(args)).map(({ pid }) => pid);
}

/** What a folder's running server is, as its state file says. */
export const stateOf = async (
  dataDir: string,
): Promise<{ uri: string; user: string; password: string; serverPid: number }> =>
  JSON.parse(await readFile(join(dataDir, 'neo4j.json'), 'utf8'));

/** Whether nothing of a folder runs any more, after a moment. */
export const nothingLeft = (dataDir: string): Promise<boolean> =>
  waitUntil(async () => (await processesWith(`${dataDir}/`)).length === 0, 20_000);
