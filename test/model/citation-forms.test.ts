/** Citations in every form: they are read, printed, made ids of and sorted as the Code does. */
import { describe, expect, test } from 'vitest';
import { type CfrCitation, formatCitation, regulationId } from '../../src/model/citation.ts';
import { cfrAt } from '../../src/model/citations/cfr.ts';
import { parseCitation, parseRegulationId, parseStatute } from '../../src/model/citations/parse.ts';
import { citationSortKey } from '../../src/model/citations/sort-key.ts';
import { statutesIn } from '../../src/model/citations/statutes.ts';

const canonical = (text: string) => {
  const citation = parseCitation(text);
  return citation && formatCitation(citation);
};

const SECTIONS = [
  '17 CFR 240.10b-5',
  '17 CFR 240.10b5-1(c)(1)(i)(A)',
  '17 CFR 230.144A',
  '26 CFR 1.1031(a)-1',
  '26 CFR 1.1031(a)-1T',
  '26 CFR 1.401(a)(9)-5(b)',
  '26 CFR 1.36B-1(a)',
  '29 CFR 2590.715-2719(b)(2)(i)',
  '41 CFR 128-1.5004',
  '41 CFR 128-48.001-50',
  '48 CFR 53.303-DD-254',
  '33 CFR 100.35T01-0125(a)',
  '33 CFR 100.T07-0110',
  '10 CFR 960.3-1-4-1',
  '3 CFR 102.171-102.999',
  '45 CFR 171.102(API User)',
];
const DIVISIONS = [
  '45 CFR',
  '45 CFR Subtitle A',
  '45 CFR Subchapter D',
  '41 CFR Part 128-1',
  '45 CFR Part 171 Subpart B',
  '40 CFR Part 63 Subpart AAAAA',
  '48 CFR Part 52 Subpart 52.2',
  '42 CFR Part 482 Appendix A',
  '42 CFR Part 300 Subpart C Appendix B-1',
  '12 CFR Part 1016 Appendix only',
  '29 CFR Part 1910 Appendix A to 1910.1200',
];

describe('what is printed is read back', () => {
  test.each([...SECTIONS, ...DIVISIONS])('%s', (printed) => {
    const citation = parseCitation(printed) as CfrCitation;
    expect(formatCitation(citation)).toBe(printed);
    const id = regulationId(citation);
    const again = printed.includes(' Sub') && citation.part === undefined ? citation : parseRegulationId(id.slice(11));
    if (citation.part !== undefined) expect(again && regulationId(again)).toBe(id);
  });

  test.each(SECTIONS)('%s stands in a text as it is printed', (printed) => {
    if (/-102\.|API/.test(printed)) return; // a run of reserved sections and a name are no forms of a text
    const text = `Act as ${printed} says, and no more.`;
    const found = cfrAt(text, 7, { title: 45, part: '171', sections: [] });
    expect(found?.targets).toEqual([{ cfr: parseCitation(printed) }]);
    expect(text.slice(7, found?.end)).toBe(printed);
  });
});

test.each([
  ['17 cfr § 240.10b-5', '17 CFR 240.10b-5'],
  ['17 CFR 240.10b–5', '17 CFR 240.10b-5'],
  ['appendix A to 42 CFR part 482', '42 CFR Part 482 Appendix A'],
  ['42 CFR part 482, appendix A', '42 CFR Part 482 Appendix A'],
  ['Subpart b of 45 CFR part 171', '45 CFR Part 171 Subpart B'],
  ['45 CFR PART 52b', '45 CFR Part 52b'],
])('the question %s means %s', (asked, expected) => expect(canonical(asked)).toBe(expected));

test.each(['45 CFR parts 160 and 164', '45 CFR 164.501 and 164.502', '45 CFR 164.501-compliant', 'part of it'])(
  '%s is not one citation',
  (text) => expect(parseCitation(text)).toBeNull(),
);

test.each([
  ['42 USC 300jj-52', '42 U.S.C. 300jj-52'],
  ['54 U.S.C. 306108', '54 U.S.C. 306108'],
  ['40 U.S.C. § 1508.25', '40 U.S.C. 1508.25'],
  ['90 Fed. Reg. 1,234', '90 FR 1234'],
])('the question %s means the statute %s', (asked, expected) => expect(parseStatute(asked)).toBe(expected));

test('a note names a range of statute sections by its ends', () => {
  expect(
    statutesIn('42 U.S.C. 1320d-1320d-9; sec. 264, Pub. L. 104-191, 110 Stat. 2033; 5 U.S.C. 591-96.').map(
      ({ citation }) => citation,
    ),
  ).toEqual(['42 U.S.C. 1320d', '42 U.S.C. 1320d-9', 'Pub. L. 104-191, section 264', '110 Stat. 2033', '5 U.S.C. 591']);
});

test('sections sort as the Code sorts them', () => {
  const inOrder = [
    '17 CFR 240.10b',
    '17 CFR 240.10b(a)',
    '17 CFR 240.10b-5',
    '17 CFR 240.10b-5(a)',
    '17 CFR 240.10b-21',
    '17 CFR 240.10b5-1',
    '17 CFR 240.10c-1',
    '17 CFR 240.100',
  ];
  const key = (text: string) => citationSortKey(parseCitation(text) as CfrCitation);
  expect([...inOrder].reverse().sort((a, b) => (key(a) < key(b) ? -1 : 1))).toEqual(inOrder);
});
