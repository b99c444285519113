/** How sure a dated answer is: the rules one by one, on a made-up section with made-up days. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listOf, type NotedAmendment } from '../../src/law/amendments.ts';
import { coverageOn, type ProvisionInTime } from '../../src/law/coverage.ts';

const amendment = (
  citation: string,
  effectiveOn: string | null,
  more: Partial<NotedAmendment> = {},
): NotedAmendment => ({
  citation,
  publishedOn: effectiveOn,
  effectiveOn,
  basis: effectiveOn === null ? 'PUBLICATION' : 'EFFECTIVE_DATE',
  rule: { id: `Rule:${citation}`, name: `Rule ${citation}` },
  adds: false,
  citedUntil: '9999-12-31',
  pending: false,
  ...more,
});
/** A section with a text for each edition's day. */
const section = (texts: Record<string, string | null>, more: Partial<ProvisionInTime> = {}): ProvisionInTime => ({
  observedOn: Object.keys(texts),
  shownOn: (edition) => texts[edition] ?? null,
  notes: [],
  rules: [],
  ...more,
});
const brief = (day: string, place: ProvisionInTime) => {
  const { certainty, inForce, edition, outstanding } = coverageOn(day, place);
  return [certainty, inForce, edition, ...outstanding.map(({ citation }) => citation)];
};

describe('one edition', () => {
  const notes = [amendment('80 FR 1', '2015-03-01'), amendment('85 FR 1', '2020-03-01')];
  const place = section({ '2022-01-01': 'b' }, { notes });

  test('shows its own day', () => expect(brief('2022-01-01', place)).toEqual(['OBSERVED', true, '2022-01-01']));
  test('is presumed for later days', () =>
    expect(brief('2026-01-01', place)).toEqual(['PRESUMED', true, '2022-01-01']));
  test('decides the days since the last amendment that its note names', () =>
    expect(brief('2020-03-01', place)).toEqual(['DERIVED', true, '2022-01-01']));
  test('does not decide the text before that amendment, though there was one', () =>
    expect(brief('2019-01-01', place)).toEqual(['UNCERTAIN', true, null]));
  test('decides nothing before the first amendment of its note', () =>
    expect(brief('2014-01-01', place)).toEqual(['UNKNOWN', null, null]));
  test('is no longer presumed once a rule is known to amend what contains the section', () =>
    expect(
      brief('2026-01-01', section({ '2022-01-01': 'b' }, { notes, rules: [amendment('90 FR 1', '2025-01-01')] })),
    ).toEqual([...['UNCERTAIN', true, '2022-01-01', '90 FR 1']]));
  test('has no text for a day before a rule that added the section', () => {
    const rules = [amendment('80 FR 1', '2015-03-01', { adds: true })];
    expect(brief('2015-02-28', section({ '2022-01-01': 'b' }, { rules }))).toEqual(['DERIVED', false, null]);
    expect(brief('2015-02-28', section({ '2015-01-15': 'a' }, { rules }))).toEqual(['DERIVED', false, '2015-01-15']);
  });
  test('decides nothing where the effective date of an amendment is unknown', () => {
    const unsure = section(
      { '2022-01-01': 'b' },
      { notes: [amendment('80 FR 1', null, { publishedOn: '2015-03-01' })] },
    );
    expect(brief('2018-01-01', unsure)).toEqual(['UNKNOWN', null, null]);
  });
});

