import { setTimeout as after } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { nextTurn } from '../src/turns.ts';

/** Work of some milliseconds that nothing interrupts. */
function busy(milliseconds: number): void {
  const ends = performance.now() + milliseconds;
  while (performance.now() < ends);
}

test('long work of several requests delays a timer by about one turn', async () => {
  const late: number[] = [];
  let isOver = false;
  const light = async () => {
    while (!isOver) {
      const started = performance.now();
      await after(1);
      late.push(performance.now() - started);
    }
  };
  const heavy = async () => {
    for (let i = 0; i < 60; i += 1) {
      await nextTurn();
      busy(2);
    }
  };
  const watched = light();
  await Promise.all(Array.from({ length: 8 }, heavy));
  isOver = true;
  await watched;

  // Eight times 120 ms, in turns of 8 to 10 ms. Without turns, the timer would fire once, after 960 ms.
  expect(late.length).toBeGreaterThan(40);
  const [median = Number.NaN] = late.sort((a, b) => a - b).slice(late.length >> 1);
  expect(median).toBeLessThan(30);
});

test('all work goes on, however many wait', async () => {
  const done: number[] = [];
  const work = async (id: number) => {
    for (let i = 0; i < 5; i += 1) {
      await nextTurn();
      busy(1);
    }
    done.push(id);
  };
  await Promise.all(Array.from({ length: 20 }, (_, id) => work(id)));
  expect(done.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, id) => id));
});
