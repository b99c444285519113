import { LRUCache } from 'lru-cache';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** The length of a window, in seconds. */
const WINDOW_SECONDS = 60;
/** The maximum number of callers whose requests are counted at the same time. This many callers use about 20 MB. */
const MOST_CALLERS = 50_000;

/** What a caller has left in the current window. */
export interface RateBudget {
  readonly limit: number;
  readonly remaining: number;
  /** The number of seconds until the window ends. */
  readonly resetSeconds: number;
  /** Whether the request exceeds the limit. */
  readonly isExceeded: boolean;
}

/**
 * Counts the requests of each caller in windows of one minute. A window begins with the caller's first request. The
 * counts are in the memory of this process.
 */
export class Rates {
  private readonly limiter: RateLimiterMemory;
  /**
   * The callers, so that their number has a limit. The caller that has been quiet for the longest time is
   * forgotten. This does not help an attacker, who already has a budget for each of so many addresses.
   */
  private readonly callers: LRUCache<string, true>;
  private readonly limit: number;

  /**
   * @param limit requests per minute for each caller
   */
  constructor(limit: number, mostCallers = MOST_CALLERS) {
    this.limit = limit;
    this.limiter = new RateLimiterMemory({ points: limit, duration: WINDOW_SECONDS });
    this.callers = new LRUCache({
      max: mostCallers,
      dispose: (_value, caller, reason) => {
        if (reason === 'evict') void this.limiter.delete(caller);
      },
    });
  }

  /** Counts one request. */
  async count(caller: string): Promise<RateBudget> {
    this.callers.set(caller, true);
    const { remainingPoints, msBeforeNext, consumedPoints } = await this.limiter
      .consume(caller)
      .catch((exceeded: unknown) => {
        if (exceeded instanceof RateLimiterRes) return exceeded;
        throw exceeded;
      });
    return {
      limit: this.limit,
      remaining: remainingPoints,
      resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1_000)),
      isExceeded: consumedPoints > this.limit,
    };
  }
}