describe('two editions', () => {
  const list = [amendment('80 FR 1', '2015-03-01'), amendment('85 FR 1', '2020-03-01')];

  test('of one text decide the days between, if no amendment between them is known', () => {
    expect(brief('2019-01-01', section({ '2018-01-01': 'a', '2022-01-01': 'a' }))).toEqual([
      'OBSERVED',
      true,
      '2018-01-01',
    ]);
    const rules = [amendment('84 FR 1', '2019-06-01')];
    expect(brief('2019-01-01', section({ '2018-01-01': 'a', '2022-01-01': 'a' }, { rules }))[0]).toBe('UNCERTAIN');
  });
  test('of two texts decide all days between, if the later one has a complete list', () => {
    const place = section({ '2018-01-01': 'a', '2022-01-01': 'b' }, { notes: list });
    expect(brief('2020-02-29', place)).toEqual(['DERIVED', true, '2018-01-01']);
    expect(brief('2020-03-01', place)).toEqual(['DERIVED', true, '2022-01-01']);
  });
  test('leave the days between uncertain, if the section was revised in full and lost its older notes', () => {
    const notes = [amendment('85 FR 1', '2021-03-01')];
    const rules = [amendment('84 FR 1', '2019-06-01')];
    const place = section({ '2018-01-01': 'a', '2022-01-01': 'b' }, { notes, rules });
    expect(brief('2019-01-01', place)).toEqual(['UNCERTAIN', true, '2018-01-01']);
    expect(brief('2020-01-01', place)).toEqual(['UNCERTAIN', true, '2018-01-01', '84 FR 1']);
    expect(coverageOn('2020-01-01', place).reason).toContain('Rule 84 FR 1 (84 FR 1)');
    expect(brief('2021-03-01', place)).toEqual(['DERIVED', true, '2022-01-01']);
  });
  test('leave the days between uncertain, if two amendments lie between and the text between them is unknown', () => {
    const notes = [...list, amendment('86 FR 1', '2021-03-01')];
    const place = section({ '2018-01-01': 'a', '2022-01-01': 'c' }, { notes });
    expect(brief('2019-01-01', place)[0]).toBe('DERIVED');
    expect(brief('2020-06-01', place)).toEqual(['UNCERTAIN', true, '2018-01-01', '85 FR 1']);
    expect(brief('2021-06-01', place)).toEqual(['DERIVED', true, '2022-01-01']);
  });
  test('a rule that amends the part says nothing of a section whose complete list does not name it', () => {
    const rules = [amendment('85 FR 9', '2020-06-01')];
    expect(brief('2021-01-01', section({ '2018-01-01': 'a', '2022-01-01': 'b' }, { notes: list, rules }))[0]).toBe(
      'DERIVED',
    );
  });
  test('a paragraph that the later one lacks was there before the amendment and not after it', () => {
    const place = section({ '2018-01-01': 'a', '2022-01-01': null }, { notes: list });
    expect(brief('2019-01-01', place)).toEqual(['DERIVED', true, '2018-01-01']);
    expect(brief('2021-01-01', place)).toEqual(['DERIVED', false, '2022-01-01']);
  });
});

test('the list of an edition lacks what was published by its day but took effect later', () => {
  const notes = [amendment('80 FR 1', '2015-03-01'), amendment('85 FR 1', '2020-03-01', { publishedOn: '2020-01-01' })];
  expect(listOf('2020-01-01', notes).amendments.map(({ citation }) => citation)).toEqual(['80 FR 1']);
});

test('the list of an edition has what its own note names', () => {
  const notes = [amendment('80 FR 1', '2015-03-01', { citedUntil: '2018-01-01' }), amendment('85 FR 1', '2020-03-01')];
  expect(listOf('2018-01-01', notes).amendments.map(({ citation }) => citation)).toEqual(['80 FR 1']);
  expect(listOf('2022-01-01', notes)).toMatchObject({
    amendments: [{ citation: '85 FR 1' }],
    completeFrom: '2020-03-01',
  });
});

/** A true history: texts change on amendments alone, and notes name all amendments since the section was last revised. */
const history = fc
  .record({
    changes: fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 5 }),
    editions: fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 }),
    revised: fc.boolean(),
    day: fc.integer({ min: 1, max: 30 }),
  })
  .map(({ changes, editions, revised, day }) => {
    const asDay = (n: number) => `2020-01-${String(n).padStart(2, '0')}`;
    const sorted = [...changes].sort((a, b) => a - b);
    const textOn = (on: string) => `${sorted.filter((one) => asDay(one) <= on).length}`;
    const observedOn = [...editions].sort((a, b) => a - b).map(asDay);
    const last = asDay(sorted.at(-1) ?? 1);
    const notes = sorted.map((one) =>
      amendment(`${one} FR 1`, asDay(one), {
        // A revision in full is the last amendment; editions after it name no other.
        ...(revised &&
          asDay(one) < last && { citedUntil: observedOn.filter((edition) => edition < last).at(-1) ?? '' }),
      }),
    );
    return {
      place: section(Object.fromEntries(observedOn.map((on) => [on, textOn(on)])), { notes }),
      textOn,
      day: asDay(day),
    };
  });

test('what is observed or derived is true, whatever the amendments and the editions', () => {
  fc.assert(
    fc.property(history, ({ place, textOn, day }) => {
      const { certainty, edition } = coverageOn(day, place);
      if (certainty === 'OBSERVED' || certainty === 'DERIVED') expect(place.shownOn(edition ?? '')).toBe(textOn(day));
    }),
    { numRuns: 5_000 },
  );
});
