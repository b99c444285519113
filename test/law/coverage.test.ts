/** How sure a dated answer is: the rules one by one, on a made-up section with made-up days. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listOf } from '../../src/law/amendments.ts';
import { coverageOn, type ProvisionInTime } from '../../src/law/coverage.ts';
import { amendment, section, trueHistory } from './true-history.ts';

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
  test('is not presumed after the day of an amendment that its note announces', () => {
    const pending = amendment('90 FR 1', '2025-01-01', { publishedOn: '2021-12-01', pending: true });
    const place = section({ '2022-01-01': 'b' }, { notes: [...notes, pending] });
    expect(brief('2024-12-31', place)[0]).toBe('PRESUMED');
    expect(brief('2025-01-01', place)).toEqual(['UNCERTAIN', true, '2022-01-01', '90 FR 1']);
    const undated = section({ '2022-01-01': 'b' }, { notes: [{ ...pending, effectiveOn: null }] });
    expect(brief('2022-06-01', undated)).toEqual(['UNCERTAIN', true, '2022-01-01']);
  });
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
    expect(coverageOn('2020-01-01', place).reason).toContain('84 FR 1 (Rule 84 FR 1)');
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
  test('decide the days until a page was published, if its effective date is unknown and the earlier one names the older pages', () => {
    const notes = [
      amendment('80 FR 1', null, { publishedOn: '2015-03-01', citedFrom: '2018-01-01' }),
      amendment('85 FR 1', null, { publishedOn: '2020-03-01', citedFrom: '2022-01-01' }),
    ];
    const place = section({ '2018-01-01': 'a', '2022-01-01': 'b' }, { notes });
    expect(brief('2020-02-29', place)).toEqual(['DERIVED', true, '2018-01-01']);
    expect(brief('2020-03-01', place)).toEqual(['UNCERTAIN', true, '2018-01-01']);
    expect(brief('2017-12-31', place)).toEqual(['UNKNOWN', null, null]);
  });
  test('decide nothing, if the text changed although the later one names no amendment between them', () => {
    const place = section({ '2018-01-01': 'a', '2022-01-01': 'b' }, { notes: [amendment('80 FR 1', '2015-03-01')] });
    expect(brief('2019-01-01', place)).toEqual(['UNCERTAIN', true, '2018-01-01']);
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

test('what is observed or derived is true, whatever the amendments and the editions', () => {
  fc.assert(
    fc.property(trueHistory, ({ place, textOn, day }) => {
      const { certainty, edition } = coverageOn(day, place);
      if (certainty === 'OBSERVED' || certainty === 'DERIVED') expect(place.shownOn(edition ?? '')).toBe(textOn(day));
    }),
    { numRuns: 5_000 },
  );
});
