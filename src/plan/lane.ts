import type { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Graph, ReadBounds } from '../graph/connect.ts';
import { timedOut } from '../graph/errors.ts';
import { within } from '../graph/patience.ts';
import type { FieldValues } from './requirement.ts';
import { answer, type KeysOfRequest, type WaitedKey, Waiting, waitedKeysOf } from './waiting.ts';

/** Statements of a plan that run at a time before further keys wait for each other: one for each core of a small server. */
const MOST_RUNNING = 2;
/** The longest time that a key waits to be sent, in milliseconds. A statement that runs longer no longer holds others back. */
const LONGEST_WAIT_MS = 25;
/** The largest number of keys in a shared statement. */
const MOST_KEYS = 32;
/** The number of keys whose values Neo4j sends at a time: it sends them late, but together. */
const FETCHED = 4;
/** Without a value for so many milliseconds, or so many times the usual time of a fetch, a shared statement counts as slow. */
const SLOW_MS = 100;
const SLOW_FACTOR = 8;
/** The same for a plan whose usual time is not known yet. Neo4j may still have to plan it. */
const FIRST_SLOW_MS = 1_000;
/** The share of the newest statement in the usual time of a key. */
const NEWEST = 0.2;
/** Slow keys that are remembered for each plan. They get a statement of their own from the start. */
const MOST_SLOW = 64;

/** A graph that statements are sent to. Without `isAlive`, it counts as alive. */
export type ReadableGraph = Pick<Graph, 'read'> & Partial<Pick<Graph, 'isAlive'>>;

/** A row of a plan: the value for the key at index `i`. */
interface KeyRow {
  readonly i: number;
  readonly value: unknown;
}

/** The statements of one plan, and the requests that wait for the next one. */
export class Lane {
  private readonly graph: ReadableGraph;
  private readonly text: string;
  private readonly params: FieldValues;
  private readonly slow = new LRUCache<string, true>({ max: MOST_SLOW });
  private queue: Waiting[] = [];
  private running = 0;
  /** The usual time of a key in milliseconds, as far as known. */
  private usualMs: number | undefined;

  constructor(graph: ReadableGraph, text: string, params: FieldValues) {
    this.graph = graph;
    this.text = text;
    this.params = params;
  }

  /** The values for the keys of a request, in their order. See `Coalescer.read`. */
  read(keys: readonly FieldValues[], bounds: ReadBounds): Promise<unknown[]> {
    if (keys.length === 0) return Promise.resolve([]);
    const asked = { keys, names: keys.map((key) => JSON.stringify(key)), bounds };
    if (asked.names.some((name) => this.slow.has(name))) return this.alone(asked);
    if (this.running < MOST_RUNNING) return this.inSlot(() => this.alone(asked));
    return this.whenSent(asked);
  }

  /** Waits for the next statement, but not longer than the request itself can wait. */
  private async whenSent(asked: KeysOfRequest): Promise<unknown[]> {
    const { signal } = asked.bounds;
    if (signal?.aborted) throw timedOut();
    const request = new Waiting(asked);
    this.queue.push(request);
    const isAlive = async () => (await this.graph.isAlive?.()) ?? true;
    try {
      return await within({ milliseconds: request.deadline - Date.now(), signal, isAlive }, request.answer);
    } finally {
      request.isSettled = true;
    }
  }

  /** Runs a statement in one of the slots. The slot is free once the statement ended, or after the longest wait. */
  private async inSlot<T>(send: () => Promise<T>): Promise<T> {
    this.running += 1;
    let isFree = false;
    const free = () => {
      if (isFree) return;
      isFree = true;
      this.running -= 1;
      this.sendNext();
    };
    const timer = setTimeout(free, LONGEST_WAIT_MS);
    try {
      return await send();
    } finally {
      clearTimeout(timer);
      free();
    }
  }

  private sendNext(): void {
    const next: Waiting[] = [];
    let size = 0;
    for (const request of this.queue) {
      if (size > 0 && size + request.asked.keys.length > MOST_KEYS) break;
      next.push(request);
      size += request.isSettled ? 0 : request.asked.keys.length;
    }
    this.queue = this.queue.slice(next.length);
    const keys = waitedKeysOf(next.filter(({ isSettled }) => !isSettled));
    if (keys.length > 0) void this.inSlot(() => this.together(keys));
  }

