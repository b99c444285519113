import { execFile, spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { classArchive } from './class-archive.ts';
import { LocalServerError } from './errors.ts';
import { keepPassword, password, writeState } from './folder.ts';
import { NEO4J_VERSION, type Told } from './jars.ts';
import { passLock } from './lock.ts';
import { serverMain } from './main-class.ts';
import { pause, startOf } from './process.ts';

const run = promisify(execFile);
const USER = 'neo4j';
const START_PATIENCE_MS = 120_000;
const STOP_PATIENCE_MS = 10_000;

/** A local Neo4j that answers. */
export interface LocalNeo4j {
  uri: string;
  user: string;
  password: string;
  version: string;
  /** This process started it, and it stops with this process; else another one of the same folder did. */
  owned: boolean;
  /** Does it still run, with the process that keeps it? */
  running(): Promise<boolean>;
  /** Stops it, with its data flushed; does nothing where another process owns it. */
  stop(): Promise<void>;
}

/** How a server is started. */
export interface LaunchOptions {
  /** Where Bolt listens; by default the folder's last port, or another free one. */
  port?: number | undefined;
  /** The most memory that its heap takes: "4g"; a quarter of the machine's unless said. */
  heap?: string | undefined;
  /** More options for the JVM, after ours. */
  jvm?: readonly string[] | undefined;
}

/**
 * Starts a server on a folder whose lock this process has.
 *
 * @throws LocalServerError START_FAILED, with the last words of the server's log
 */
export async function launch(
  dataDir: string,
  java: string,
  lib: string,
  told: Told,
  { jvm = [], port = 0, heap }: LaunchOptions,
): Promise<LocalNeo4j> {
  const home = join(dataDir, 'neo4j');
  const conf = join(home, 'conf');
  await mkdir(conf, { recursive: true });
  const listen = port === 0 ? await usualPort(conf) : port;
  await writeFile(join(conf, 'neo4j.conf'), configuration(listen, heap));
  const classPath = ['-cp', join(lib, '*')];
  const { password: secret, fresh } = await password(dataDir);
  if (fresh) {
    told('preparing a new store');
    await setInitialPassword(java, classPath, home, conf, secret);
    await keepPassword(dataDir, secret);
  }
  const archive = await classArchive(lib, java, classPath, { home, conf, told });
  told('starting');
  const log = join(home, 'neo4j.log');
  const main = serverMain(home, conf);
  const most = [heap === undefined ? '-XX:MaxRAMPercentage=25' : `-Xmx${heap}`];
  const keeper = spawn(
    process.execPath,
    [...keeperProgram(), dataDir, log, java, ...JVM, ...most, ...archive, ...jvm, ...classPath, ...main],
    // Its own group and session: a Ctrl-C in the terminal is not for it.
    { detached: true, stdio: ['pipe', 'pipe', 'ignore'] },
  );
  if (keeper.pid === undefined) throw startFailed(log, 'its keeper did not start');
  await passLock(dataDir, keeper.pid);
  const ended = new Promise<void>((done) => keeper.once('exit', () => done()));
  keeper.stdin?.on('error', () => undefined); // it has ended
  const serverPid = await startedPid(keeper, log).catch(async (error) => {
    keeper.stdin?.end();
    await Promise.race([ended, pause(STOP_PATIENCE_MS)]);
    throw error;
  });
  const address = { uri: `bolt://127.0.0.1:${listen}`, user: USER, password: secret, version: NEO4J_VERSION };
  const pids = { keeperPid: keeper.pid, serverPid };
  await writeState(dataDir, { ...address, ...pids });
  keeper.unref();
  for (const pipe of [keeper.stdin, keeper.stdout]) (pipe as { unref?: () => void }).unref?.();
  const stop = async () => {
    keeper.ref();
    keeper.stdin?.end();
    await ended;
  };
  return { ...address, owned: true, running: () => bothRun(pids), stop };
}

/** Do a server and its keeper run? */
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

/** Waits for `started PID`; ends with the last words of the log when the server does not come up. */
async function startedPid(keeper: ReturnType<typeof spawn>, log: string): Promise<number> {
  let said = '';
  const outcome = await new Promise<number | string>((done) => {
    const timer = setTimeout(() => done('it did not start in two minutes'), START_PATIENCE_MS);
    keeper.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const pid = /started (\d+)/.exec(said)?.[1];
      if (pid !== undefined) done(Number(pid));
    });
    keeper.once('exit', () => done('it ended while starting'));
    keeper.once('error', (error) => done(error.message));
    void timer.unref();
  });
  if (typeof outcome === 'number') return outcome;
  throw startFailed(log, outcome, (await readFile(log, 'utf8').catch(() => '')).trim().split('\n').at(-1));
}

function startFailed(log: string, what: string, lastWords = ''): LocalServerError {
  return new LocalServerError(
    'START_FAILED',
    `The local Neo4j did not start: ${what}. ${lastWords} Its log is ${log}.`,
  );
}

async function setInitialPassword(java: string, classPath: string[], home: string, conf: string, secret: string) {
  // In a file, as every user of the machine can read a command line.
  const file = join(conf, 'initial-password');
  await writeFile(file, `${secret}\n`, { mode: 0o600 });
  const admin = ['org.neo4j.cli.AdminTool', 'dbms', 'set-initial-password', `@${file}`];
  const env = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: conf };
  try {
    await run(java, ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', ...classPath, `-Dbasedir=${home}`, ...admin], {
      env,
    });
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    throw new LocalServerError(
      'START_FAILED',
      `The new store could not be given a password: ${said.replaceAll(secret, '…').trim().split('\n').at(-1)}`,
    );
  } finally {
    await rm(file, { force: true });
  }
}

/** Modest to begin with: a glossary fits in a few hundred megabytes. An import of a whole title takes more, for a while. */
const JVM = [
  '-Xms256m',
  '-XX:+UseParallelGC',
  '-XX:+ExitOnOutOfMemoryError',
  '-Dfile.encoding=UTF-8',
  '-Dio.netty.tryReflectionSetAccessible=true',
  '--add-opens=java.base/java.nio=ALL-UNNAMED',
  '--add-opens=java.base/java.io=ALL-UNNAMED',
  '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
];

const configuration = (port: number, heap: string | undefined) => `server.bolt.listen_address=127.0.0.1:${port}
internal.server.bolt.thread_pool_shutdown_wait_time=1s
internal.server.bolt.connection_shutdown_wait_time=1s
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
server.http.enabled=false
server.https.enabled=false
dbms.usage_report.enabled=false
server.memory.pagecache.size=256m
db.tx_log.rotation.retention_policy=keep_none
db.logs.query.enabled=OFF
${heap === undefined ? '' : `dbms.memory.transaction.total.max=${shareOf(heap)}m`}
`;

/**
 * How much of a heap transactions may hold, in MiB: more than Neo4j's 70 %, as whoever sets a heap does so for a large
 * import, which is one transaction, and it is alone.
 */
const shareOf = (heap: string): number =>
  Math.floor(Number.parseInt(heap, 10) * (heap.endsWith('g') ? 1024 : 1) * 0.85);

/** The port of the last start, so that a process that uses the server finds it again; another one if it is taken. */
async function usualPort(conf: string): Promise<number> {
  const text = await readFile(join(conf, 'neo4j.conf'), 'utf8').catch(() => '');
  const last = Number(/bolt\.listen_address=127\.0\.0\.1:(\d+)/.exec(text)?.[1] ?? 0);
  return freePort(last).catch(() => freePort(0));
}

function freePort(wanted: number): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
