/**
 * `npm run test:containers`: some of the usual tests with a Neo4j in a container, and then the tests of the image and of
 * docker-compose.yml. Nothing of this run is left, also if a test fails or a signal ends the run. Without a container engine, the
 * tests are skipped with one line and exit code 0.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { engineFault, removeRun } from './engine.ts';

/** Test files that migrate, write, read, and traverse. The other files use the database in no other way. */
const REPRESENTATIVE = ['test/graph/migrate.test.ts', 'test/store/write.test.ts', 'test/traversal/paths.test.ts'];

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const name = `glossograph-test-${process.pid}`;
let running: ChildProcess | undefined;
let isStopped = false;

/** Runs Vitest in a process group of its own, which includes the commands that the tests run. */
async function vitest(args: readonly string[], env: NodeJS.ProcessEnv): Promise<boolean> {
  if (isStopped) return false;
  const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...args], {
    ...{ cwd: ROOT, detached: true, stdio: 'inherit' },
    env: { ...process.env, TEST_RUN: name, ...env },
  });
  running = child;
  const code = await new Promise((done) => child.once('close', done));
  running = undefined;
  return code === 0;
}

function stop(): void {
  isStopped = true;
  if (running?.pid !== undefined) process.kill(-running.pid, 'SIGKILL');
}

const fault = await engineFault();
if (fault !== undefined) {
  console.log(`The container tests are skipped because no container engine responds: ${fault}`);
} else {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  process.exitCode = 1;
  try {
    const isUsable = await vitest(REPRESENTATIVE, { TEST_NEO4J: 'container', TEST_WORKERS: '1' });
    const isImageFine = await vitest(['--config', 'test/containers/vitest.config.ts'], {});
    if (isUsable && isImageFine) process.exitCode = 0;
  } finally {
    await removeRun(name);
  }
}
