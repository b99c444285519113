/** The database is killed, frozen and restarted under readers. */
import { closeDriver, openDriver } from '../../src/graph/connect.ts';
import { pause, waitUntil } from '../../src/graph/local/process.ts';
import { ping } from '../../src/graph/online.ts';
import { median } from '../shared/figures.ts';
import { type Api, nothingLeft, serversOn, startApi, stateOf } from './processes.ts';
import { promise, seconds } from './promises.ts';
import { inWords, startReaders } from './readers.ts';

const RUNS = Number(process.env.RUNS ?? 10);
/** Longer than a request may take. */
const FROZEN_MS = 10_000;
const LONGEST_MS = 5_000;
const PATIENCE_MS = 90_000;

/** Faults: what is done to the server's process. */
const FAULTS: Record<string, (pid: number) => Promise<void>> = {
  killed: async (pid) => void process.kill(pid, 'SIGKILL'),
  frozen: async (pid) => {
    process.kill(pid, 'SIGSTOP');
    await pause(FROZEN_MS);
    process.kill(pid, 'SIGCONT');
  },
  restarted: async (pid) => void process.kill(pid, 'SIGTERM'),
};

/** Each fault RUNS times, on a seeded folder. */
export async function databaseFaults(dataDir: string): Promise<void> {
  const api = await startApi(dataDir);
  for (const [name, fault] of Object.entries(FAULTS)) await repeat(name, fault, api, dataDir);
  const code = await api.stop();
  const gone = await nothingLeft(dataDir);
  promise('after the end of the API', code === 0 && gone, `exit code ${code}, ${gone ? 'no' : 'SOME'} process left`);
}

async function repeat(name: string, fault: (pid: number) => Promise<void>, api: Api, dataDir: string): Promise<void> {
  const readers = await startReaders(api.url);
  const recovered: number[] = [];
  const down: number[] = [];
  const noticed: number[] = [];
  let servers = 0;
  for (let run = 0; run < RUNS; run += 1) {
    await waitUntil(() => isFine(api.url), 10_000);
    const faultAt = Date.now();
    const watching = noticeOf(api.url, faultAt);
    const answersAt = await backAfter(dataDir, fault);
    noticed.push(await watching);
    down.push(answersAt - faultAt);
    const right = await readers.allRight(answersAt, 30_000);
    recovered.push(right ? readers.rightFrom(answersAt) - answersAt : Number.POSITIVE_INFINITY);
    servers = Math.max(servers, (await serversOn(dataDir)).length);
  }
  const found = await readers.stop();
  const longest = Math.max(...recovered);
  promise(
    `database ${name} ${RUNS} times, all answered`,
    found.wrong + found.unanswered === 0,
    inWords(found, api.log()),
  );
  promise(
    `database ${name}, reads right once it answers`,
    longest <= LONGEST_MS,
    `median ${seconds(median(recovered))}, longest ${seconds(longest)}; down for ${seconds(median(down))}, at most ${seconds(Math.max(...down))}`,
  );
  promise(
    `database ${name}, said by /health`,
    Math.max(...noticed) <= LONGEST_MS,
    `within ${seconds(Math.max(...noticed))}`,
  );
  const open = await openTransactions(dataDir);
  promise(
    `database ${name}, nothing stranded`,
    servers === 1 && open === 0,
    `${servers} server, ${open} transactions open`,
  );
}

/** Does something to the server, and returns the time at which its database answers again. */
async function backAfter(dataDir: string, fault: (pid: number) => Promise<void>): Promise<number> {
  const state = await stateOf(dataDir);
  const driver = openDriver(state);
  try {
    await fault(state.serverPid);
    if (fault !== FAULTS.frozen) await waitUntil(async () => (await ping(driver, undefined, 500)) !== null, 10_000);
    await waitUntil(async () => (await ping(driver, undefined, 500)) === null, PATIENCE_MS);
    return Date.now();
  } finally {
    await closeDriver(driver);
  }
}

/** Whether the API says that all is well; one that does not answer is not. */
async function isFine(url: string): Promise<boolean> {
  try {
    return ((await (await fetch(`${url}/health`)).json()) as { status: string }).status === 'ok';
  } catch {
    return false;
  }
}

/** How long it takes until /health says that something is wrong. */
const noticeOf = async (url: string, since: number): Promise<number> =>
  (await waitUntil(async () => !(await isFine(url)), 10_000)) ? Date.now() - since : Number.POSITIVE_INFINITY;

/** Transactions older than the longest request. */
async function openTransactions(dataDir: string): Promise<number> {
  const driver = openDriver(await stateOf(dataDir));
  try {
    const { records } = await driver.executeQuery(
      "SHOW TRANSACTIONS YIELD elapsedTime WHERE elapsedTime > duration('PT10S') RETURN count(*) AS count",
    );
    return records[0]?.get('count');
  } finally {
    await closeDriver(driver);
  }
}
