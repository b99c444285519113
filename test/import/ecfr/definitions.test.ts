/** The forms in which the law defines, each in a sentence of our own: names, scopes, kinds, references and days. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { analyzedText } from '../../../src/import/ecfr/derive/analyzed-editions.ts';
import { readEcfr } from '../../../src/import/ecfr/read/read-ecfr.ts';
import { formatCitation } from '../../../src/model/citation.ts';

const folder = mkdtempSync(join(tmpdir(), 'glossograph-definitions-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The definitions in § 8.1 with this heading and these paragraphs, in Part 8 of title 99 with sections 8.1 to 8.4. */
async function defined(heading: string, ...paragraphs: string[]) {
  const others = ['2', '3', '4'].map(
    (n) => `<DIV8 N="8.${n}" TYPE="SECTION"><HEAD>§ 8.${n} More.</HEAD><P>(a) One.</P><P>(b) Two.</P></DIV8>`,
  );
  const xml = `<?xml version="1.0"?><DIV1 N="99" TYPE="TITLE"><HEAD>Title 99</HEAD><DIV5 N="8" TYPE="PART"><HEAD>PART 8—BOATS</HEAD><DIV6 N="A" TYPE="SUBPART"><HEAD>Subpart A—General</HEAD><DIV8 N="8.1" TYPE="SECTION"><HEAD>§ 8.1 ${heading}</HEAD>${paragraphs
    .map((text) => `<P>${text}</P>`)
    .join('\n')}</DIV8>${others.join('')}</DIV6></DIV5></DIV1>`;
  const file = join(folder, 'part.xml');
  writeFileSync(file, xml);
  for await (const { text } of readEcfr({ file, title: 99 })) {
    return analyzedText(text).definitions.map(({ by, scopes, references, ...more }) => ({
      ...more,
      at: formatCitation(by.citation),
      scopes: scopes.map(formatCitation),
      steps: references.map(({ citation, role }) => `${role} ${citation}`),
    }));
  }
  throw new Error('the file has no part');
}
const names = async (heading: string, ...paragraphs: string[]) =>
  (await defined(heading, ...paragraphs)).map((one) => one.names);

describe('a noun "means" defines nothing', () => {
  test.each([
    '(a) The harbor master uses every reasonable means to keep the channel open.',
    '(a) By electronic means, the owner files the log.',
    '(a) <I>Reasonable opt out means.</I> You give a reasonable means to opt out.',
    '(a) Filing by means other than a form is not allowed.',
    '(a) A boat by any other lawful means of transport.',
    '(a) Such means are used where the tide allows it.',
    '(a) Words in the plural form shall include the singular.',
    '(a) This means that the owner pays.',
    '(a) The term shall not include a raft.',
  ])('%s', async (text) => {
    expect(await names('Conduct.', text)).toEqual([]);
  });
});

