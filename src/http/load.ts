/** Admits work in the order of its weight and sheds what this server cannot do in time. See docs/decisions/0043-load.md. */
import { GraphQLError } from 'graphql';
import type { Config } from '../config.ts';
import type { ReadBounds } from '../graph/connect.ts';

/** How much work runs and waits. */
export interface LoadLimits {
  /** The weight that may run at the same time. */
  readonly capacity: number;
  /** The number of requests that may wait. */
  readonly queue: number;
}

/** What a gate does at the moment, and how often it has shed work. */
export interface LoadFigures {
  /** The number of requests that run, and their weight. */
  readonly running: number;
  readonly runningWeight: number;
  /** The number of requests that wait. */
  readonly waiting: number;
  /** The number of requests that were answered OVERLOADED since the start. */
  readonly shed: number;
}

type Lane = 'light' | 'heavy';

interface Waiting {
  readonly lane: Lane;
  readonly weight: number;
  start(): void;
  fail(error: GraphQLError): void;
}

/** Work of at most this weight goes ahead of heavier work. A page of the site and a usual query weigh less. */
export const LIGHT = 6_000;
/** The share of the capacity that heavy work may take. The rest is left for light work. */
const HEAVY_SHARE = 0.75;
/** How much the latest work counts in the measured speed. */
const LATEST = 0.2;
/** The bounds of Retry-After, in seconds. */
const RETRY = { least: 1, most: 30 };

/**
 * Lets work run while there is capacity. Other work waits in one of two lanes: light work starts first, and heavy work never
 * takes the whole capacity. Work that cannot wait or cannot start before its deadline is shed at once.
 */
export class LoadGate {
  private readonly capacity: number;
  private readonly queue: number;
  private readonly lanes: Readonly<Record<Lane, Waiting[]>> = { light: [], heavy: [] };
  private readonly runningIn: Record<Lane, number> = { light: 0, heavy: 0 };
  /** The weight that a lane completes in a millisecond. Undefined before any work of the lane has ended. */
  private readonly speed: Record<Lane, number | undefined> = { light: undefined, heavy: undefined };
  private running = 0;
  private shed = 0;

  constructor({ capacity, queue }: LoadLimits) {
    this.capacity = capacity;
    this.queue = queue;
  }

  /** The present load, for metrics. */
  get figures(): LoadFigures {
    return { running: this.running, runningWeight: this.runningWeight, waiting: this.waiting, shed: this.shed };
  }

  /**
   * Does work of a weight as soon as there is capacity for it. Work that is heavier than the capacity runs alone.
   *
   * @throws GraphQLError OVERLOADED, without doing the work; whatever the work throws
   */
  async run<Result>(weight: number, bounds: ReadBounds, work: () => Result | Promise<Result>): Promise<Result> {
    const lane = weight <= LIGHT ? 'light' : 'heavy';
    const admitted = Math.min(Math.max(weight, 1), lane === 'heavy' ? this.capacity * HEAVY_SHARE : this.capacity);
    await this.admitted(lane, admitted, bounds);
    const started = performance.now();
    try {
      return await work();
    } finally {
      this.measure(lane, performance.now() - started);
      this.running -= 1;
      this.runningIn[lane] -= admitted;
      this.admitWaiting();
    }
  }

  private get runningWeight(): number {
    return this.runningIn.light + this.runningIn.heavy;
  }

  private get waiting(): number {
    return this.lanes.light.length + this.lanes.heavy.length;
  }

  private admitted(lane: Lane, weight: number, { deadline = Number.POSITIVE_INFINITY, signal }: ReadBounds) {
    if (this.canStart(lane, weight)) {
      this.begin(lane, weight);
      return undefined;
    }
    const wait = this.waitIn(lane);
    const left = deadline - Date.now();
    if (this.waiting >= this.queue || wait > left || signal?.aborted) return Promise.reject(this.shedFrom(lane));
    return new Promise<void>((done, fail) => {
      const one: Waiting = { lane, weight, start: () => settle(done), fail: (error) => settle(() => fail(error)) };
      const giveUp = () => this.leave(one);
      const timer = Number.isFinite(left) ? setTimeout(giveUp, left) : undefined;
      const settle = (end: () => void) => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', giveUp);
        end();
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      this.lanes[lane].push(one);
    });
  }

  /** Light work starts before heavy work, and work of one lane starts in the order in which it came. */
  private canStart(lane: Lane, weight: number): boolean {
    if (this.lanes.light.length > 0 || (lane === 'heavy' && this.lanes.heavy.length > 0)) return false;
    return this.hasRoom(lane, weight);
  }

  private hasRoom(lane: Lane, weight: number): boolean {
    if (lane === 'heavy' && this.runningIn.heavy + weight > this.capacity * HEAVY_SHARE) return false;
    // Heavy work that runs alone leaves the rest of the capacity to light work, and light work makes room for it.
    return this.runningWeight + weight <= this.capacity;
  }

  private begin(lane: Lane, weight: number): void {
    this.running += 1;
    this.runningIn[lane] += weight;
  }

  private admitWaiting(): void {
    for (const lane of ['light', 'heavy'] as const) {
      for (let next = this.lanes[lane][0]; next && this.hasRoom(lane, next.weight); next = this.lanes[lane][0]) {
        this.lanes[lane].shift();
        this.begin(lane, next.weight);
        next.start();
      }
      if (this.lanes[lane].length > 0) return;
    }
  }

  /** Ends the waiting of work whose deadline has come or whose client has disconnected. */
  private leave(one: Waiting): void {
    const lane = this.lanes[one.lane];
    const at = lane.indexOf(one);
    if (at === -1) return;
    lane.splice(at, 1);
    one.fail(this.shedFrom(one.lane));
    this.admitWaiting();
  }

  /** While work of this lane runs for some time, the lane completes about the weight that runs in it. */
  private measure(lane: Lane, milliseconds: number): void {
    const now = this.runningIn[lane] / Math.max(milliseconds, 1);
    const before = this.speed[lane] ?? now;
    this.speed[lane] = before + LATEST * (now - before);
  }

  /** How long new work of a lane would wait, in milliseconds, as far as is known. */
  private waitIn(lane: Lane): number {
    const speed = this.speed[lane];
    return speed === undefined ? 0 : this.lanes[lane].reduce((sum, { weight }) => sum + weight, 0) / speed;
  }

  private shedFrom(lane: Lane): GraphQLError {
    this.shed += 1;
    const seconds = Math.ceil(this.waitIn(lane) / 1_000);
    const retryAfter = `${Math.min(Math.max(seconds, RETRY.least), RETRY.most)}`;
    return new GraphQLError('The server is busy. Send the request again later.', {
      extensions: { code: 'OVERLOADED', http: { status: 503, headers: { 'retry-after': retryAfter } } },
    });
  }
}

/** The gates of a server. */
export interface ServerLoad {
  /** Queries and pages. The weight is the cost: see `plan/cost.ts`. */
  readonly queries: LoadGate;
  /** Exports of the whole graph, each of which weighs 1. They take long and are read as fast as the client can. */
  readonly exports: LoadGate;
}

/** The number of whole graphs that are exported at the same time. */
const EXPORTS = 4;

/** The gates for the settings. */
export const loadOf = ({
  MAX_CONCURRENT_COST,
  MAX_QUEUE,
}: Pick<Config, 'MAX_CONCURRENT_COST' | 'MAX_QUEUE'>): ServerLoad => ({
  queries: new LoadGate({ capacity: MAX_CONCURRENT_COST, queue: MAX_QUEUE }),
  exports: new LoadGate({ capacity: EXPORTS, queue: EXPORTS }),
});
