import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { closeDriver, openDriver } from '../connect.ts';
import { awaitOnline } from '../online.ts';
import { classArchive } from './class-archive.ts';
import { configuration, jvmOptions } from './configuration.ts';
import { keepPassword, password, writeState } from './folder.ts';
import { setInitialPassword } from './initial-password.ts';
import { NEO4J_VERSION, type Told } from './jars.ts';
import { passLock } from './lock.ts';
import { serverMain } from './main-class.ts';
import { machineMebibytes, mebibytes, memoryFor, type ServerMemory } from './memory.ts';
import { usualPort } from './port.ts';
import { pause, startOf } from './process.ts';
import { ensureSpace, isDiskFull, storeMebibytes } from './space.ts';
import { startFailure } from './start-failure.ts';

const USER = 'neo4j';
const START_PATIENCE_MS = 120_000;
/** After this time a start on a full disk has failed. */
const FULL_DISK_PATIENCE_MS = 20_000;
/** The keeper kills a server that does not stop after 15 s when the disk is full. */
const STOP_PATIENCE_MS = 20_000;

/** A local Neo4j that responds. */
export interface LocalNeo4j {
  uri: string;
  user: string;
  password: string;
  version: string;
  /** The memory of the server. Unknown if another process started it. */
  memory?: ServerMemory | undefined;
  /**
   * Whether this process started the server. If so, the server stops with this process. Otherwise, another process with
   * the same folder started it.
   */
  owned: boolean;
  /** Whether the server and its keeper are still running. */
  running(): Promise<boolean>;
  /** Writes the server's data to disk and stops the server. Does nothing if another process owns the server. */
  stop(): Promise<void>;
}

/** How a server is started. */
export interface LaunchOptions {
  /** The port for Bolt. The default is the folder's last port, or another free port. */
  port?: number | undefined;
  /** The maximum heap size, such as "4g". The default is a quarter of the machine's memory. */
  heap?: string | undefined;
  /** The memory for the page cache, such as "2g". The default depends on the store and the machine. */
  pageCache?: string | undefined;
  /** Additional JVM options, after Glossograph's own options. */
  jvm?: readonly string[] | undefined;
}

/**
 * Starts a server in a folder that this process has locked, and waits until its database runs statements.
 *
 * @throws LocalServerError DISK_FULL, DAMAGED_STORE, or START_FAILED with the cause from the server's log
 */
export async function launch(
  dataDir: string,
  java: string,
  lib: string,
  told: Told,
  options: LaunchOptions,
): Promise<LocalNeo4j> {
  const home = join(dataDir, 'neo4j');
  const conf = join(home, 'conf');
  await ensureSpace(dataDir);
  await mkdir(conf, { recursive: true });
  const port = options.port || (await usualPort(conf));
  const memory = await memoryOf(dataDir, options);
  await writeFile(join(conf, 'neo4j.conf'), configuration(port, memory, options.heap !== undefined));
  const classPath = ['-cp', join(lib, '*')];
  const { password: secret, fresh } = await password(dataDir);
  if (fresh) {
    told('preparing a new database');
    await setInitialPassword(java, classPath, home, conf, secret);
    await keepPassword(dataDir, secret);
  }
  const archive = await classArchive(lib, java, classPath, { home, conf, told });
  told('starting');
  const log = join(home, 'neo4j.log');
  const jvm = [...jvmOptions(memory), ...archive, ...(options.jvm ?? [])];
  const keeper = spawn(
    process.execPath,
    [...keeperProgram(), dataDir, log, java, ...jvm, ...classPath, ...serverMain(home, conf)],
    // Its own group and session: a Ctrl-C in the terminal is not for it.
    { detached: true, stdio: ['pipe', 'pipe', 'ignore'] },
  );
  const ended = new Promise<void>((done) => keeper.once('exit', () => done()));
  keeper.stdin?.on('error', () => undefined); // it has ended
  const address = { uri: `bolt://127.0.0.1:${port}`, user: USER, password: secret, version: NEO4J_VERSION };
  try {
    if (keeper.pid === undefined) throw new Error('the process that supervises the server did not start');
    await passLock(dataDir, keeper.pid);
    const pids = { keeperPid: keeper.pid, serverPid: await startedPid(keeper, dataDir) };
    await online(address);
    await writeState(dataDir, { ...address, ...pids });
    keeper.unref();
    for (const pipe of [keeper.stdin, keeper.stdout]) (pipe as { unref?: () => void }).unref?.();
    const stop = async () => {
      keeper.ref();
      keeper.stdin?.end();
      await ended;
    };
    return { ...address, memory, owned: true, running: () => bothRun(pids), stop };
  } catch (error) {
    const failure = await startFailure(dataDir, log, error);
    keeper.stdin?.end();
    await Promise.race([ended, pause(STOP_PATIENCE_MS)]);
    throw failure;
  }
}

async function memoryOf(dataDir: string, { heap, pageCache }: LaunchOptions): Promise<ServerMemory> {
  return memoryFor({
    store: await storeMebibytes(dataDir),
    machine: machineMebibytes(),
    heap: heap === undefined ? undefined : mebibytes(heap),
    pageCache: pageCache === undefined ? undefined : mebibytes(pageCache),
  });
}

/** Waits for the database: Neo4j says that it has started even when its database has failed. */
async function online(address: { uri: string; user: string; password: string }): Promise<void> {
  const driver = openDriver(address);
  try {
    await awaitOnline(driver, undefined, address.uri, { patienceMs: START_PATIENCE_MS });
  } finally {
    await closeDriver(driver);
  }
}

/** Whether a server and its keeper are both running. */
export async function bothRun({ keeperPid, serverPid }: { keeperPid: number; serverPid: number }): Promise<boolean> {
  return (await startOf(keeperPid)) !== null && (await startOf(serverPid)) !== null;
}

/** The keeper as this process was started: compiled, or from source. */
function keeperProgram(): string[] {
  const source = import.meta.url.endsWith('.ts');
  return [
    ...(source ? ['--import', 'tsx'] : []),
    fileURLToPath(new URL(source ? './keeper.ts' : './keeper.js', import.meta.url)),
  ];
}

/** Waits for `started PID`. Throws an Error when the server ends or takes too long; on a full disk it never starts. */
async function startedPid(keeper: ReturnType<typeof spawn>, dataDir: string): Promise<number> {
  let said = '';
  let timers: NodeJS.Timeout[] = [];
  try {
    return await new Promise<number>((done, fail) => {
      const failWith = (what: string) => fail(new Error(what));
      timers = [
        setTimeout(() => failWith('the server was not ready within two minutes'), START_PATIENCE_MS),
        setTimeout(
          () => void isDiskFull(dataDir).then((full) => full && failWith('the disk is full')),
          FULL_DISK_PATIENCE_MS,
        ),
      ];
      keeper.stdout?.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const pid = /started (\d+)/.exec(said)?.[1];
        if (pid !== undefined) done(Number(pid));
      });
      keeper.once('exit', () => failWith('the Neo4j process ended during startup'));
      keeper.once('error', fail);
    });
  } finally {
    for (const timer of timers) clearTimeout(timer);
  }
}