describe('names', () => {
  test.each<[string, string[]]>([
    ['(a) <I>Skipper</I> or <I>master</I> means a person.', ['Skipper', 'master']],
    ['(b) <I>Owner or holder</I> means a person.', ['Owner', 'holder']],
    ['“Ferry,” or “packet,” means a boat.', ['Ferry', 'packet']],
    ['<I>Boat safety plan (BSP)</I> means a plan.', ['Boat safety plan', 'BSP']],
    ['<I>Local pilot (licensed LP)</I> means a pilot.', ['Local pilot', 'licensed LP']],
    ['<I>State or Tribal Harbor Office</I> means an office.', ['State or Tribal Harbor Office']],
    ['<I>Sale or transfer of boats</I> means a trade.', ['Sale or transfer of boats']],
    ['<I>Mooring product or service</I> means a product.', ['Mooring product or service']],
    ['<I>Harbor Control Body or HCB</I> means a body.', ['Harbor Control Body', 'HCB']],
    ['<I>Signal(s)</I> means a light.', ['Signal', 'Signals']],
    ['<I>Test criterion (or criteria)</I> means a rule.', ['Test criterion', 'Test criteria']],
    ['<I>U.S. Company/Companies</I> means a firm.', ['U.S. Company', 'U.S. Companies']],
    [
      '<I>Moor (including its correlative meanings “Mooring” and “Moored”)</I> means to tie.',
      ['Moor', 'Mooring', 'Moored'],
    ],
    ['<I>TIDE</I>-covered boat means a boat.', ['TIDE-covered boat']],
    ['<I>Night, dusk,</I> and dawn mean a time.', ['Night', 'dusk', 'dawn']],
    ['<I>ABC</I> means Administrative Boat Court.', ['ABC', 'Administrative Boat Court']],
    [
      '<I>HBS</I> stands for the Department of Harbor and Boat Services.',
      ['HBS', 'Department of Harbor and Boat Services'],
    ],
    ['The term dinghy shall have the same meaning as the term skiff in § 8.2.', ['dinghy']],
    ['A place of mooring means a pier.', ['place of mooring']],
  ])('%s', async (text, expected) => {
    expect(await names('Definitions.', 'For purposes of this part:', text)).toEqual([expected]);
  });

  test('in a list without verbs, each member is a paragraph of its own', async () => {
    const found = await defined(
      'Definitions.',
      'For purposes of this part, the following definitions apply:',
      '<I>Anchor.</I> A weight on a rope.',
      '<I>Beacon</I> or <I>light.</I> A lamp.',
      '<I>Canal:</I> a way for boats.',
      '<I>Deck.</I> Has the meaning assigned to such term at 45 CFR 160.103.',
    );
    expect(found.map((one) => [one.at, ...one.names])).toEqual([
      ['99 CFR 8.1(Anchor)', 'Anchor'],
      ['99 CFR 8.1(Beacon)', 'Beacon', 'light'],
      ['99 CFR 8.1(Canal)', 'Canal'],
      ['99 CFR 8.1(Deck)', 'Deck'],
    ]);
    expect(found.at(-1)).toMatchObject({ kind: 'BY_REFERENCE', steps: ['DEFERS 45 CFR 160.103'] });
  });

  test('headings of rules are no members of a list', async () => {
    expect(
      await names('Duties.', '<I>Lights.</I> A boat carries lights.', '(a) <I>Anchors.</I> A boat has an anchor.'),
    ).toEqual([]);
  });

  test('words in passing name what comes before them', async () => {
    const [found] = await defined(
      'Duties.',
      '(a) An owner, renter, or pilot (collectively “user”) keeps a log as § 8.2 says.',
    );
    expect(found).toMatchObject({
      names: ['user'],
      kind: 'TEXT',
      text: expect.stringMatching(/^\(a\) An owner.*“user”\)$/),
    });
  });

  test('a later sentence about a name continues its definition', async () => {
    expect(
      await names(
        'Definitions.',
        '<I>Vessel</I> means a boat. The term vessel includes a raft.',
        '(1) <I>Vessel</I> also includes a ship.',
        '<I>Crew</I> means sailors or other persons on board. Other persons on board includes guests.',
      ),
    ).toEqual([['Vessel'], ['Crew'], ['Other persons on board']]);
  });
});

describe('scopes', () => {
  test.each<[string, string[]]>([
    ['(c) For purposes of paragraph (a) of this section, <I>quay</I> means a wall.', ['99 CFR 8.1(a)']],
    [
      '(c) For purposes of paragraphs (a) and (b) of this section, “quay” means a wall.',
      ['99 CFR 8.1(a)', '99 CFR 8.1(b)'],
    ],
    ['(c) For purposes of §§ 8.2 through 8.4, <I>quay</I> means a wall.', ['99 CFR 8.2', '99 CFR 8.3', '99 CFR 8.4']],
    ['(c) As used in § 8.2, <I>quay</I> means a wall.', ['99 CFR 8.2']],
    ['(c) As used in this part, <I>quay</I> means a wall.', ['99 CFR Part 8']],
    ['(c) For purposes of this title, <I>quay</I> means a wall.', ['99 CFR']],
    ['(c) In this section, quay means a wall.', ['99 CFR 8.1']],
    ['(c) “Quay” as used in this subpart means a wall.', ['99 CFR Part 8 Subpart A']],
    ['(c) A quay is a wall. Quay means a wall of stone.', ['99 CFR 8.1']],
  ])('%s', async (text, expected) => {
    const [found] = await defined('Conduct.', '(a) One.', '(b) Two.', text);
    expect(found?.scopes).toEqual(expected);
  });

  test('the words above a list name the scope of its members', async () => {
    const found = await defined(
      'Conduct.',
      '(a) <I>Words.</I> For the purposes of § 8.3—',
      '(1) “Pier” includes a quay.',
      '(2) <I>Jetty</I> means a wall.',
    );
    expect(found.map(({ scopes }) => scopes)).toEqual([['99 CFR 8.3'], ['99 CFR 8.3']]);
  });

  test('other definitions that the heading names are no scope', async () => {
    const [found] = await defined(
      'Definitions.',
      'In addition to the definitions in § 8.2, the following definitions apply to trips under this subpart:',
      '<I>Trip</I> means a voyage.',
    );
    expect(found?.scopes).toEqual(['99 CFR Part 8 Subpart A']);
  });

  test('a paragraph that only defines a word defines it for the paragraph around it', async () => {
    const [found] = await defined(
      'Conduct.',
      '(a) One:',
      '(1) Two.',
      '(2) For purposes of this paragraph, the term log means a book.',
    );
    expect(found?.scopes).toEqual(['99 CFR 8.1(a)']);
  });
});

