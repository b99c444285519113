/** What changed in a text, on which days, and what is known of the text before and after. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { windowsOf } from '../../src/import/ecfr/derive/windows.ts';
import { amendmentBefore, earliestOf, type NotedAmendment } from '../../src/law/amendments.ts';
import { textChanges } from '../../src/law/changes.ts';
import type { ProvisionInTime } from '../../src/law/coverage.ts';
import { coverageOf, type ProvisionVersions } from '../../src/law/in-time.ts';
import { coverageSegments } from '../../src/law/segments.ts';
import { isCurrentOn } from '../../src/law/versions.ts';
import { amendment, section, trueHistory } from './true-history.ts';

/** A section as an import stores it: the windows of its texts begin with amendments where these decide. */
function stored(place: ProvisionInTime, heading = 'Kites'): ProvisionVersions {
  const shown = place.observedOn.flatMap((day) => {
    const text = place.shownOn(day);
    return text === null ? [] : [[day, text] as const];
  });
  const windows = windowsOf(
    place.observedOn,
    new Map(shown),
    (text) => text,
    (day, before) => amendmentBefore(day, before, place.notes)?.effectiveOn ?? day,
  );
  const versions = windows
    .map(({ value: text, from, to = null }) => {
      const sourceId = `Source:ecfr-9-7-${place.observedOn.filter((day) => place.shownOn(day) === text)[0]}`;
      return { validFrom: from, validTo: to, heading, text, sha256: text, sourceId };
    })
    .reverse();
  const shownOn = (day: string) => {
    const version = versions.find(isCurrentOn(day));
    return version === undefined ? null : `${version.heading}\n${version.sha256}`;
  };
  return { ...place, shownOn, isUnit: true, versions };
}
const changes = (
  texts: Record<string, string | null>,
  notes: NotedAmendment[] = [],
  more: Partial<ProvisionInTime> = {},
) => textChanges(stored(section(texts, { notes, ...more })), []);

describe('a change', () => {
  test('is of the day of the edition that first shows it, where nothing tells more', () =>
    expect(changes({ '2020-01-01': 'old', '2024-01-01': 'new' })).toEqual([
      { kind: 'TEXT', on: '2024-01-01', basis: 'FIRST_SEEN', before: '2020-01-01', after: '2024-01-01' },
    ]));
  test('is of the day of the amendment that the note of the later edition names', () =>
    expect(
      changes({ '2020-01-01': 'old', '2024-01-01': 'new' }, [
        amendment('80 FR 1', '2015-01-01'),
        amendment('88 FR 1', '2023-02-02'),
      ]),
    ).toEqual([
      { kind: 'TEXT', on: '2015-01-01', basis: 'EFFECTIVE_DATE', before: null, after: '2015-01-01' },
      { kind: 'TEXT', on: '2023-02-02', basis: 'EFFECTIVE_DATE', before: '2023-02-01', after: '2023-02-02' },
    ]));
  test('of which only the publication is known lies between the texts of two editions', () => {
    const undated = amendment('88 FR 1', null, { publishedOn: '2023-02-02', citedFrom: '2024-01-01' });
    expect(
      changes({ '2020-01-01': 'old', '2024-01-01': 'new' }, [amendment('80 FR 1', '2015-01-01'), undated])[1],
    ).toEqual({
      ...{ kind: 'TEXT', on: '2023-02-02', basis: 'PUBLICATION', before: '2020-01-01', after: '2024-01-01' },
    });
  });
  test('has no text before it where the list of amendments is not complete', () =>
    expect(changes({ '2020-01-01': 'old', '2024-01-01': 'new' }, [amendment('88 FR 1', '2023-02-02')])).toEqual([
      { kind: 'TEXT', on: '2023-02-02', basis: 'EFFECTIVE_DATE', before: null, after: '2023-02-02' },
    ]));
  test('adds a provision on the day that a rule states', () =>
    expect(
      changes({ '2024-01-01': 'new' }, [], { rules: [amendment('88 FR 1', '2023-02-02', { adds: true })] }),
    ).toEqual([]));
  test('adds a provision where the rule is known to add this provision', () => {
    const adds = amendment('88 FR 1', '2023-02-02', { adds: true });
    expect(textChanges(stored(section({ '2024-01-01': 'new' }, { rules: [adds] })), [adds])).toMatchObject([
      { kind: 'ADDED', on: '2023-02-02', before: null },
    ]);
  });
  test('that leaves only a reserved citation removes the provision', () => {
    const place = stored(section({ '2020-01-01': 'old', '2024-01-01': '' }));
    const [reserved] = place.versions;
    Object.assign(reserved ?? {}, { heading: '[Reserved]' });
    expect(textChanges(place, [])).toMatchObject([{ kind: 'REMOVED', on: '2024-01-01', before: '2020-01-01' }]);
  });
  test('of the heading alone is told apart from one of the text', () => {
    const place = stored(section({ '2020-01-01': 'old', '2024-01-01': 'new' }));
    const [late, early] = place.versions;
    Object.assign(late ?? {}, { text: 'old', heading: 'Sails' });
    expect(early?.text).toBe('old');
    expect(textChanges(place, []).map(({ kind }) => kind)).toEqual(['HEADING']);
  });
});

test('every difference between two editions is accounted for, and what is told of a text is true', () => {
  fc.assert(
    fc.property(trueHistory, ({ place, textOn }) => {
      const kept = stored(place);
      const found = textChanges(kept, []);
      const { observedOn } = place;
      for (const [i, late] of observedOn.entries()) {
        const early = observedOn[i - 1];
        if (early === undefined || textOn(early) === textOn(late)) continue;
        expect(found.some(({ on }) => early < on && on <= late)).toBe(true);
      }
      for (const { on, basis, before, after } of found) {
        const read = (day: string) => kept.versions.find(isCurrentOn(day))?.text;
        if (before !== null) expect(read(before)).toBe(textOn(before));
        if (after !== null) expect(read(after)).toBe(textOn(after));
        // The amendments of a day are told with their own differences, and not with those of others.
        if (basis !== 'FIRST_SEEN' && before !== null && after !== null)
          expect(Number(read(after)) - Number(read(before))).toBe(
            place.notes.filter((one) => earliestOf(one) === on).length,
          );
        if (basis === 'FIRST_SEEN') expect(observedOn).toContain(on);
      }
    }),
    { numRuns: 5_000 },
  );
});

test('the segments of a coverage say of every day what the coverage of that day says', () => {
  fc.assert(
    fc.property(trueHistory, ({ place, day }) => {
      const kept = stored(place);
      const segment = coverageSegments(kept).findLast(({ from }) => from <= day);
      expect(segment?.certainty).toBe(coverageOf(kept, day).certainty);
    }),
    { numRuns: 5_000 },
  );
});
