/** The thread that draws: what it gives, and that nothing that happens to it harms the next drawing. */
import { afterAll, describe, expect, test } from 'vitest';
import { computeLayout } from '../../src/picture/compute-layout.ts';
import { LayoutPool } from '../../src/picture/layout-pool.ts';
import { random } from '../plan/random.ts';
import { clique, type Pair, sketch } from './layout-input.ts';

const pool = new LayoutPool();
afterAll(() => pool.close());

const small = () => sketch(12, [...clique(0, 6), ...clique(6, 6), [0, 6]], { layout: 'FORCE' });
/** Some seconds of work. */
const large = () => {
  const r = random(1);
  const pairs = Array.from({ length: 60_000 }, (): Pair => [r.int(20_000), Math.floor(20_000 * r.next() ** 3)]);
  return sketch(20_000, pairs, { layout: 'FORCE' });
};
const TIMEOUT = expect.objectContaining({ extensions: { code: 'TIMEOUT' } });
const since = (started: number) => performance.now() - started;

test('gives the same result as in this thread, repeatedly and in a new thread', async () => {
  const here = computeLayout(small());
  expect(await pool.compute(small())).toEqual(here);
  expect(await pool.compute(small())).toEqual(here);
  await pool.close();
  expect(await pool.compute(small())).toEqual(here);
});

describe('a large layout', () => {
  test('ends at the deadline, and the next one is computed', async () => {
    const started = performance.now();
    await expect(pool.compute(large(), { deadline: Date.now() + 300 })).rejects.toEqual(TIMEOUT);
    expect(since(started)).toBeLessThan(1_500);
    // The same lane, and its thread is free: this takes seconds if the first is still at work.
    const next = sketch(3_000, [], { layout: 'CIRCLE' });
    expect((await pool.compute(next)).points?.x.length).toBe(3_000);
  });

  test('ends when the client disconnects, running or queued', async () => {
    const gone = new AbortController();
    const both = [pool.compute(large(), { signal: gone.signal }), pool.compute(large(), { signal: gone.signal })];
    const ended = Promise.all(both.map((one) => expect(one).rejects.toEqual(TIMEOUT)));
    setTimeout(() => gone.abort(), 100);
    await ended;
    await expect(pool.compute(small(), { signal: gone.signal })).rejects.toEqual(TIMEOUT);
  });

  test('blocks neither this thread nor small layouts', async () => {
    const gone = new AbortController();
    let turns = 0;
    const ticking = setInterval(() => (turns += 1), 10);
    const drawing = pool.compute(large(), { signal: gone.signal }).catch((error: unknown) => error);
    await new Promise((done) => setTimeout(done, 300));
    expect((await pool.compute(small())).points).not.toBeNull();
    gone.abort();
    expect(await drawing).toEqual(TIMEOUT); // it was still at work
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(10);
  });
});

test('when the thread dies, its layout fails, and queued and later ones are computed', async () => {
  const impossible = { ...small(), order: -1 }; // no list has this length: an uncaught error there
  const waiting = [pool.compute(small()), pool.compute(impossible), pool.compute(small())];
  const outcomes = await Promise.allSettled(waiting);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(outcomes[1]).toMatchObject({ reason: { name: 'RangeError' } });
  expect(await pool.compute(small())).toEqual(computeLayout(small()));
});
