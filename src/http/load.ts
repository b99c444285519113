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

/** Work of similar weight, which waits together. */
interface Lane {
  /** The largest weight of the work of this lane. */
  readonly most: number;
  /** The share of the capacity that this lane and all heavier lanes may take together. */
  readonly share: number;
  readonly waiting: Waiting[];
  /** The weight of the work of this lane that runs. */
  running: number;
  /** The weight that the lane completes in a millisecond. Undefined before any work of the lane has ended. */
  speed: number | undefined;
}

interface Waiting {
  readonly lane: Lane;
  readonly weight: number;
  start(): void;
  fail(error: GraphQLError): void;
}

/** Work of at most this weight goes ahead of all other work. A page of the site and a query of a few fields weigh less. */
export const QUICK = 2_500;
/** Work of at most this weight goes ahead of heavier work. A search and any usual query weigh less. */
export const LIGHT = 6_000;
const newLane = (most: number, share: number): Lane => ({ most, share, waiting: [], running: 0, speed: undefined });
/** How much the latest work counts in the measured speed. */
const LATEST = 0.2;
/** The bounds of Retry-After, in seconds. */
const RETRY = { least: 1, most: 30 };

/**
 * Lets work run while there is capacity. Other work waits in one of three lanes: lighter work starts first, and heavier work
 * never takes the whole capacity. Work that cannot start before its deadline is shed at once. If the queue is full, the
 * heaviest work in it is shed.
 */
export class LoadGate {
  private readonly capacity: number;
  private readonly queue: number;
  private readonly heavy = newLane(Number.POSITIVE_INFINITY, 0.75);
  /** From the lightest to the heaviest. */
  private readonly lanes: readonly Lane[] = [newLane(QUICK, 1), newLane(LIGHT, 0.9), this.heavy];
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
    const lane = this.lanes.find(({ most }) => weight <= most) ?? this.heavy;
    const admitted = Math.min(Math.max(weight, 1), this.capacity * lane.share);
    await this.admitted(lane, admitted, bounds);
    const started = performance.now();
    try {
      return await work();
    } finally {
      this.measure(lane, performance.now() - started);
      this.running -= 1;
      lane.running -= admitted;
      this.admitWaiting();
    }
  }

  private get runningWeight(): number {
    return runningIn(this.lanes);
  }

  private get waiting(): number {
    return this.lanes.reduce((sum, { waiting }) => sum + waiting.length, 0);
  }

  private admitted(lane: Lane, weight: number, { deadline = Number.POSITIVE_INFINITY, signal }: ReadBounds) {
    if (this.canStart(lane, weight)) {
      this.begin(lane, weight);
      return undefined;
    }
    const wait = this.waitIn(lane);
    const left = deadline - Date.now();
    if (wait > left || signal?.aborted || !this.makePlace(lane)) return Promise.reject(this.shedFrom(lane));
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
      lane.waiting.push(one);
    });
  }

  /** Whether a request can join the queue. If the queue is full, the latest request of the heaviest lane leaves it. */
  private makePlace(lane: Lane): boolean {
    if (this.waiting < this.queue) return true;
    const heaviest = this.lanes.findLast(({ most, waiting }) => most > lane.most && waiting.length > 0);
    const latest = heaviest?.waiting.pop();
    latest?.fail(this.shedFrom(latest.lane));
    return latest !== undefined;
  }

  /** Lighter work starts before heavier work, and work of one lane starts in the order in which it came. */
  private canStart(lane: Lane, weight: number): boolean {
    return (
      !this.lanes.some(({ most, waiting }) => most <= lane.most && waiting.length > 0) && this.hasRoom(lane, weight)
    );
  }

  private hasRoom(lane: Lane, weight: number): boolean {
    const heavier = this.lanes.filter(({ most }) => most >= lane.most);
    // Work that is heavier than its share runs alone in its lane, and lighter work makes room for it.
    return runningIn(heavier) + weight <= this.capacity * lane.share && this.runningWeight + weight <= this.capacity;
  }

  private begin(lane: Lane, weight: number): void {
    this.running += 1;
    lane.running += weight;
  }

  private admitWaiting(): void {
    for (const { waiting } of this.lanes) {
      for (let [next] = waiting; next && this.hasRoom(next.lane, next.weight); [next] = waiting) {
        waiting.shift();
        this.begin(next.lane, next.weight);
        next.start();
      }
      if (waiting.length > 0) return;
    }
  }

  /** Ends the waiting of work whose deadline has come or whose client has disconnected. */
  private leave(one: Waiting): void {
    const { waiting } = one.lane;
    const at = waiting.indexOf(one);
    if (at === -1) return;
    waiting.splice(at, 1);
    one.fail(this.shedFrom(one.lane));
    this.admitWaiting();
  }

  /** While work of this lane runs for some time, the lane completes about the weight that runs in it. */
  private measure(lane: Lane, milliseconds: number): void {
    const now = lane.running / Math.max(milliseconds, 1);
    const before = lane.speed ?? now;
    lane.speed = before + LATEST * (now - before);
  }

  /** How long new work of a lane would wait, in milliseconds, as far as is known. */
  private waitIn({ speed, waiting }: Lane): number {
    return speed === undefined ? 0 : waiting.reduce((sum, { weight }) => sum + weight, 0) / speed;
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

/** The weight of the work that runs in some lanes. */
const runningIn = (lanes: readonly Lane[]): number => lanes.reduce((sum, { running }) => sum + running, 0);

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
