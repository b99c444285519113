/** Times the servers: by one client call by call, and by many clients in bursts. */
import { quantile } from '../shared/figures.ts';
import { bodyOf, isFailure } from './answers.ts';
import type { ScalePlan } from './generate-plan.ts';
import { cpuMilliseconds } from './process-usage.ts';
import type { MeasuredServer, Way } from './servers.ts';
import type { ScaleWork } from './works.ts';

/** The figures of one server in one workload. Times are in milliseconds. */
export interface WayFigures {
  /** The number of requests that count. */
  calls: number;
  p25: number;
  p50: number;
  p75: number;
  p99: number;
  most: number;
  failed: number;
  /** The median of the ratios to the statement by hand for the same call. */
  pairedRatio: number;
}

/** The figures of one server in bursts of many clients. */
export interface BurstFigures {
  /** Requests per second: the median of all bursts, and the quartiles. */
  throughput: number;
  quartiles: [number, number];
  p99: number;
  failed: number;
  /** The median of the ratios to the statement by hand in the same round. */
  pairedRatio: number;
  /** Processor time per request, in milliseconds. */
  serverCpu: number;
  databaseCpu: number;
}

export type ByWay<T> = Partial<Record<Way, T>>;

/** The requests of a measurement. A repeated measurement sends few requests again and again. */
export interface Requests {
  work: ScaleWork;
  plan: ScalePlan;
  /** The number of different requests. No bound if undefined. */
  different?: number | undefined;
}

const bodyAt = ({ work, plan, different }: Requests, nth: number, way: Way) =>
  bodyOf(work, plan, different === undefined ? nth : nth % different, way);

/** One client, which sends each request to all servers in turn. The server that comes first changes with each request. */
export async function byOneClient(
  requests: Requests,
  servers: readonly MeasuredServer[],
  { warm, counted, seconds }: { warm: number; counted: number; seconds: number },
): Promise<ByWay<WayFigures>> {
  const begun = performance.now();
  const isOver = (share: number) => performance.now() - begun > share * seconds * 1000;
  let counts = false;
  let warmed = 0;
  const times: ByWay<number[]> = {};
  const failed: ByWay<number> = {};
  for (let nth = 0; nth < warmed + counted || !counts; nth += 1) {
    if (!counts && (nth >= warm || isOver(0.5))) [counts, warmed] = [true, nth];
    if (nth > warmed && isOver(1)) break;
    for (let turn = 0; turn < servers.length; turn += 1) {
      const server = servers[(nth + turn) % servers.length];
      if (server === undefined) continue;
      const { way, ask } = server;
      const body = bodyAt(requests, nth, way);
      const started = performance.now();
      const answer = await ask(body);
      const time = performance.now() - started;
      if (!counts) continue;
      times[way] ??= [];
      times[way].push(time);
      if (isFailure(answer)) failed[way] = (failed[way] ?? 0) + 1;
    }
  }
  const byHand = times.byHand ?? [];
  return Object.fromEntries(
    Object.entries(times).map(([way, all]) => [
      way,
      {
        calls: all.length,
        ...{ p25: round(quantile(all, 0.25)), p50: round(quantile(all, 0.5)), p75: round(quantile(all, 0.75)) },
        ...{ p99: round(quantile(all, 0.99)), most: round(Math.max(...all)), failed: failed[way as Way] ?? 0 },
        pairedRatio: round(
          quantile(
            all.map((time, i) => time / (byHand[i] ?? Number.NaN)),
            0.5,
          ),
        ),
      },
    ]),
  );
}

/** Many clients, which send a burst of requests to one server after the other. The order changes with each round. */
export async function byManyClients(
  requests: Requests,
  servers: readonly MeasuredServer[],
  database: number,
  { clients, burst, rounds, seconds }: { clients: number; burst: number; rounds: number; seconds: number },
): Promise<ByWay<BurstFigures>> {
  const begun = performance.now();
  const found: ByWay<Burst[]> = {};
  // The first round only warms up.
  for (let nth = 0; nth <= rounds; nth += 1) {
    if (nth > 1 && performance.now() - begun > seconds * 1000) break;
    for (let turn = 0; turn < servers.length; turn += 1) {
      const server = servers[(nth + turn) % servers.length];
      if (server === undefined) continue;
      const sent = await sendBurst(requests, server, database, { clients, burst, first: nth * burst });
      if (nth === 0) continue;
      const { way } = server;
      found[way] ??= [];
      found[way].push(sent);
    }
  }
  const byHand = found.byHand ?? [];
  return Object.fromEntries(Object.entries(found).map(([way, bursts]) => [way, summary(bursts, byHand)]));
}

interface Burst {
  throughput: number;
  times: number[];
  failed: number;
  serverCpu: number;
  databaseCpu: number;
}

async function sendBurst(
  requests: Requests,
  { way, pid, ask }: MeasuredServer,
  database: number,
  { clients, burst, first }: { clients: number; burst: number; first: number },
): Promise<Burst> {
  const bodies = Array.from({ length: burst }, (_, i) => bodyAt(requests, first + i, way));
  const times: number[] = [];
  let failed = 0;
  const before = [cpuMilliseconds(pid), cpuMilliseconds(database)] as const;
  const started = performance.now();
  const client = async () => {
    for (let body = bodies.pop(); body !== undefined; body = bodies.pop()) {
      const asked = performance.now();
      if (isFailure(await ask(body))) failed += 1;
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - started) / 1000;
  const serverCpu = (cpuMilliseconds(pid) - before[0]) / burst;
  const databaseCpu = (cpuMilliseconds(database) - before[1]) / burst;
  return { throughput: burst / seconds, times, failed, serverCpu, databaseCpu };
}

function summary(bursts: readonly Burst[], byHand: readonly Burst[]): BurstFigures {
  const rates = bursts.map(({ throughput }) => throughput);
  const median = (values: number[]) => round(quantile(values, 0.5));
  return {
    throughput: median(rates),
    quartiles: [round(quantile(rates, 0.25)), round(quantile(rates, 0.75))],
    p99: round(
      quantile(
        bursts.flatMap(({ times }) => times),
        0.99,
      ),
    ),
    failed: bursts.reduce((sum, one) => sum + one.failed, 0),
    pairedRatio: median(rates.map((rate, i) => rate / (byHand[i]?.throughput ?? Number.NaN))),
    serverCpu: median(bursts.map((one) => one.serverCpu)),
    databaseCpu: median(bursts.map((one) => one.databaseCpu)),
  };
}

const round = (value: number) => Math.round(value * 1_000) / 1_000;
