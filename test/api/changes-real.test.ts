/** What changed in real parts, counted again by a script of its own that reads the files. */
import { afterAll, describe, expect, test } from 'vitest';
import { importEcfr } from '../../src/import/ecfr/import.ts';
import { dayAfter } from '../../src/model/day.ts';
import { changesOf, sectionsOf } from '../setup/changes.ts';
import { testAddress } from '../setup/graph.ts';
import { differing } from '../setup/printed-sections.ts';
import { hasRealData, realFile } from '../setup/real-data.ts';
import { testGraph } from '../setup/test-graph.ts';

const { driver, graph, empty } = testGraph();
const { database } = testAddress();
afterAll(() => empty());

const take = (file: string, asOf: string) =>
  importEcfr(driver(), database, { files: [realFile(file)], asOf, today: '2026-11-28' });

describe.skipIf(!hasRealData)('the changes', { timeout: 240_000 }, () => {
  test.each([
    ['27 CFR Part 479', '27-479', ['2003-01-24', '2008-10-02', '2014-04-08', '2014-08-11', '2016-07-13']],
    ['37 CFR Part 42', '37-42', ['2012-09-16', '2013-03-16', '2013-03-25', '2015-05-19', '2016-05-02']],
  ])('of %s between any two of five editions', async (part, name, days) => {
    await empty();
    const file = (day: string) => `${name}.${day}.derived.xml`;
    for (const day of days) await take(file(day), day);
    const cfr = part.slice(0, part.indexOf(' Part'));
    for (const [i, from] of days.entries()) {
      for (const to of days.slice(i + 1)) {
        const between = days.slice(i, days.indexOf(to) + 1);
        const steps = between.slice(1).map((day, at) => [file(between[at] ?? ''), file(day)] as const);
        const changed = (what: 'words' | 'heading') =>
          [...new Set(steps.flatMap(([early, late]) => differing(early, late, what)))]
            .map((number) => `${cfr} ${number}`)
            .sort();
        expect(sectionsOf(await changesOf(graph(), { within: part, from: dayAfter(from), to }))).toEqual(
          changed('words'),
        );
        expect(
          sectionsOf(await changesOf(graph(), { within: part, from: dayAfter(from), to, kinds: ['HEADING'] })),
        ).toEqual(changed('heading'));
      }
    }
  });
});
