/** Faults of a text stay where they are: what stands twice is told and moves nothing. Made-up law in `golden/faults`. */
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { importEcfr } from '../../../src/import/ecfr/import.ts';
import type { EcfrSummary } from '../../../src/import/ecfr/summary.ts';
import { today } from '../../../src/model/day.ts';
import { ask } from '../../setup/ask.ts';
import { testAddress } from '../../setup/graph.ts';
import { testGraph } from '../../setup/test-graph.ts';

const { driver, graph, empty } = testGraph();
const file = fileURLToPath(new URL('golden/faults/mills.xml', import.meta.url));
const imported = (asOf?: string) =>
  importEcfr(driver(), testAddress().database, { files: [file], asOf, today: today() });

describe('a file with faults', () => {
  let summary: EcfrSummary;
  beforeAll(async () => {
    await empty();
    summary = await imported('2026-01-03');
  });

  test('is imported, and the summary tells each fault and which text is kept', () => {
    expect(summary.faults).toEqual([
      '99 CFR Part 9 Subpart A occurs 2 times in the file. The sections from all occurrences are combined.',
      '99 CFR 9.1 occurs 2 times in the file. The text in the last occurrence is imported.',
      '99 CFR 9.11 occurs 2 times in the file. The text in the last occurrence that is not empty is imported.',
      '99 CFR 9.10(a)(2) occurs more than once in the text. One occurrence is imported as 99 CFR 9.10(a)(2 2).',
      '99 CFR 9.10(b) occurs more than once in the text. One occurrence is imported as 99 CFR 9.10(b 2).',
    ]);
  });

  test('keeps the sections of both subparts and the last text of a section', async () => {
    const { regulation } = await ask(
      graph(),
      '{ regulation(citation: "99 CFR Part 9 Subpart A") { children { citation children { text } } } }',
    );
    expect(regulation.children).toEqual([
      { citation: '99 CFR 9.1', children: [{ text: '(a) A wheel turns.' }] },
      { citation: '99 CFR 9.2', children: [] },
      { citation: '99 CFR 9.3', children: [] },
    ]);
    const { kept } = await ask(graph(), '{ kept: regulation(citation: "99 CFR 9.11") { text } }');
    expect(kept).toEqual({ text: 'Dust is swept.' });
  });

  test('leaves what follows a repeated designator in its place', async () => {
    const texts = await ask(
      graph(),
      `{ three: regulation(citation: "99 CFR 9.10(a)(3)") { text }
         c: regulation(citation: "99 CFR 9.10(c)") { cites { target { id } } }
         first: regulation(citation: "99 CFR 9.10(a)(2)") { text children { citation } }
         whole: regulation(citation: "99 CFR 9.10") { children { citation } } }`,
    );
    expect(texts).toEqual({
      three: { text: '(3) Marked.' },
      c: { cites: [{ target: { id: 'Regulation:99-CFR-9.10(a)(3)' } }] },
      first: { text: '(2) Clean;', children: [] },
      whole: { children: ['(a)', '(b)', '(b 2)', '(c)'].map((path) => ({ citation: `99 CFR 9.10${path}` })) },
    });
  });
});

test('an import without a date is an edition of today; the date of the last amendment is told, whatever mark follows it', async () => {
  await empty();
  const { days, datedToday, amendedOn } = await imported();
  expect({ days, datedToday, amendedOn }).toEqual({ days: [today()], datedToday: true, amendedOn: ['2025-03-07'] });
  const { regulation } = await ask(graph(), '{ regulation(citation: "99 CFR 9.2") { versions { validFrom } } }');
  expect(regulation.versions).toEqual([{ validFrom: today() }]);
  expect(await imported('2026-01-03')).toMatchObject({ days: ['2026-01-03'], datedToday: false });
});
