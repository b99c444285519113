import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Graph } from '../../src/graph/connect.ts';
import { FirstReads } from '../../src/graph/first-reads.ts';
import { testAddress } from '../setup/graph.ts';

const TEXT = 'RETURN 1';
const later = () => Date.now() + 60_000;

/** Begins a read as the graph does, and notes when it goes ahead. */
async function read(reads: FirstReads, name: string, noted: string[], deadline = later()) {
  const end = await reads.turn(TEXT, deadline);
  noted.push(name);
  return end;
}

test('other reads wait until the first one has a plan, and then go ahead together', async () => {
  const reads = new FirstReads();
  const noted: string[] = [];
  const end = await read(reads, 'first', noted);
  const others = ['second', 'third'].map((name) => read(reads, name, noted));
  await pause(10);
  expect(noted).toEqual(['first']);
  end(true);
  await Promise.all(others);
  expect(noted).toEqual(['first', 'second', 'third']);
  expect(reads.has(TEXT)).toBe(true);
});

test('if the first read fails, one of the others is the first', async () => {
  const reads = new FirstReads();
  const noted: string[] = [];
  const end = await read(reads, 'first', noted);
  const [second] = ['second', 'third'].map((name) => read(reads, name, noted));
  end(false);
  const endSecond = await second;
  await pause(10);
  expect([noted, reads.has(TEXT)]).toEqual([['first', 'second'], false]);
  endSecond?.(true);
  end(true); // it has ended before
  await pause(10);
  expect(noted).toEqual(['first', 'second', 'third']);
});

test('a read waits for the first one until its own deadline', async () => {
  const reads = new FirstReads();
  reads.begin(TEXT);
  const noted: string[] = [];
  await read(reads, 'late', noted, Date.now() + 30);
  expect(noted).toEqual(['late']);
});

test('another statement does not wait, and after a lost connection all are planned anew', async () => {
  const reads = new FirstReads();
  reads.begin(TEXT);
  const end = await reads.turn('RETURN 2', later());
  end(true);
  expect(reads.has('RETURN 2')).toBe(true);
  reads.forget();
  expect(reads.has('RETURN 2')).toBe(false);
});

test('a read in the background lets others make their plans first', async () => {
  const reads = new FirstReads();
  const end = reads.begin(TEXT);
  const noted: string[] = [];
  const waiting = reads.turn('RETURN 2', later(), true).then(() => noted.push('background'));
  await pause(10);
  expect(noted).toEqual([]);
  end(true);
  await waiting;
});

test('reads in the background do not wait for users for ever, and plan two statements at a time', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const reads = new FirstReads();
  reads.begin(TEXT);
  const noted: number[] = [];
  const ends = [1, 2, 3].map(async (i) => {
    const end = await reads.turn(`RETURN ${i} + 1`, later(), true);
    noted.push(i);
    return end;
  });
  await vi.advanceTimersByTimeAsync(9_900);
  expect(noted).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(noted).toEqual([1, 2]);
  (await ends[0])?.(true);
  await vi.advanceTimersByTimeAsync(1);
  expect(noted).toEqual([1, 2, 3]);
});

test('readers of a new statement at the same time all have their answers', async () => {
  const graph = Graph.open(testAddress());
  const text = `UNWIND range(1, 3) AS i RETURN i AS i /* ${Date.now()} */`;
  const answers = await Promise.all(Array.from({ length: 12 }, () => graph.read(text, {})));
  expect(answers).toEqual(answers.map(() => [{ i: 1 }, { i: 2 }, { i: 3 }]));
  await expect(Promise.all(Array.from({ length: 3 }, () => graph.read(`${text} wrong`, {})))).rejects.toThrow(
    /Invalid input/,
  );
  await graph.close();
});
