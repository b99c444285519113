import type { ReadBounds } from '../graph/connect.ts';
import type { FieldValues } from './requirement.ts';

/** The time for a request without a deadline, in milliseconds. */
const DEFAULT_TIMEOUT_MS = 8_000;

/** The keys of one request. */
export interface KeysOfRequest {
  readonly keys: readonly FieldValues[];
  /** The keys as text, by which equal keys are recognized. */
  readonly names: readonly string[];
  readonly bounds: ReadBounds;
}

/** A request that waits for the values of its keys. */
export class Waiting {
  readonly asked: KeysOfRequest;
  readonly deadline: number;
  /** The values of the keys, in their order. */
  readonly answer: Promise<unknown[]>;
  /** Set once the request was answered, failed, or left. */
  isSettled = false;
  private readonly values = new Map<string, unknown>();
  private resolve: (values: unknown[]) => void = () => undefined;
  private reject: (error: unknown) => void = () => undefined;

  constructor(asked: KeysOfRequest) {
    this.asked = asked;
    this.deadline = deadlineOf(asked.bounds);
    this.answer = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  /** Takes the value of a key. The last value that is missing settles the request. */
  take(name: string, value: unknown): void {
    if (this.isSettled) return;
    this.values.set(name, value);
    const { names } = this.asked;
    if (!names.every((one) => this.values.has(one))) return;
    this.isSettled = true;
    // Resolvers complete rows in place, so no two of them get the same row.
    this.resolve(names.map((one, at) => ownCopy(this.values.get(one), names.indexOf(one) !== at)));
  }

  fail(error: unknown): void {
    this.isSettled = true;
    this.reject(error);
  }
}

/** A key, and the requests that wait for its value. */
export interface WaitedKey {
  readonly key: FieldValues;
  readonly name: string;
  readonly requests: Waiting[];
  isAnswered: boolean;
}

/** Gives the value of a key to the requests that wait for it, once. Each request gets rows of its own. */
export function answer(key: WaitedKey, value: unknown): void {
  if (key.isAnswered) return;
  key.isAnswered = true;
  for (const [i, request] of key.requests.entries()) request.take(key.name, ownCopy(value, i > 0));
}

const ownCopy = (value: unknown, isTaken: boolean): unknown => (isTaken ? structuredClone(value) : value);

/** The distinct keys of requests. */
export function waitedKeysOf(requests: readonly Waiting[]): WaitedKey[] {
  const found = new Map<string, WaitedKey>();
  for (const request of requests) {
    for (const [i, name] of request.asked.names.entries()) {
      const known = found.get(name);
      if (known) known.requests.push(request);
      else found.set(name, { key: request.asked.keys[i] ?? {}, name, requests: [request], isAnswered: false });
    }
  }
  return [...found.values()];
}

/** The time by which a request needs its values, in milliseconds since the epoch. */
export const deadlineOf = ({ deadline }: ReadBounds): number => deadline ?? Date.now() + DEFAULT_TIMEOUT_MS;
