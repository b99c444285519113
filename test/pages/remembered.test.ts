/** What pages keep: never longer than the data and the day stay the same, and never more than the limit. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Ask } from '../../src/pages/ask.ts';
import { Memory, remembered } from '../../src/pages/remembered.ts';

/** The version of the data, as the API tells it. */
let version: string;
const ask = (async () => ({ data: { meta: { dataVersion: version } } })) as unknown as Ask;
beforeEach(() => {
  version = 'a';
});
afterEach(() => vi.useRealTimers());

interface Text {
  readonly text: string;
}
const memory = (bytes = 1_000) => new Memory<Text>({ bytes, bytesOf: ({ text }) => text.length });

/** Counts how often it makes a value, and puts the number into the value. */
function counter() {
  let made = 0;
  return { make: async () => ({ text: `value ${++made}` }), count: () => made };
}

describe('a memory', () => {
  test('gives the same value for the same key, and others for other keys', async () => {
    const [kept, { make }] = [memory(), counter()];
    const first = await kept.recall(ask, '/a', make);
    expect(await kept.recall(ask, '/a', make)).toBe(first);
    expect(await kept.recall(ask, '/b', make)).toEqual({ text: 'value 2' });
    expect(await kept.recall(ask, '/a', make)).toBe(first);
  });

  test('makes each value anew when the data has changed, and again when it has changed back', async () => {
    const [kept, { make, count }] = [memory(), counter()];
    for (const one of ['a', 'b', 'a', 'a']) {
      version = one;
      await kept.recall(ask, '/a', make);
    }
    expect(count()).toBe(3);
  });

  test('makes each value anew on the next day', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-12-31T23:59:00Z') });
    const [kept, { make, count }] = [memory(), counter()];
    await kept.recall(ask, '/a', make);
    await kept.recall(ask, '/a', make);
    expect(count()).toBe(1);
    vi.setSystemTime(new Date('2026-01-01T00:01:00Z'));
    await kept.recall(ask, '/a', make);
    expect(count()).toBe(2);
  });

  test('does not keep a value if the data changed while it was made', async () => {
    const [kept, { make, count }] = [memory(), counter()];
    const whileChanging = async () => {
      version = 'b';
      return make();
    };
    await kept.recall(ask, '/a', whileChanging);
    version = 'a'; // even if an import is undone
    await kept.recall(ask, '/a', make);
    expect(count()).toBe(2);
  });

  test('keeps no failure, and nothing that its caller refuses', async () => {
    const [kept, { make, count }] = [memory(), counter()];
    const failing = () => Promise.reject(new Error('no database'));
    await expect(kept.recall(ask, '/a', failing)).rejects.toThrow('no database');
    await kept.recall(ask, '/a', make, () => false);
    await kept.recall(ask, '/a', make);
    expect(count()).toBe(2);
  });

  test('forgets what was not used for the longest time before it exceeds its limit, and never keeps a value beyond it', async () => {
    const [kept, { make, count }] = [memory(3 * 'value 1'.length), counter()];
    for (const key of ['/a', '/b', '/c', '/a', '/d']) await kept.recall(ask, key, make);
    expect(count()).toBe(4);
    await kept.recall(ask, '/a', make);
    expect(count()).toBe(4);
    await kept.recall(ask, '/b', make);
    expect(count()).toBe(5);
    const long = { text: 'x'.repeat(100) };
    await kept.recall(ask, '/long', async () => long);
    expect(await kept.recall(ask, '/long', make)).not.toBe(long);
  });
});

test('a remembered question is asked once for each version of the data', async () => {
  const { make, count } = counter();
  const question = remembered(make);
  expect(await question(ask)).toEqual(await question(ask));
  expect(count()).toBe(1);
  version = 'b';
  await question(ask);
  expect(count()).toBe(2);
});
