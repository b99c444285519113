/** From rows of the graph to amendments: pages find their rules, and rules their days. */
import { describe, expect, test } from 'vitest';
import {
  coverageOf,
  endOfVersion,
  type InTimeRow,
  observedIn,
  provisionInTime,
  startOfVersion,
} from '../../src/law/in-time.ts';
import { type AmendingRule, addsProvision } from '../../src/law/noted.ts';
import type { TextVersion } from '../../src/law/versions.ts';

const own = (more: object = {}) => ({
  ...{ id: 'Regulation:9-CFR-7.1', order: 0, text: 'new', heading: 'Kites', lead: '', validFrom: '2024-06-01' },
  ...{ textSource: 'Source:ecfr-9-7-2024-06-01', formerFrom: ['2020-01-01'], formerTo: ['2024-06-01'] },
  ...{ formerText: ['old'], formerHeading: ['Kites'], formerLead: [''], formerSource: ['Source:ecfr-9-7-2020-01-01'] },
  formerOrder: null,
  ...more,
});
const note = (citations: string[], published: string[], effective = published.map(() => '')) => ({
  historyKinds: published.map((_, i) => (i === 0 ? 'PUBLISHED' : 'AMENDED')),
  historyCitations: citations,
  historyPublished: published,
  historyEffective: effective,
  historyCitedFrom: published.map(() => '2024-06-01'),
  historySources: published.map(() => 'Source:ecfr-9-7-2024-06-01'),
});
const rule = {
  id: 'Rule:87-FR-10',
  name: 'Kite Rule',
  citation: '87 FR 10',
  lastPage: 30,
  publishedOn: '2022-01-05',
  effectiveOn: '2022-03-01',
};
const row = (more: Partial<InTimeRow> = {}): InTimeRow => ({
  texts: { id: 'Regulation:9-CFR-7.1', asOf: null, rows: [own()] },
  unitId: 'Regulation:9-CFR-7.1',
  observedOn: ['2020-01-01', '2024-06-01'],
  noted: note(['80 FR 5', '87 FR 22'], ['2015-02-02', '2022-01-05'], ['2015-03-03', '']),
  days: null,
  rules: [{ placeId: 'Regulation:9-CFR-7', effectiveOn: '2022-03-01', adds: null, rule }],
  ...more,
});
const amendments = (one: InTimeRow) =>
  provisionInTime(one).notes.map(({ citation, effectiveOn, basis }) => [citation, effectiveOn, basis]);

describe('the effective date of an amendment', () => {
  test('is stated by the note, or that of the rule that contains the page', () =>
    expect(amendments(row())).toEqual([
      ['80 FR 5', '2015-03-03', 'STATED'],
      ['87 FR 22', '2022-03-01', 'EFFECTIVE_DATE'],
    ]));
  test('is the day that the rule states for the provision, if it states one', () => {
    const rules = [...row().rules, { placeId: 'Regulation:9-CFR-7.1', effectiveOn: '2022-09-01', adds: null, rule }];
    expect(amendments(row({ rules }))[1]).toEqual(['87 FR 22', '2022-09-01', 'STATED']);
  });
  test('is two days for a section of which a rule amends one paragraph later, and one day for each paragraph', () => {
    const rules = [...row().rules, { placeId: 'Regulation:9-CFR-7.1(b)', effectiveOn: '2022-09-01', adds: null, rule }];
    expect(amendments(row({ rules })).map(([, day]) => day)).toEqual(['2015-03-03', '2022-03-01', '2022-09-01']);
    const days = (id: string) => amendments(row({ texts: { ...row().texts, id }, rules })).map(([, day]) => day);
    expect(days('Regulation:9-CFR-7.1(a)')).toEqual(['2015-03-03', '2022-03-01']);
    expect(days('Regulation:9-CFR-7.1(b)')).toEqual(['2015-03-03', '2022-09-01']);
  });
  test('is unknown for a page of no known rule, or of a rule that was published on another day', () => {
    expect(amendments(row({ rules: [] }))[1]).toEqual(['87 FR 22', null, 'PUBLICATION']);
    const other = [{ ...row().rules[0], rule: { ...rule, publishedOn: '2022-01-06' } }] as InTimeRow['rules'];
    expect(amendments(row({ rules: other }))[1]).toEqual(['87 FR 22', null, 'PUBLICATION']);
  });
});

