/** Ten questions of a lawyer about two parts of our own, each with the reason for its answer. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importEcfr } from '../../src/import/ecfr/import.ts';
import { ask } from '../setup/ask.ts';
import { testAddress } from '../setup/graph.ts';
import { testGraph } from '../setup/test-graph.ts';

const { driver, graph, empty } = testGraph();
const { database } = testAddress();
const folder = mkdtempSync(join(tmpdir(), 'glossograph-lawyer-'));

const section = (number: string, head: string, ...paragraphs: string[]) =>
  `<DIV8 N="${number}" TYPE="SECTION"><HEAD>§ ${number} ${head}</HEAD>${paragraphs.map((text) => `<P>${text}</P>`).join('\n')}</DIV8>`;
const part = (number: string, ...sections: string[]) =>
  `<DIV5 N="${number}" TYPE="PART"><HEAD>PART ${number}—HARBORS</HEAD>${sections.join('')}</DIV5>`;

const HARBORS = part(
  '907',
  section(
    '907.2',
    'Definitions.',
    'For purposes of this part:',
    '<I>Berth</I> means a place for a boat.',
    '<I>Crew list</I> has the meaning given in 45 CFR 908.2.',
    '<I>Dues</I> is defined as it is in 45 CFR 950.3.',
    '<I>Logbook</I> means a crew list as defined in 45 CFR 908.2 and a chart, but shall not include:',
    '(1) Pilot notes as defined in 45 CFR 908.2; or',
    '(2) Letters.',
    '<I>Slip</I> has the meaning given in § 907.3.',
    '<I>Ferry.</I> Effective January 1, 2040, ferry means an electric boat.',
  ),
  section(
    '907.3',
    'Mooring.',
    '(a) A boat moors at its berth. In this section, berth means a numbered place at the pier.',
    '(b) A pilot ties the boat:',
    '(1) With a rope; or',
    '(2) With a chain.',
    '(c) For purposes of paragraphs (b)(1) and (2) of this section, <I>tie</I> means to fasten.',
    '(d) A master uses every safe means to keep the boat in place.',
  ),
);
const CREWS = part(
  '908',
  section(
    '908.2',
    'Definitions.',
    'As used in this part:',
    '<I>Berth</I> means a bed on a boat.',
    '<I>Crew list</I> means a list of the sailors on a boat.',
    '<I>Pilot notes</I> means the private notes of a pilot.',
  ),
);

beforeAll(async () => {
  await empty();
  const files = Object.entries({ HARBORS, CREWS }).map(([name, inside]) => {
    const file = join(folder, `${name}.xml`);
    writeFileSync(file, `<?xml version="1.0"?><DIV1 N="45" TYPE="TITLE"><HEAD>Title 45</HEAD>${inside}</DIV1>`);
    return file;
  });
  await importEcfr(driver(), database, { files, title: 45, asOf: '2026-01-05', today: '2026-01-05' });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await empty();
});

const FIELDS = `text kind official validFrom chainEnd regulation { citation } scope { citation } scopes { citation }
  evidence { quote verified } chain { role targetCitation definition { regulation { citation } } }`;
const governing = async (slug: string, citation: string, asOf: string | null = null) =>
  (
    await ask(
      graph(),
      `query ($slug: String!, $citation: String!, $asOf: Date) {
        term(slug: $slug) { definitionInForce(citation: $citation, asOf: $asOf) { ${FIELDS} } } }`,
      { slug, citation, asOf },
    )
  ).term?.definitionInForce ?? null;

test('1. What is a berth in § 907.3(a)? The section has its own definition, which precedes that of the part', async () => {
  const found = await governing('berth', '45 CFR 907.3(a)');
  expect(found).toMatchObject({ scope: { citation: '45 CFR 907.3' }, regulation: { citation: '45 CFR 907.3(a)' } });
  // The sentence that defines, and not the rule before it.
  expect(found.text).toBe('In this section, berth means a numbered place at the pier.');
});

test('2. What is a berth elsewhere in Part 907? The definition of § 907.2, which applies to the part', async () => {
  expect(await governing('berth', '45 CFR 907.2')).toMatchObject({
    text: 'Berth means a place for a boat.',
    scope: { citation: '45 CFR Part 907' },
  });
});

test('3. And in Part 908? Another word in another part: its own definition, a bed', async () => {
  expect(await governing('berth', '45 CFR 908.2')).toMatchObject({ text: 'Berth means a bed on a boat.' });
});

test('4. What is a crew list in Part 907? Nothing of its own: § 907.2 defers to § 908.2, where the words are', async () => {
  expect(await governing('crew-list', '45 CFR 907.3')).toMatchObject({
    kind: 'BY_REFERENCE',
    chainEnd: 'TERMINAL',
    chain: [{ role: 'DEFERS', definition: { regulation: { citation: '45 CFR 908.2(Crew list)' } } }],
  });
});

test('5. What are dues? § 907.2 defers to a part that is not imported, so the answer is not known here', async () => {
  expect(await governing('dues', '45 CFR 907.3')).toMatchObject({
    kind: 'BY_REFERENCE',
    chainEnd: 'UNRESOLVED',
    chain: [{ role: 'DEFERS', targetCitation: '45 CFR 950.3', definition: null }],
  });
});

test('6. What is a logbook? Own words and a borrowed one; pilot notes are left out, so the chain does not end there', async () => {
  const found = await governing('logbook', '45 CFR 907.3');
  expect(found).toMatchObject({ kind: 'BOTH', chainEnd: 'TERMINAL' });
  expect(found.chain).toEqual([
    {
      role: 'BORROWS',
      targetCitation: '45 CFR 908.2',
      definition: { regulation: { citation: '45 CFR 908.2(Crew list)' } },
    },
    {
      role: 'EXCLUDES',
      targetCitation: '45 CFR 908.2',
      definition: { regulation: { citation: '45 CFR 908.2(Pilot notes)' } },
    },
  ]);
});

test('7. Where does "tie" apply? In the two paragraphs that its words name, and not in the paragraph before them', async () => {
  const both = [{ citation: '45 CFR 907.3(b)(1)' }, { citation: '45 CFR 907.3(b)(2)' }];
  for (const { citation } of both) expect(await governing('tie', citation)).toMatchObject({ scopes: both });
  expect(await governing('tie', '45 CFR 907.3(a)')).toBeNull();
});

test('8. What is a ferry? Nothing before the day that the words state, an electric boat from that day', async () => {
  for (const day of [null, '2039-12-31']) expect(await governing('ferry', '45 CFR 907.3', day)).toBeNull();
  expect(await governing('ferry', '45 CFR 907.3', '2040-01-01')).toMatchObject({ validFrom: '2040-01-01' });
});

test('9. What is a slip? § 907.2 sends to § 907.3, which is imported and has no such word: no words define it', async () => {
  expect(await governing('slip', '45 CFR 907.3')).toMatchObject({ kind: 'BY_REFERENCE', chainEnd: 'UNRESOLVED' });
});

test('10. What does § 907.3 define? A berth and to tie; "every safe means" is a noun. Each definition has its quote', async () => {
  const { regulation } = await ask(
    graph(),
    `{ regulation(citation: "45 CFR 907.3") { defines { term { name } official evidence { quote verified } } } }`,
  );
  expect(regulation.defines).toEqual([
    { term: { name: 'Berth' }, official: true, evidence: [{ quote: 'berth means', verified: true }] },
    { term: { name: 'tie' }, official: true, evidence: [{ quote: 'tie means', verified: true }] },
  ]);
});
