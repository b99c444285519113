/** The editorial rules of the seed, which `glossograph seed --check` holds. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkSeed } from '../../src/import/seed/index.ts';
import { sentencesOf } from '../../src/import/seed/review/prose.ts';
import { gradeOf } from '../../src/import/seed/review/readability.ts';

const WHOLE = fileURLToPath(new URL('seed/whole', import.meta.url));
const TODAY = '2026-11-29';

describe('the review of a seed', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'glossograph-seed-'));
    await cp(WHOLE, folder, { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true }));

  const change = async (file: string, from: string, to: string) => {
    const text = await readFile(join(folder, file), 'utf8');
    expect(text).toContain(from);
    await writeFile(join(folder, file), text.replace(from, to));
  };
  /** The faults and notes about a file. */
  const of = async (file: string, today = TODAY) => {
    const { faults, notes } = await checkSeed(folder, today);
    const about = (all: typeof faults) => all.filter((one) => one.file.endsWith(file)).map(({ message }) => message);
    return { faults: about(faults), notes: about(notes) };
  };
  const CHART = 'terms/chart.md';

  test('is not asked for when a seed is loaded', async () => {
    expect((await checkSeed(folder)).faults).toEqual([]);
    expect((await checkSeed(folder, TODAY)).faults).not.toEqual([]);
  });

  test('wants a day of review, and notes one that is a year old', async () => {
    expect((await of('terms/file.md')).faults).toContainEqual(expect.stringMatching(/^reviewed: is required/));
    expect((await of(CHART)).faults).not.toContainEqual(expect.stringMatching(/^reviewed/));
    expect((await of(CHART, '2027-11-28')).notes).not.toContainEqual(expect.stringMatching(/more than a year/));
    expect((await of(CHART, '2027-11-29')).notes).toContainEqual(expect.stringMatching(/last reviewed on 2026-11-29/));
    expect((await of(CHART, '2026-11-28')).faults).toContainEqual('reviewed: must not be later than today, 2026-11-28');
  });

  test('wants a statement for every source, and a source for every paragraph of a definition', async () => {
    expect((await of(CHART)).faults).not.toContainEqual(expect.stringMatching(/no statement/));
    expect((await of('terms/file.md')).faults).toContainEqual(
      'no statement cites this source; write [^part-7] after the sentence that the source supports',
    );
    expect((await of('terms/file.md')).faults).toContainEqual(
      'cite a source in this paragraph of the definition: A file.…',
    );
    await change(CHART, '[^part-7]', '');
    expect((await of(CHART)).faults).toContainEqual(expect.stringContaining('write [^part-7]'));
    await change(CHART, 'kept*.', 'kept*.[^nowhere]');
    expect((await of(CHART)).faults).toContainEqual(
      'the mark [^nowhere] names a source that the term does not list in sources',
    );
  });

  test('refuses British spelling, and knows names and abbreviations', async () => {
    await change(CHART, 'More sheets', 'Coloured sheets of the FHIR licence for Epic’s API');
    expect((await of(CHART)).faults.filter((one) => one.startsWith('use the American spelling'))).toEqual([
      expect.stringMatching(/^use the American spelling of "Coloured"/),
      expect.stringMatching(/^use the American spelling of "licence"/),
    ]);
  });

  test('refuses a sentence of more than 40 words and a short definition of more than 240 characters', async () => {
    await change(CHART, 'Keep one.', `Keep ${'one '.repeat(39)}.`);
    expect((await of(CHART)).faults).not.toContainEqual(expect.stringMatching(/^split/));
    await change(CHART, 'Keep one', 'Keep one one');
    expect((await of(CHART)).faults).toContainEqual(expect.stringMatching(/^split this sentence, which has 41 words/));
    await change(CHART, 'What is written of a patient.', 'a'.repeat(241));
    expect((await of(CHART)).faults).toContainEqual('shortDefinition: must have at most 240 characters, not 241');
  });

  test('wants mutual contrasts, the parent of a category, and ways that lead to a term', async () => {
    await change('terms/file.md', 'contrasts: [chart]', 'contrasts: []');
    await change('terms/file.md', 'category: Records', 'category: Billing');
    expect((await of(CHART)).faults).toContainEqual(
      'contrasts: the term file must also list chart, because every contrast is mutual',
    );
    const { faults } = await of('terms/file.md');
    expect(faults).toContainEqual(
      expect.stringMatching(/^broader: .* Billing must have revenue-cycle-management among/),
    );
    expect(faults).toContainEqual(expect.stringMatching(/^at least \d+ entities must be linked to the term, not 2;/));
  });
});

test('reads sentences without markup, and grades them by the words that a reader sounds out', () => {
  const easy = sentencesOf('The cat sat on the *mat*. It did not [move](https://terms.example).');
  expect(easy.map(({ text }) => text)).toEqual(['The cat sat on the mat.', 'It did not move.']);
  const hard = sentencesOf('Interoperability necessitates organizational accountability regarding standardization.');
  expect(gradeOf(easy)).toBeLessThan(2);
  expect(gradeOf(hard)).toBeGreaterThan(14);
  expect(gradeOf(sentencesOf('The cat sat on the mat, 45 CFR 171.102.'))).toBeLessThan(4);
});