  /** Sends the keys of one request in a statement of their own. */
  private async alone({ keys, names, bounds }: KeysOfRequest): Promise<unknown[]> {
    const values: unknown[] = new Array(keys.length).fill(null);
    const started = performance.now();
    for (const { i, value } of await this.send(keys, bounds)) values[i] = value;
    this.learn(names, performance.now() - started);
    return values;
  }

  /**
   * Sends the keys of several requests. A request that leaves does not end the statement, unless it was the last. If the statement
   * stops at a slow key, the keys that could be the slow one are sent alone, and those after them together. If it fails, each key is
   * sent alone, so that a key cannot fail the others.
   */
  private async together(keys: readonly WaitedKey[]): Promise<void> {
    const waited = keys.filter(isWaited);
    if (waited.length === 0) return;
    const ended = new AbortController();
    const end = () => waited.some(isWaited) || ended.abort();
    for (const signal of signalsOf(waited)) signal.addEventListener('abort', end, { once: true });
    const split = () => {
      const open = waited.filter(isWaited);
      const parts = [...open.slice(0, FETCHED).map((key) => [key]), open.slice(FETCHED)];
      void Promise.all(parts.map((part) => this.together(part))).then(end);
    };
    const isAlone = waited.length === 1;
    let timer = isAlone ? undefined : setTimeout(split, this.slowMs());
    const started = performance.now();
    try {
      const bounds = { deadline: deadlineFor(waited), signal: ended.signal, fetchSize: FETCHED };
      const take = ({ i, value }: KeyRow) => {
        timer = timer?.refresh();
        if (waited[i]) answer(waited[i], value);
      };
      const sent = waited.map(({ key }) => key);
      for (const row of await this.send(sent, bounds, take)) take(row);
      const took = performance.now() - started;
      if (isAlone)
        this.learn(
          waited.map(({ name }) => name),
          took,
        );
      else this.notice(took, waited.length);
    } catch (error) {
      const open = waited.filter(isWaited);
      if (isAlone || isHopeless(error)) for (const { requests } of open) for (const one of requests) one.fail(error);
      else await Promise.all(open.map((key) => this.together([key])));
    } finally {
      clearTimeout(timer);
      for (const signal of signalsOf(waited)) signal.removeEventListener('abort', end);
    }
  }

  private send(keys: readonly FieldValues[], bounds: ReadBounds, onRow?: (row: KeyRow) => void): Promise<KeyRow[]> {
    const given = { ...this.params, keys: keys.map((key, i) => ({ ...key, i })) };
    return this.graph.read<KeyRow>(this.text, { given }, bounds, onRow);
  }

  /** How long a fetch takes that counts as slow, in milliseconds. */
  private slowMs(): number {
    return this.usualMs === undefined ? FIRST_SLOW_MS : Math.max(SLOW_MS, SLOW_FACTOR * FETCHED * this.usualMs);
  }

  /** Learns from a statement of one request whether its keys are slow. A slow statement says nothing about the usual time. */
  private learn(names: readonly string[], milliseconds: number): void {
    const isSlow = milliseconds > this.slowMs();
    for (const name of names) {
      if (isSlow) this.slow.set(name, true);
      else this.slow.delete(name);
    }
    if (!isSlow) this.notice(milliseconds, names.length);
  }

  private notice(milliseconds: number, keys: number): void {
    const each = milliseconds / Math.max(keys, 1);
    this.usualMs = this.usualMs === undefined ? each : (1 - NEWEST) * this.usualMs + NEWEST * each;
  }
}

const isWaited = ({ isAnswered, requests }: WaitedKey): boolean =>
  !isAnswered && requests.some(({ isSettled, asked }) => !isSettled && !asked.bounds.signal?.aborted);

const requestsOf = (keys: readonly WaitedKey[]) => keys.flatMap(({ requests }) => requests);

const signalsOf = (keys: readonly WaitedKey[]): AbortSignal[] =>
  requestsOf(keys).flatMap(({ asked }) => asked.bounds.signal ?? []);

const deadlineFor = (keys: readonly WaitedKey[]): number =>
  Math.max(...requestsOf(keys).map(({ deadline }) => deadline));

/** Whether a second attempt would fail, too: the database is down, or the time of every request is over. */
const isHopeless = (error: unknown): boolean =>
  ['DATABASE_UNAVAILABLE', 'TIMEOUT'].includes(String((error as GraphQLError).extensions?.code));
