/**
 * `npm run bench:scale`: workloads through Glossograph as `npm start` serves it, through a statement written by hand (L),
 * and through `@neo4j/graphql` (P), on generated graphs of several sizes. Answers are compared before anything is timed.
 * Ratios are what it is for; milliseconds are of this machine on this day. `options.ts` lists the options. BENCH_DATA is a
 * folder in which loaded graphs are kept. P is measured if BENCH_PEER is a folder with its packages: see `serve-peer.ts`.
 */
import { execFileSync } from 'node:child_process';
import { differences } from './answers.ts';
import { planOf, type ScalePlan } from './generate-plan.ts';
import { goalsOf } from './goals.ts';
import { type LoadedGraph, loadGraph } from './load.ts';
import { byManyClients, byOneClient } from './measure.ts';
import { readOptions, type ScaleOptions } from './options.ts';
import { PEER_WORKS } from './peer/documents.ts';
import { memoryMegabytes } from './process-usage.ts';
import { goalsReport, tablesOf } from './report.ts';
import { circumstances, type SizeResult, type WorkResult, writeResult } from './result.ts';
import { type MeasuredServer, startGlossograph, startOther } from './servers.ts';
import { type ScaleWork, WORKS } from './works.ts';

/** A cached answer takes so little time that a burst has to be longer to be measured. */
const LONGER = 10;
const options = readOptions(process.argv.slice(2));
const works = WORKS.filter(({ key }) => options.only?.includes(key) ?? true);

if (options.build) execFileSync('npm', ['run', 'build', '--silent'], { stdio: 'inherit' });
const facts = circumstances();
const sizes: SizeResult[] = [];
for (const terms of options.terms) {
  const plan = planOf(terms, options.seed);
  const graph = await loadGraph(plan, (what) => console.log(what));
  try {
    const size = await measureSize(plan, graph, options);
    sizes.push(size);
    console.log(tablesOf(size));
    console.log(goalsReport(goalsOf(sizes)));
    console.log(`\nwritten to bench/results/${writeResult({ ...facts, options, sizes, goals: goalsOf(sizes) })}`);
  } finally {
    await graph.stop();
  }
}
if (sizes.some((size) => size.works.some((work) => work.differences.length > 0))) process.exitCode = 1;

async function measureSize(plan: ScalePlan, graph: LoadedGraph, options: ScaleOptions): Promise<SizeResult> {
  const { local, pid, seconds, count } = graph;
  const running: MeasuredServer[] = [];
  const start = async (starting: Promise<MeasuredServer>) => {
    const server = await starting;
    running.push(server);
    return server;
  };
  try {
    console.log('starting the servers');
    const byHand = await start(startOther('byHand', local));
    const peer = process.env.BENCH_PEER && works.some(isOfPeer) ? await start(startOther('peer', local)) : undefined;
    const ours = await start(startGlossograph(local, 'off'));
    const results: WorkResult[] = [];
    for (const work of works) {
      const servers = peer && isOfPeer(work) ? [byHand, peer, ours] : [byHand, ours];
      results.push(await measureWork(work, plan, servers, pid, options));
    }
    const memory = {
      ...{ byHand: memoryMegabytes(byHand.pid).most, glossograph: memoryMegabytes(ours.pid).most },
      ...(peer && { peer: memoryMegabytes(peer.pid).most }),
    };
    ours.stop();
    const cached = options.cache ? await start(startGlossograph(local, 'on')) : undefined;
    for (const result of cached === undefined ? [] : results) {
      const work = works.find(({ key }) => key === result.key);
      if (work === undefined || cached === undefined || result.differences.length > 0) continue;
      const requests = { work, plan, different: options.repeated };
      result.repeated = {
        oneClient: await byOneClient(requests, [byHand, cached], options),
        manyClients: await byManyClients(requests, [byHand, cached], pid, {
          ...options,
          burst: LONGER * options.burst,
        }),
      };
    }
    const more = { ...(cached && { cached: memoryMegabytes(cached.pid).most }), database: memoryMegabytes(pid).most };
    return { terms: plan.terms, ...count, loadSeconds: seconds, works: results, memory: { ...memory, ...more } };
  } finally {
    for (const { stop } of running) stop();
  }
}

async function measureWork(
  work: ScaleWork,
  plan: ScalePlan,
  servers: readonly MeasuredServer[],
  database: number,
  options: ScaleOptions,
): Promise<WorkResult> {
  const { key, name } = work;
  console.log(`${key} ${name}`);
  const found = await differences(work, plan, servers, options.compared);
  for (const difference of found.slice(0, 3)) console.log(difference);
  if (found.length > 0) return { key, name, differences: found };
  const oneClient = await byOneClient({ work, plan }, servers, options);
  const manyClients = await byManyClients({ work, plan }, servers, database, options);
  return { key, name, differences: [], oneClient, manyClients };
}

function isOfPeer({ key }: ScaleWork): boolean {
  return key in PEER_WORKS;
}
