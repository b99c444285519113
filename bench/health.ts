/**
 * `npm run bench:health [-- http://127.0.0.1:4000]`: how long `/health` takes while four clients repeat the heaviest work that a
 * server accepts. Without an address, a server with the seed is started on a Neo4j of its own. Milliseconds are of this
 * machine on this day. BENCH_ONLY=export runs only the work whose name contains this word.
 */
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { importSeed } from '../src/import/seed/import.ts';
import { checkSeed } from '../src/import/seed/index.ts';
import { heavyWorks } from './heavy-works.ts';
import { quantile } from './shared/figures.ts';
import { onOwnNeo4j } from './shared/own-neo4j.ts';
import { startProbe } from './shared/probe.ts';
import { closeConnections, send } from './shared/send.ts';
import { serve } from './shared/serve.ts';

const CLIENTS = 4;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 15);
const GOAL_MS = 100;
const ONLY = process.env.BENCH_ONLY ?? '';
const [given] = process.argv.slice(2);
if (given) await measure(given);
else {
  await onOwnNeo4j(async ({ local, driver }) => {
    const { records } = await checkSeed(fileURLToPath(new URL('../seed/', import.meta.url)));
    await importSeed(driver, undefined, records);
    const { port, stop } = await serve('serve-app.ts', local);
    try {
      await measure(`http://127.0.0.1:${port}`);
    } finally {
      stop();
    }
  });
}
closeConnections();

async function measure(base: string): Promise<void> {
  const works = (await heavyWorks(base)).filter(({ name }) => name.includes(ONLY));
  console.log(
    `${CLIENTS} clients, ${SECONDS} seconds each; /health on four connections; the goal is a p99 of ${GOAL_MS} ms`,
  );
  console.log(`${'work'.padEnd(28)} answers   shed  failed   p50   p99   max   load`);
  for (const work of works) {
    await send(base, work); // plans and compiles
    const ends = Date.now() + SECONDS * 1_000;
    const count: Record<string, number> = {};
    const client = async () => {
      while (Date.now() < ends) {
        const outcome = await send(base, work);
        count[outcome] = (count[outcome] ?? 0) + 1;
      }
    };
    const probe = startProbe(base);
    await Promise.all(Array.from({ length: work.clients ?? CLIENTS }, client));
    const times = await probe.stop();
    const shown = (value: number | undefined) => String(value ?? 0).padStart(7);
    const at = [0.5, 0.99, 1].map((share) => quantile(times, share).toFixed(0).padStart(6)).join('');
    console.log(
      `${work.name.padEnd(28)}${shown(count.answered)}${shown(count.OVERLOADED)} ${shown((count.failed ?? 0) + (count.TIMEOUT ?? 0))}${at}   ${loadavg()[0]?.toFixed(1)}`,
    );
  }
}
