/** The container engine and Compose, through their command lines, as people use them. */
import { spawn } from 'node:child_process';

/** A command that has ended. */
export interface EndedCommand {
  code: number | null;
  /** The standard output without the last line break. */
  out: string;
  err: string;
}

/** Runs a command to its end. The code is null if the program does not exist. */
export function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<EndedCommand> {
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (said.out += chunk));
  child.stderr.on('data', (chunk) => (said.err += chunk));
  return new Promise((done) => {
    child.once('error', ({ message }) => done({ code: null, out: '', err: message }));
    child.once('close', (code) => done({ code, out: said.out.trimEnd(), err: said.err.trimEnd() }));
  });
}

/**
 * Runs a command of the engine and returns what it prints.
 *
 * @throws an error with the output if the command fails
 */
export async function docker(...args: readonly string[]): Promise<string> {
  const { code, out, err } = await run('docker', args);
  if (code !== 0) throw new Error(`docker ${args.join(' ')}: exit code ${code}\n${out}\n${err}`);
  return out;
}

/** Why there is no container engine to test with, or undefined if one responds. */
export async function engineFault(): Promise<string | undefined> {
  const { code, err } = await run('docker', ['version', '--format', '{{.Server.Version}}']);
  if (code === 0) return undefined;
  return code === null ? 'the command docker was not found' : (err.split('\n').at(-1) ?? `docker ended with ${code}`);
}

/** The command of Compose: version 2, which is a part of `docker`, or version 1. */
export async function composeCommand(): Promise<readonly [string, ...string[]]> {
  if ((await run('docker', ['compose', 'version'])).code === 0) return ['docker', 'compose'];
  if ((await run('docker-compose', ['version'])).code === 0) return ['docker-compose'];
  throw new Error('The container tests need Docker Compose: docker compose or docker-compose.');
}

/** The label of everything that belongs to one run of the container tests. `TEST_RUN` contains the name of the run. */
export const RUN_LABEL = 'glossograph.test-run';
/** The label that Compose gives to everything in a project. The project has the name of the run. */
const PROJECT_LABEL = 'com.docker.compose.project';

/**
 * Removes the containers, networks, volumes, and images of a run, whatever state they are in. The engine may still create
 * something that a killed command has asked for, so this function looks until it finds nothing.
 */
export async function removeRun(name: string): Promise<void> {
  while ((await removeOnce(name)) > 0);
}

async function removeOnce(name: string): Promise<number> {
  let removed = 0;
  for (const label of [RUN_LABEL, PROJECT_LABEL]) {
    const filter = ['--quiet', '--filter', `label=${label}=${name}`];
    for (const [kind, list, remove] of [
      ['container', ['ls', '--all'], ['rm', '--force', '--volumes']],
      ['network', ['ls'], ['rm']],
      ['volume', ['ls'], ['rm', '--force']],
      ['image', ['ls'], ['rm', '--force']],
    ] as const) {
      const ids = (await docker(kind, ...list, ...filter)).split('\n').filter((id) => id !== '');
      if (ids.length === 0) continue;
      await docker(kind, ...remove, ...new Set(ids));
      removed += ids.length;
    }
  }
  return removed;
}
