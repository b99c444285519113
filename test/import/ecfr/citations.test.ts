/** The ways in which the law cites: sentences of ours in the patterns of real ones, each with every place that it cites. */
import { expect, test } from 'vitest';
import { findCitations } from '../../../src/import/ecfr/analyze/citations/index.ts';
import { writtenTarget } from '../../../src/import/ecfr/analyze/definitions.ts';
import { actNamesIn } from '../../../src/model/citations/acts.ts';
import { citedBy, SENTENCES } from './sentences.ts';

test('has enough sentences to be meaningful', () => {
  expect(SENTENCES.length).toBeGreaterThan(150);
  expect(SENTENCES.filter(({ cites }) => cites.length === 0).length).toBeGreaterThan(25);
});

test.each(SENTENCES)('$at: $text', (sentence) => {
  expect(citedBy(sentence).sort()).toEqual([...sentence.cites].sort());
});

test('short names of acts are those that the part defines', () => {
  const acts = actNamesIn([
    'Act means the Social Security Act.',
    'a plan under the Employee Retirement Income Security Act of 1974, as amended (ERISA), or',
    'the Public Health Service Act, 42 U.S.C. 201 (the “PHS Act”)',
  ]);
  const place = { title: 45, part: '998', section: '1', path: [], sections: [], definitions: [], elsewhere: [], acts };
  const text = 'By section 3(7) of ERISA, title XIX of the Act, section 2791 of the PHS Act, the Act, and PQRST.';
  expect(findCitations(text, place).flatMap(({ targets }) => targets.map(writtenTarget))).toEqual([
    'Employee Retirement Income Security Act of 1974, section 3(7)',
    'Social Security Act, title XIX',
    'Public Health Service Act, section 2791',
    'Social Security Act',
  ]);
});

test('a range into another part has its two ends, and waits for what lies between', () => {
  const place = { title: 42, part: '486', section: '2', path: [], sections: [], definitions: [], elsewhere: [] };
  const [cited] = findCitations('See 42 CFR 2.11–2.13.', place);
  const end = (section: string) => ({ title: 42, part: '2', section, paragraphs: [] });
  expect(cited?.targets).toEqual([{ cfr: end('11') }, { cfr: end('13') }]);
  expect(cited?.ranges).toEqual([{ from: end('11'), to: end('13') }]);
});