describe('kinds and references', () => {
  test.each<[string, string, string[]]>([
    ['<I>Log</I> means a book.', 'TEXT', []],
    ['<I>Log</I> has the meaning given to it in 45 CFR 171.102.', 'BY_REFERENCE', ['DEFERS 45 CFR 171.102']],
    ['<I>Log</I> is defined as it is in § 8.2.', 'BY_REFERENCE', ['DEFERS 99 CFR 8.2']],
    ['<I>Log</I> is defined for purposes of this part in § 8.2.', 'BY_REFERENCE', ['DEFERS 99 CFR 8.2']],
    [
      '<I>Log</I> means a log under the Boat Act, Public Law 104-191, as defined in 45 CFR 160.103.',
      'BY_REFERENCE',
      ['DEFERS 45 CFR 160.103'],
    ],
    ['<I>Log</I> has the same meaning as in § 8.2, except that it includes a chart.', 'BOTH', ['DEFERS 99 CFR 8.2']],
    ['<I>Log</I> means a record (as defined in 45 CFR 164.501) of a trip.', 'BOTH', ['BORROWS 45 CFR 164.501']],
    ['<I>Log</I> means a book, other than a chart as defined in § 8.3, on a boat.', 'BOTH', ['EXCLUDES 99 CFR 8.3']],
    ['<I>Log</I> means a book of a crew, as defined in this section.', 'BOTH', ['BORROWS 99 CFR 8.1']],
    ['<I>Log</I> (as defined in § 8.2) means a book.', 'BOTH', ['BORROWS 99 CFR 8.2']],
    [
      '<I>Log</I> means a book (as defined in section 3(1) of the Boat Act (BA), 29 U.S.C. 1002(1)).',
      'BOTH',
      ['BORROWS 29 U.S.C. 1002(1)'],
    ],
    ['<I>Logged</I>—see § 8.2(b).', 'BY_REFERENCE', ['DEFERS 99 CFR 8.2(b)']],
  ])('%s', async (text, kind, steps) => {
    const [found] = await defined('Definitions.', 'For purposes of this part:', text);
    expect({ kind: found?.kind, steps: found?.steps }).toEqual({ kind, steps });
  });

  test('the members of a list that is left out are excluded', async () => {
    const [found] = await defined(
      'Definitions.',
      '<I>Log</I> means a record as defined in 45 CFR 164.501, but shall not include:',
      '(1) Charts as defined in § 8.3; or',
      '(2) Maps.',
    );
    expect(found?.steps).toEqual(['BORROWS 45 CFR 164.501', 'EXCLUDES 99 CFR 8.3']);
  });
});

test.each<[string, { from?: string; to?: string }]>([
  ['Effective January 1, 2030, <I>log</I> means a book.', { from: '2030-01-01' }],
  ['On and after January 1, 2030, the term log means a book.', { from: '2030-01-01' }],
  ['<I>Log</I> means, beginning January 1, 2030, a book.', { from: '2030-01-01' }],
  ['<I>Log.</I> Effective January 1, 2030, log means a book.', { from: '2030-01-01' }],
  ['<I>Log</I> means, until January 1, 2030, a book.', { to: '2030-01-01' }],
  ['<I>Log</I> means, through January 1, 2030, a book.', { to: '2030-01-02' }],
])('states its days: %s', async (text, days) => {
  const found = await defined('Definitions.', 'For purposes of this part:', text);
  expect(found).toHaveLength(1);
  expect({ from: found[0]?.from, to: found[0]?.to }).toEqual({ from: undefined, to: undefined, ...days });
});
