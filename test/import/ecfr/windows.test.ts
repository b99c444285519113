/** Text in time: windows from what was seen on which day. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commonOrder, windowsOf } from '../../../src/import/ecfr/derive/windows.ts';
import { amendmentBefore } from '../../../src/law/amendments.ts';
import { coverageOn } from '../../../src/law/coverage.ts';
import { trueHistory } from '../../law/true-history.ts';

const same = (value: string) => value;

test('starts a text on the day it was seen and ends it when another was seen', () => {
  const days = ['2020-01-01', '2022-01-01', '2024-01-01', '2026-01-01'];
  const seen = new Map([
    ['2020-01-01', 'old'],
    ['2022-01-01', 'old'],
    ['2026-01-01', 'new'],
  ]);
  expect(windowsOf(days, seen, same)).toEqual([
    { value: 'old', from: '2020-01-01', seenFrom: '2020-01-01', to: '2024-01-01', goneOn: '2024-01-01' }, // on which day it was not there
    { value: 'new', from: '2026-01-01', seenFrom: '2026-01-01' },
  ]);
});

test('ends a text on the day on which an amendment replaced it', () => {
  const seen = new Map([
    ['2020-01-01', 'old'],
    ['2026-01-01', 'new'],
  ]);
  const days = [...seen.keys()];
  const began = (day: string, before?: string) => (before === undefined ? day : '2024-07-01');
  expect(windowsOf(days, seen, same, began)).toEqual([
    { value: 'old', from: '2020-01-01', seenFrom: '2020-01-01', to: '2024-07-01', goneOn: '2026-01-01' },
    { value: 'new', from: '2024-07-01', seenFrom: '2026-01-01' },
  ]);
});

test('what the windows say of a day is true wherever amendments decide, and what editions show on their days', () => {
  fc.assert(
    fc.property(trueHistory, ({ place, textOn, day }) => {
      const { observedOn, notes } = place;
      const seen = new Map(observedOn.map((on) => [on, textOn(on)]));
      const windows = windowsOf(observedOn, seen, same, (on, before) => {
        return amendmentBefore(on, before, notes)?.effectiveOn ?? on;
      });
      const valueOn = (on: string) => windows.find(({ from, to = '9999' }) => from <= on && on < to)?.value;
      for (const on of observedOn) expect(valueOn(on)).toBe(textOn(on));
      const { certainty, edition } = coverageOn(day, place);
      if (certainty === 'DERIVED') expect(valueOn(day)).toBe(place.shownOn(edition ?? ''));
    }),
    { numRuns: 5_000 },
  );
});

test('has in its windows what was seen on each day', () => {
  const observations = fc.dictionary(
    fc.integer({ min: 2000, max: 2030 }).map((y) => `${y}-01-01`),
    fc.constantFrom('a', 'b', null),
  );
  fc.assert(
    fc.property(observations, (observed) => {
      const days = Object.keys(observed).sort();
      const seen = new Map(
        Object.entries(observed).flatMap(([day, text]) => (text === null ? [] : [[day, text] as [string, string]])),
      );
      const windows = windowsOf(days, seen, same);
      for (const day of days) {
        const there = windows.filter(({ from, to }) => from <= day && (to === undefined || day < to));
        expect(there.map(({ value }) => value)).toEqual(observed[day] === null ? [] : [observed[day]]);
      }
      for (const [i, { value, to }] of windows.entries()) {
        const next = windows[i + 1];
        if (next && next.from === to) expect(next.value).not.toBe(value); // no window is cut without need
      }
    }),
  );
});

test('merges several sequences and keeps the order in which they agree', () => {
  const sequences = fc
    .uniqueArray(fc.integer({ min: 0, max: 20 }), { minLength: 1 })
    .chain((whole) =>
      fc
        .array(fc.subarray(whole), { minLength: 1, maxLength: 4 })
        .map((parts) => parts.map((part) => part.map(String))),
    );
  fc.assert(
    fc.property(sequences, (parts) => {
      const order = commonOrder(parts);
      const [last = []] = parts;
      const placed = [...last].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
      expect(placed).toEqual(last);
      expect([...order.keys()].sort()).toEqual([...new Set(parts.flat())].sort());
    }),
  );
});
