import { resolve } from 'node:path';
import { closeDriver, openDriver } from '../connect.ts';
import { LocalServerError } from './errors.ts';
import { clear, folderError, openFolder, type RunningState, readState } from './folder.ts';
import { ensureJars, type Told } from './jars.ts';
import { findJava } from './java.ts';
import { bothRun, type LaunchOptions, type LocalNeo4j, launch } from './launch.ts';
import { lockHolder, takeLock } from './lock.ts';
import { stopOrphan } from './orphan.ts';
import { isAlive, pause } from './process.ts';
import { isReplacing, settleReplacement } from './replacement.ts';
import { ensureSpace } from './space.ts';

export type { LocalNeo4j } from './launch.ts';

const ATTACH_PATIENCE_MS = 90_000;

/** Which local Neo4j to use, and how to start it if it is not running. */
export interface LocalOptions extends LaunchOptions {
  /** The folder for data, JARs, and the password: GLOSSOGRAPH_DATA. */
  dataDir: string;
  /** The folder for the JARs, if it is a different folder. */
  jarsDir?: string | undefined;
  told?: Told | undefined;
  /** How long to wait for another process that has locked the folder but whose server does not respond yet. */
  patienceMs?: number | undefined;
  /** How long a leftover Neo4j may take to stop before it is killed. */
  orphanPatienceMs?: number | undefined;
  env?: NodeJS.ProcessEnv | undefined;
}

/**
 * Returns the local Neo4j of a data folder: the running one, or a newly started one. Several processes can call this
 * function at the same time.
 *
 * @throws LocalServerError
 */
export async function ensureLocal(options: LocalOptions): Promise<LocalNeo4j> {
  const { told = () => undefined, env = process.env } = options;
  const dataDir = resolve(options.dataDir);
  await openFolder(dataDir);
  const running = await attach(dataDir);
  if (running) return running;

  const holder = await takeLock(dataDir, process.pid).catch((error) => {
    throw folderError(dataDir, error);
  });
  if (holder !== null) return waitFor(options, dataDir, holder);
  try {
    await stopOrphan(dataDir, told, options.orphanPatienceMs);
    await settleReplacement(dataDir, told);
    await ensureSpace(dataDir);
    const java = await findJava(env);
    const lib = await ensureJars(resolve(options.jarsDir ?? dataDir), told, env);
    return await launch(dataDir, java, lib, told, options);
  } catch (error) {
    await clear(dataDir);
    throw folderError(dataDir, error);
  }
}

/** The local Neo4j of a folder if one runs and lets us in. */
async function attach(dataDir: string): Promise<LocalNeo4j | null> {
  const state = await readState(dataDir);
  if (state === null || !isAlive(state.keeperPid) || !(await answers(state))) return null;
  const { uri, user, version, password: secret } = state;
  return {
    ...{ uri, user, password: secret, version, owned: false },
    running: () => bothRun(state),
    stop: async () => undefined,
  };
}

async function answers({ uri, user, password: secret }: RunningState): Promise<boolean> {
  const driver = openDriver({ uri, user, password: secret });
  try {
    await driver.verifyConnectivity();
    return true;
  } catch {
    return false;
  } finally {
    await closeDriver(driver);
  }
}

/** Another process has the folder: it is about to start its server, or it is stuck. */
async function waitFor(options: LocalOptions, dataDir: string, holder: number): Promise<LocalNeo4j> {
  const { told = () => undefined, patienceMs = ATTACH_PATIENCE_MS } = options;
  if (await isReplacing(dataDir, holder)) {
    throw new LocalServerError(
      'LOCKED',
      `The data folder ${dataDir} is in use by process ${holder}, which is restoring a backup. Run the command again when the restore has finished.`,
    );
  }
  told(`waiting for process ${holder}, which is using the data folder`);
  for (const until = Date.now() + patienceMs; Date.now() < until; ) {
    const running = await attach(dataDir);
    if (running) return running;
    if ((await lockHolder(dataDir)) === null) return ensureLocal(options);
    await pause(300);
  }
  throw new LocalServerError(
    'LOCKED',
    `The data folder ${dataDir} is in use by process ${holder}, whose Neo4j server does not respond. Stop this process, or set GLOSSOGRAPH_DATA to another folder.`,
  );
}
