/**
 * `npm run bench:soak -- http://127.0.0.1:4000 [MINUTES]`: measures how many usual requests a second a running server answers, and
 * then sends 70 % of that for 30 minutes, at their times whether or not earlier answers have arrived. It prints the times of
 * each minute and the memory of the server, and writes them to `bench/results`. Start the server with `RESPONSE_CACHE=off` to
 * keep all parts of it busy.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { quantile } from './shared/figures.ts';
import { closeConnections, type Outcome, type Sent, send, text } from './shared/send.ts';
import { usualRequests } from './usual-requests.ts';

const SHARE = 0.7;
const CLIENTS = 16;
const CAPACITY_SECONDS = 60;
const WARM_UP_MINUTES = 5;
const MOST_GROWTH = 0.1;

interface Minute {
  answered: number;
  overloaded: number;
  failed: number;
  p50: number;
  p99: number;
  most: number;
  megabytes: number;
}

const [base = 'http://127.0.0.1:4000', minutes = '30'] = process.argv.slice(2);
const next = await usualRequests(base, 1);
await eachOnce();
await capacity(CAPACITY_SECONDS); // plans and compiles
const answersPerSecond = await capacity(CAPACITY_SECONDS);
const rate = answersPerSecond * SHARE;
console.log(`${CLIENTS} clients: ${answersPerSecond.toFixed(1)} answers a second; the soak sends ${rate.toFixed(1)}`);
console.log('minute  answers  overloaded  failed   p50   p99   most ms   memory MB');
const soaked: Minute[] = [];
for (let minute = 1; minute <= Number(minutes); minute += 1) {
  const one = await aMinute();
  soaked.push(one);
  const figures = [one.answered, one.overloaded, one.failed, one.p50, one.p99, one.most, one.megabytes];
  console.log(`${String(minute).padStart(6)}${figures.map((figure) => figure.toFixed(0).padStart(9)).join('')}`);
}
await judge();
closeConnections();

/** Each kind of request has to be answered before anything is measured. */
async function eachOnce(): Promise<void> {
  const seen = new Map<string, Sent>();
  for (let i = 0; i < 1_000; i += 1) {
    const one = next();
    seen.set(one.name, one);
  }
  for (const one of seen.values()) {
    const answer = await text(base, one.path, one.body);
    if (answer.includes('"errors":[')) throw new Error(`${one.name}: ${answer.slice(-500)}`);
  }
}

/** The answers a second if each of the clients sends its next request when it has its answer. */
async function capacity(seconds: number): Promise<number> {
  const ends = Date.now() + seconds * 1_000;
  let answers = 0;
  const client = async () => {
    while (Date.now() < ends) {
      await send(base, next());
      answers += 1;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return answers / seconds;
}

async function aMinute(): Promise<Minute> {
  const times: number[] = [];
  const count: Record<Outcome, number> = { answered: 0, OVERLOADED: 0, TIMEOUT: 0, failed: 0 };
  const sent: Promise<void>[] = [];
  const begins = performance.now();
  const timed = async (one: Sent) => {
    const started = performance.now();
    const outcome = await send(base, one);
    if (outcome === 'failed' || outcome === 'TIMEOUT') console.log(`failed: ${JSON.stringify(one).slice(0, 300)}`);
    count[outcome] += 1;
    times.push(performance.now() - started);
  };
  while (performance.now() - begins < 60_000) {
    const due = ((performance.now() - begins) / 1_000) * rate;
    while (sent.length < due) sent.push(timed(next()));
    await new Promise((done) => setTimeout(done, 5));
  }
  await Promise.all(sent);
  const metrics = await text(base, '/metrics');
  const bytes = Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1]);
  const [p50, p99, most] = [0.5, 0.99, 1].map((share) => quantile(times, share)) as [number, number, number];
  const { answered, OVERLOADED: overloaded } = count;
  const failed = count.failed + count.TIMEOUT;
  return { answered, overloaded, failed, p50, p99, most, megabytes: bytes / 1e6 };
}

/** Prints whether the soak held what it should, and writes its figures. */
async function judge(): Promise<void> {
  const warm = soaked.slice(Math.min(WARM_UP_MINUTES, soaked.length - 1));
  const third = Math.max(1, Math.floor(warm.length / 3));
  const p99 = (some: Minute[]) =>
    quantile(
      some.map((one) => one.p99),
      0.5,
    );
  const memory = warm.map(({ megabytes }) => megabytes);
  const average = (some: number[]) => some.reduce((sum, one) => sum + one, 0) / some.length;
  const growth = average(memory.slice(-third)) / average(memory.slice(0, third)) - 1;
  const result = {
    ...{ node: process.version, cores: availableParallelism(), answersPerSecond, rate },
    notAnswered: soaked.reduce((sum, { failed, overloaded }) => sum + failed + overloaded, 0),
    memory: { least: Math.min(...memory), most: Math.max(...memory), growth },
    p99: { firstThird: p99(warm.slice(0, third)), lastThird: p99(warm.slice(-third)) },
    soaked,
  };
  console.log(`not answered: ${result.notAnswered}`);
  console.log(
    `memory after ${WARM_UP_MINUTES} minutes: ${result.memory.least.toFixed(0)} to ${result.memory.most.toFixed(0)} MB, from the first to the last third ${(100 * growth).toFixed(1)} % (at most ${100 * MOST_GROWTH} %)`,
  );
  console.log(
    `p99, median of the minutes: ${result.p99.firstThird.toFixed(0)} ms in the first third, ${result.p99.lastThird.toFixed(0)} in the last`,
  );
  const folder = new URL('results/', import.meta.url);
  await mkdir(folder, { recursive: true });
  await writeFile(new URL('soak.json', folder), `${JSON.stringify(result, null, 2)}\n`);
  if (result.notAnswered > 0 || growth > MOST_GROWTH) process.exitCode = 1;
}
