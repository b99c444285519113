import { expect, test } from 'vitest';
import { DATE_BASES } from '../../src/model/date-basis.ts';
import { type DatedPeriod, periodInWords } from '../../src/prose/period.ts';

const words = (period: Partial<DatedPeriod>) =>
  periodInWords(
    { validFrom: null, validFromBasis: 'UNKNOWN', validTo: null, validToBasis: null, ...period },
    (day) => day,
  ).join('');
const [validFrom, validTo] = ['2020-06-30', '2024-03-11'];

test.each<[string, Partial<DatedPeriod>]>([
  ['since 2020-06-30', { validFrom, validFromBasis: 'EFFECTIVE_DATE' }],
  [
    'from 2020-06-30 until 2024-03-11',
    { validFrom, validFromBasis: 'STATED', validTo, validToBasis: 'EFFECTIVE_DATE' },
  ],
  ['until 2024-03-11', { validTo, validToBasis: 'STATED' }],
  ['first seen on 2020-06-30', { validFrom, validFromBasis: 'FIRST_SEEN' }],
  [
    'first seen on 2020-06-30, until 2024-03-11',
    { validFrom, validFromBasis: 'FIRST_SEEN', validTo, validToBasis: 'STATED' },
  ],
  [
    'from 2020-06-30, no longer seen on 2024-03-11',
    { validFrom, validFromBasis: 'STATED', validTo, validToBasis: 'FIRST_SEEN' },
  ],
  ['', { validFrom, validTo, validToBasis: 'UNKNOWN' }],
  ['', {}],
])('%s', (expected, period) => expect(words(period)).toBe(expected));

test('says "since", "from" and "until" of dates of the law alone', () => {
  for (const validFromBasis of DATE_BASES) {
    for (const validToBasis of DATE_BASES) {
      const said = words({ validFrom, validFromBasis, validTo, validToBasis });
      const isLaw = (basis: string) => basis === 'STATED' || basis === 'EFFECTIVE_DATE';
      expect(/since|from/.test(said)).toBe(isLaw(validFromBasis));
      expect(/until/.test(said)).toBe(isLaw(validToBasis));
    }
  }
});
