/**
 * `npm run bench:burst -- http://127.0.0.1:4000`: sends 200 of the heaviest queries at once, three times. Prints how they
 * ended, how long the slowest of them took, and how long light requests took meanwhile. Each heavy query has to be answered,
 * shed, or ended by its deadline within 10 seconds, and each light request within 500 ms. Start the server with
 * `RESPONSE_CACHE=off`.
 */
import { loadavg } from 'node:os';
import { type HeavyWork, heavyWorks } from './heavy-works.ts';
import { quantile } from './shared/figures.ts';
import { startProbe } from './shared/probe.ts';
import { closeConnections, type Outcome, send, text } from './shared/send.ts';

const MANY = 200;
const ROUNDS = 3;
const HEAVY_MS = 10_000;
const LIGHT_MS = 500;
const LIGHT: Record<string, string> = {
  '/health': '/health',
  'a term': `/graphql?${new URLSearchParams({ query: '{ term(slug: "ehr") { name shortDefinition aliases { name } } }' })}`,
  'the page of a term': '/term/ehr',
};

const [base = 'http://127.0.0.1:4000'] = process.argv.slice(2);
const works = (await heavyWorks(base)).filter(({ body }) => body !== undefined);
for (const work of works) await send(base, work); // plans and compiles
for (const path of Object.values(LIGHT)) await text(base, path);
console.log(`${MANY} at once of: ${works.map(({ name }) => name).join('; ')}`);
for (let round = 1; round <= ROUNDS; round += 1) await burst(round);
closeConnections();

async function burst(round: number): Promise<void> {
  const probes = Object.entries(LIGHT).map(([name, path]) => ({ name, probe: startProbe(base, path) }));
  await new Promise((done) => setTimeout(done, 2_000)); // until the probes run
  const started = performance.now();
  const heavy = Array.from({ length: MANY }, async (_, i) => {
    const work = works[i % works.length] as HeavyWork;
    const outcome = await send(base, work);
    return { name: work.name, outcome, milliseconds: performance.now() - started };
  });
  const ended = await Promise.all(heavy);
  console.log(`round ${round}, load ${loadavg()[0]?.toFixed(1)}`);
  for (const { name } of works) {
    const mine = ended.filter((one) => one.name === name);
    const count = (outcome: Outcome) => mine.filter((one) => one.outcome === outcome).length;
    const [answered, shed, late] = [count('answered'), count('OVERLOADED'), count('TIMEOUT')];
    const slowest = Math.max(...mine.map(({ milliseconds }) => milliseconds));
    console.log(
      `  ${name.padEnd(24)} ${answered} answered, ${shed} shed, ${late} late, ${count('failed')} failed; the slowest took ${(slowest / 1_000).toFixed(1)} s (at most ${HEAVY_MS / 1_000} s)`,
    );
    if (count('failed') > 0 || slowest > HEAVY_MS) process.exitCode = 1;
  }
  for (const { name, probe } of probes) {
    const times = await probe.stop();
    const [p50, p99, most] = [0.5, 0.99, 1].map((share) => quantile(times, share)) as [number, number, number];
    console.log(
      `  ${name.padEnd(24)} ${times.length} times: p50 ${p50.toFixed(0)}, p99 ${p99.toFixed(0)}, most ${most.toFixed(0)} ms (at most ${LIGHT_MS} ms)`,
    );
    if (most > LIGHT_MS) process.exitCode = 1;
  }
}