describe('between two editions', () => {
  /** As an import stores the texts: the windows begin with amendments where these decide. */
  const decided = own({ validFrom: '2022-03-01', formerFrom: ['2015-03-03'], formerTo: ['2022-03-01'] });
  const texts = { ...row().texts, rows: [decided] };

  test('the text is sure on both sides of the amendment', () => {
    const place = provisionInTime(row({ texts }));
    expect(coverageOf(place, '2022-02-28')).toMatchObject({ certainty: 'DERIVED', edition: '2020-01-01' });
    expect(coverageOf(place, '2022-03-01')).toMatchObject({ certainty: 'DERIVED', edition: '2024-06-01' });
  });
  test('a version begins with the last amendment before the edition that shows it', () => {
    const place = provisionInTime(row({ texts }));
    expect(place.versions.map((version) => startOfVersion(place, version))).toEqual([
      ['2022-03-01', 'EFFECTIVE_DATE'],
      ['2015-03-03', 'STATED'],
    ]);
    expect(endOfVersion(place, place.versions[1] as TextVersion, place.versions[0])).toEqual([
      ...['2022-03-01', 'EFFECTIVE_DATE'],
    ]);
  });
  test('without an effective date, a version begins with the edition that first shows it, which is not a date of the law', () => {
    const place = provisionInTime(row({ rules: [] }));
    expect(startOfVersion(place, place.versions[0] as TextVersion)).toEqual(['2024-06-01', 'FIRST_SEEN']);
  });
  test('the text of a section is uncertain while only some of its paragraphs have changed', () => {
    const rules = [...row().rules, { placeId: 'Regulation:9-CFR-7.1(b)', effectiveOn: '2022-09-01', adds: null, rule }];
    const later = own({
      ...{ id: 'Regulation:9-CFR-7.1(b)', order: 1, lead: '\n', validFrom: '2022-09-01' },
      ...{ formerFrom: ['2015-03-03'], formerTo: ['2022-09-01'], formerLead: ['\n'] },
    });
    const mixed = provisionInTime(row({ texts: { ...texts, rows: [decided, later] }, rules }));
    const between = mixed.versions[1] as TextVersion;
    expect(between.text).toBe('new\nold');
    expect(observedIn(mixed, between)).toEqual([]);
    expect(startOfVersion(mixed, between)).toEqual(['2022-03-01', 'EFFECTIVE_DATE']);
    expect(coverageOf(mixed, '2022-06-01')).toMatchObject({ certainty: 'UNCERTAIN', edition: '2024-06-01' });
    expect(coverageOf(mixed, '2022-09-01')).toMatchObject({ certainty: 'DERIVED', edition: '2024-06-01' });
  });
});

test('of a provision that no edition contains, it is known only that there was none before a rule added it', () => {
  const texts = { ...row().texts, rows: [] };
  const on = (rules: InTimeRow['rules'], day: string) =>
    coverageOf(provisionInTime(row({ texts, observedOn: [], noted: null, rules })), day);
  const adding = row().rules.map((one) => ({ ...one, adds: true }));
  expect(on(adding, '2022-02-28')).toMatchObject({ certainty: 'DERIVED', inForce: false });
  expect(on(adding, '2022-03-01')).toMatchObject({ certainty: 'UNKNOWN', inForce: null, edition: null });
  expect(on(row().rules, '2021-01-01')).toMatchObject({ certainty: 'UNKNOWN', inForce: null });
});

test('a rule that adds a paragraph adds neither the section nor the paragraph beside it', () => {
  const { id } = row().texts;
  const [rule] = row().rules;
  const adding = (placeId: string, provision: string) =>
    addsProvision({ ...(rule as AmendingRule), placeId, adds: true }, provision);
  expect(adding(`${id}(b)`, id)).toBe(false);
  expect(adding(`${id}(b)`, `${id}(a)`)).toBe(false);
  expect(adding(`${id}(b)`, `${id}(b)`)).toBe(true);
  expect(adding(`${id}(b)`, `${id}(b)(1)`)).toBe(true);
  expect(adding(id, `${id}(a)`)).toBe(true);
  expect(adding('Regulation:45-CFR-171', 'Regulation:45-CFR-171.103')).toBe(true);
});
