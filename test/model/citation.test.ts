import { describe, expect, test } from 'vitest';
import { formatCitation, regulationId } from '../../src/model/citation.ts';
import { parseCitation } from '../../src/model/citations/parse.ts';
import { citationSortKey } from '../../src/model/citations/sort-key.ts';

const canonical = (text: string) => {
  const citation = parseCitation(text);
  return citation && formatCitation(citation);
};

describe('a citation is read in the ways people write it', () => {
  test.each([
    ['45 CFR 171.203(a)(1)', '45 CFR 171.203(a)(1)'],
    ['45 C.F.R. § 171.203', '45 CFR 171.203'],
    ['§171.203(a)', '45 CFR 171.203(a)'],
    ['§ 171.203 (a) (1)', '45 CFR 171.203(a)(1)'],
    ['  45  cfr  171.203 ', '45 CFR 171.203'],
    ['171.103', '45 CFR 171.103'],
    ['section 171.1001', '45 CFR 171.1001'],
    ['42 CFR 414.1375', '42 CFR 414.1375'],
    ['45 CFR Part 171', '45 CFR Part 171'],
    ['45 CFR part 171, subpart B', '45 CFR Part 171 Subpart B'],
    ['45 CFR Part 171 Subpart B', '45 CFR Part 171 Subpart B'],
    ['subpart b of part 171', '45 CFR Part 171 Subpart B'],
    ['Part 171', '45 CFR Part 171'],
    ['45 CFR', '45 CFR'],
  ])('%s', (written, expected) => {
    expect(canonical(written)).toBe(expected);
  });

  test.each([
    '',
    'EHR',
    '171',
    '45 CFR 171.203(',
    '45 CFR 171.203(a',
    'Part',
    "171.203' OR 1=1",
    `1.${'1'.repeat(300)}`,
  ])('not %j', (written) => {
    expect(parseCitation(written)).toBeNull();
  });
});

test.each([
  ['45 CFR Part 171', 'Regulation:45-CFR-171'],
  ['45 CFR Part 171 Subpart B', 'Regulation:45-CFR-171-Subpart-B'],
  ['45 CFR 171.203(a)(1)', 'Regulation:45-CFR-171.203(a)(1)'],
])('%s has the id %s', (written, id) => {
  const citation = parseCitation(written);
  expect(citation && regulationId(citation)).toBe(id);
});

test('sort keys give the order of the law', () => {
  const inOrder = [
    '45 CFR Part 160',
    '45 CFR 160.103',
    '45 CFR Part 171',
    '45 CFR Part 171 Subpart A',
    '45 CFR Part 171 Subpart B',
    '45 CFR 171.103',
    '45 CFR 171.203',
    '45 CFR 171.203(a)',
    '45 CFR 171.203(a)(1)',
    '45 CFR 171.203(a)(1)(i)',
    '45 CFR 171.203(a)(1)(v)',
    '45 CFR 171.203(a)(1)(ix)',
    '45 CFR 171.203(a)(2)',
    '45 CFR 171.203(a)(10)',
    '45 CFR 171.203(b)',
    '45 CFR 171.203(i)',
    '45 CFR 171.203(z)',
    '45 CFR 171.203(aa)',
    '45 CFR 171.1001',
  ];
  const key = (text: string) => {
    const citation = parseCitation(text);
    if (citation === null) throw new Error(text);
    return citationSortKey(citation);
  };
  expect([...inOrder].reverse().sort((a, b) => (key(a) < key(b) ? -1 : 1))).toEqual(inOrder);
});
