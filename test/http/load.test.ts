/** The gate: what runs, what waits, and what is shed. No database is needed. */
import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { LIGHT, LoadGate, QUICK } from '../../src/http/load.ts';

const CAPACITY = 100_000;
const HEAVY = 50_000;
const HALF_SECOND = 500;

/** Work that ends when it is told to. */
function work(gate: LoadGate, weight: number, bounds: { deadline?: number; signal?: AbortSignal } = {}) {
  let end = () => {};
  let isRunning = false;
  const done = gate.run(weight, bounds, () => {
    isRunning = true;
    return new Promise<string>((resolve) => {
      end = () => resolve('done');
    });
  });
  const outcome = done.catch((error: GraphQLError) => error.extensions.code);
  return { outcome, end: () => end(), isRunning: () => isRunning };
}
/** Lets all promises settle. */
const settled = () => new Promise((done) => setImmediate(done));

test('work runs at once while there is capacity, and waits otherwise in its order', async () => {
  const gate = new LoadGate({ capacity: CAPACITY, queue: 10 });
  const [first, second, third] = [work(gate, HEAVY), work(gate, HEAVY), work(gate, HEAVY)];
  await settled();
  expect([first, second, third].map((one) => one.isRunning())).toEqual([true, false, false]);
  expect(gate.figures).toEqual({ running: 1, runningWeight: HEAVY, waiting: 2, shed: 0 });
  first.end();
  await first.outcome;
  await settled();
  expect([second, third].map((one) => one.isRunning())).toEqual([true, false]);
  second.end();
  await second.outcome;
  await settled();
  third.end();
  expect(await third.outcome).toBe('done');
  expect(gate.figures).toEqual({ running: 0, runningWeight: 0, waiting: 0, shed: 0 });
});

test('lighter work runs beside heavier work of any weight, and goes ahead of it', async () => {
  const gate = new LoadGate({ capacity: CAPACITY, queue: 20 });
  const heavy = [work(gate, 10 * CAPACITY), work(gate, 10 * CAPACITY)];
  const light = Array.from({ length: 4 }, () => work(gate, LIGHT));
  const quick = Array.from({ length: 6 }, () => work(gate, QUICK));
  await settled();
  const running = (all: readonly ReturnType<typeof work>[]) => all.map((one) => one.isRunning());
  // Heavy work has three quarters of the capacity, heavy and light work together have nine tenths.
  expect(running(heavy)).toEqual([true, false]);
  expect(running(light)).toEqual([true, true, false, false]);
  expect(running(quick)).toEqual([true, true, true, true, true, false]);
  quick[0]?.end();
  await settled();
  expect(running(quick)).toEqual(Array(6).fill(true));
  light[0]?.end();
  await settled();
  expect([running(light), running(heavy)]).toEqual([
    [true, true, true, false],
    [true, false],
  ]);
});

test('if the queue is full, the latest of the heaviest work in it makes place for lighter work', async () => {
  const gate = new LoadGate({ capacity: QUICK, queue: 3 });
  const first = work(gate, QUICK);
  const heavy = [work(gate, CAPACITY), work(gate, CAPACITY)];
  const light = [work(gate, LIGHT), work(gate, LIGHT), work(gate, LIGHT)];
  expect(await heavy[1]?.outcome).toBe('OVERLOADED');
  expect(await heavy[0]?.outcome).toBe('OVERLOADED');
  const quick = work(gate, QUICK);
  expect(await light[2]?.outcome).toBe('OVERLOADED');
  expect(await work(gate, LIGHT).outcome).toBe('OVERLOADED');
  expect(gate.figures).toMatchObject({ waiting: 3, shed: 4 });
  first.end();
  await settled();
  expect([quick, light[0]].map((one) => one?.isRunning())).toEqual([true, false]);
});

test('what does not fit into the queue is shed at once, with the time to try again', async () => {
  const gate = new LoadGate({ capacity: CAPACITY, queue: 1 });
  work(gate, CAPACITY);
  work(gate, CAPACITY);
  const error = await gate.run(CAPACITY, {}, () => 'never').catch((shed: GraphQLError) => shed);
  expect(error).toMatchObject({
    extensions: {
      code: 'OVERLOADED',
      http: { status: 503, headers: { 'retry-after': expect.stringMatching(/^\d+$/) } },
    },
  });
  expect(gate.figures).toMatchObject({ waiting: 1, shed: 1 });
});

test('work whose deadline comes while it waits is shed without being done', async () => {
  const gate = new LoadGate({ capacity: CAPACITY, queue: 10 });
  const running = work(gate, CAPACITY);
  const waiting = work(gate, CAPACITY, { deadline: Date.now() + 30 });
  expect(await waiting.outcome).toBe('OVERLOADED');
  expect(waiting.isRunning()).toBe(false);
  running.end();
  expect(await running.outcome).toBe('done');
  expect(gate.figures).toEqual({ running: 0, runningWeight: 0, waiting: 0, shed: 1 });
});

test('work that would wait beyond its deadline is shed at once, as soon as the speed is known', async () => {
  const gate = new LoadGate({ capacity: CAPACITY, queue: 10 });
  const slow = work(gate, CAPACITY);
  await new Promise((done) => setTimeout(done, HALF_SECOND));
  slow.end();
  await slow.outcome;
  work(gate, CAPACITY);
  work(gate, CAPACITY);
  const started = performance.now();
  expect(await work(gate, CAPACITY, { deadline: Date.now() + HALF_SECOND / 2 }).outcome).toBe('OVERLOADED');
  expect(performance.now() - started).toBeLessThan(HALF_SECOND / 2);
});

test('work of a client that has disconnected leaves the queue', async () => {
  const gate = new LoadGate({ capacity: CAPACITY, queue: 10 });
  const running = work(gate, HEAVY);
  const client = new AbortController();
  const gone = work(gate, CAPACITY, { signal: client.signal });
  const next = work(gate, HEAVY / 2);
  await settled();
  expect([gone.isRunning(), next.isRunning(), gate.figures.waiting]).toEqual([false, false, 2]);
  client.abort();
  await gone.outcome;
  await settled();
  expect([gone.isRunning(), next.isRunning(), gate.figures.waiting]).toEqual([false, true, 0]);
  running.end();
});

test('capacity is given back after an error', async () => {
  const gate = new LoadGate({ capacity: CAPACITY, queue: 10 });
  const fails = () => Promise.reject(new GraphQLError('broken'));
  await expect(gate.run(CAPACITY, {}, fails)).rejects.toThrow('broken');
  await expect(
    gate.run(CAPACITY, {}, () => {
      throw new Error('thrown');
    }),
  ).rejects.toThrow('thrown');
  expect(gate.figures).toEqual({ running: 0, runningWeight: 0, waiting: 0, shed: 0 });
});
