/**
 * Caches the pages, and the data about the whole graph that pages use, so that they are created once for each state of
 * the data.
 */
import { LRUCache } from 'lru-cache';
import { document } from '../../schema/document.ts';
import { today } from '../model/day.ts';
import type { CacheReading } from '../telemetry/metrics.ts';
import type { Ask } from './ask.ts';

const DATA = document('query DataVersion { meta { dataVersion } }');

/** What an answer depends on beside its question: the data, and the day, because adoptions begin and end without an import. */
const stateNow = async (ask: Ask): Promise<string> => `${(await ask(DATA, {})).data.meta?.dataVersion} ${today()}`;

/** The size limit of a cache. The least recently used entries are removed first. */
export interface MemoryLimit<Value> {
  /** The maximum total size of all values, in bytes. */
  readonly bytes: number;
  readonly bytesOf: (value: Value) => number;
}

/**
 * Caches values by key until the data or the day changes. Each call costs one small query. No value is therefore older
 * than a write that was acknowledged before the call.
 */
export class Memory<Value extends object> {
  private readonly kept: LRUCache<string, Value>;
  /** The state in which everything kept was made. */
  private state: string | undefined;
  private hits = 0;
  private misses = 0;

  constructor({ bytes, bytesOf }: MemoryLimit<Value>) {
    this.kept = new LRUCache({ maxSize: bytes, sizeCalculation: (value) => Math.max(1, bytesOf(value)) });
  }

  /** The use of the cache since the process started. */
  get reading(): CacheReading {
    return { hits: this.hits, misses: this.misses, bytes: this.kept.calculatedSize };
  }

  /**
   * The value of a key: the cached value, or else a new one.
   *
   * @param make creates the value; errors are rethrown and not cached
   * @param isKept whether a new value can be cached
   */
  async recall(ask: Ask, key: string, make: () => Promise<Value>, isKept = (_: Value) => true): Promise<Value> {
    const state = await stateNow(ask);
    if (state !== this.state) this.kept.clear();
    this.state = state;
    const known = this.kept.get(key);
    if (known !== undefined) {
      this.hits += 1;
      return known;
    }
    this.misses += 1;
    const value = await make();
    // The data may have changed meanwhile, and may even change back: such a value belongs to no state.
    if (isKept(value) && (await stateNow(ask)) === state && this.state === state) this.kept.set(key, value);
    return value;
  }
}

/**
 * Caches the response to a query until the data or the day changes. Until then, each call costs one small query.
 *
 * @param find queries the API; errors are rethrown and not cached
 */
export function remembered<Found>(find: (ask: Ask) => Promise<Found>): (ask: Ask) => Promise<Found> {
  const memory = new Memory<{ found: Found }>({ bytes: 1, bytesOf: () => 1 });
  return async (ask) => (await memory.recall(ask, '', async () => ({ found: await find(ask) }))).found;
}
