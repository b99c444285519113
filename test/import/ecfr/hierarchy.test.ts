/** Where a part lies is known from its file, other files, the seed, the table of the Code and the citation, in any order. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { importEcfr } from '../../../src/import/ecfr/import.ts';
import { importSeed } from '../../../src/import/seed/import.ts';
import type { ImportRecords, RegulationRecord } from '../../../src/model/records.ts';
import { ask } from '../../setup/ask.ts';
import { exportRecords } from '../../setup/exported.ts';
import { testAddress } from '../../setup/graph.ts';
import { testGraph } from '../../setup/test-graph.ts';

const { driver, graph, empty } = testGraph();
const { database } = testAddress();
const folder = mkdtempSync(join(tmpdir(), 'glossograph-hierarchy-'));
beforeEach(() => empty());
afterAll(() => rmSync(folder, { recursive: true }));

const section = (number: string, ...paragraphs: string[]) =>
  `<DIV8 N="${number}" TYPE="SECTION"><HEAD>§ ${number} Harbors.</HEAD>${paragraphs.map((text) => `<P>${text}</P>`).join('')}</DIV8>`;
const part = (number: string, ...inside: string[]) =>
  `<DIV5 N="${number}" TYPE="PART"><HEAD>PART ${number}—HARBORS</HEAD>${inside.join('')}</DIV5>`;
const within = (...inside: string[]) =>
  `<DIV1 N="45" TYPE="TITLE"><HEAD>Title 45—Welfare</HEAD><DIV3 N="XX" TYPE="CHAPTER"><HEAD>CHAPTER XX—PORTS</HEAD>
   <DIV4 N="Q" TYPE="SUBCHAPTER"><HEAD>SUBCHAPTER Q—QUAYS</HEAD>${inside.join('')}</DIV4></DIV3></DIV1>`;

let files = 0;
function take(xml: string, asOf = '2026-01-05') {
  files += 1;
  const file = join(folder, `${files}.xml`);
  writeFileSync(file, `<?xml version="1.0"?>${xml}`);
  return importEcfr(driver(), database, { files: [file], title: 45, asOf, today: asOf });
}
const exported = async () => {
  let text = '';
  for await (const line of exportRecords(driver(), database)) text += line;
  return text.replace(/"sha256":"\w+"/g, '');
};
const governing = async (slug: string, citation: string, asOf: string | null = null) =>
  (
    await ask(
      graph(),
      `query ($slug: String!, $citation: String!, $asOf: Date) { term(slug: $slug) {
        definitionInForce(citation: $citation, asOf: $asOf) { scope { citation } scopeCitations awaitedScope } } }`,
      { slug, citation, asOf },
    )
  ).term?.definitionInForce ?? null;

const BUOY = 'The following applies to this subchapter. For purposes of this subchapter, <I>buoy</I> means a float.';

describe('parts that the table of the Code lists', () => {
  const C = { scope: { citation: '45 CFR Subchapter C' }, scopeCitations: ['45 CFR Subchapter C'], awaitedScope: null };

  test('"this subchapter" in one governs in the other, from files of the parts alone', async () => {
    const { waiting } = await take(part('160', section('160.901', BUOY)));
    expect(waiting).toEqual([]);
    await take(part('164', section('164.901', 'Moor at a buoy.')));
    await take(part('170', section('170.901', 'Moor at a pier.')));
    expect(await governing('buoy', '45 CFR 164.901')).toEqual(C);
    expect(await governing('buoy', '45 CFR 170.901')).toBeNull();
    const { regulation } = await ask(
      graph(),
      '{ regulation(citation: "45 CFR 164.901") { ancestors { citation heading } } }',
    );
    expect(regulation.ancestors.map(({ citation }: { citation: string }) => citation)).toEqual([
      '45 CFR',
      '45 CFR Subtitle A',
      '45 CFR Subchapter C',
      '45 CFR Part 164',
    ]);
  });

  test('a provision that is not imported lies where its citation says', async () => {
    await take(part('160', section('160.901', '(a) Moor.', `(b) ${BUOY}`)));
    for (const place of ['45 CFR 160.77(a)', '45 CFR 162.5', '45 CFR Part 164 Subpart E'])
      expect(await governing('buoy', place)).toEqual(C);
    // The section is imported and has no paragraph (z).
    expect(await governing('buoy', '45 CFR 160.901(z)')).toBeNull();
    expect(await governing('buoy', '45 CFR 171.5')).toBeNull();
  });

  test('"this title" governs in every part of the title', async () => {
    await take(part('996', section('996.1', 'For purposes of this title, <I>pier</I> means a wall.')));
    await take(part('164', section('164.901', 'Moor at a pier.')));
    expect(await governing('pier', '45 CFR 164.901')).toMatchObject({ scope: { citation: '45 CFR' } });
  });
});

describe('a scope in a part of which nothing says where it lies', () => {
  const alone = part('998', section('998.1', BUOY));
  const WAITING = {
    scope: { citation: '45 CFR Part 998' },
    scopeCitations: ['45 CFR Part 998'],
    awaitedScope: 'SUBCHAPTER',
  };
  const Q = {
    scope: { citation: '45 CFR Chapter XX Subchapter Q' },
    scopeCitations: ['45 CFR Chapter XX Subchapter Q'],
    awaitedScope: null,
  };

  test('waits, governs in its own part, and says so', async () => {
    const { waiting } = await take(alone);
    expect(waiting).toEqual([
      '1 definition applies to a subchapter that is not yet known. Until the subchapter is known, the definition applies only to its own part.',
    ]);
    await take(part('999', section('999.1', 'Moor.')));
    expect(await governing('buoy', '45 CFR 998.1')).toEqual(WAITING);
    expect(await governing('buoy', '45 CFR 999.1')).toBeNull();
  });

  test.each([
    ['the part first', [0, 1]],
    ['the title first', [1, 0]],
  ])('is found in a file of the title, %s', async (_, order) => {
    const steps = [
      () => take(alone, '2025-01-05'),
      () => take(within(part('998', section('998.1', BUOY)), part('999', section('999.1', 'Moor.')))),
    ];
    for (const at of order) await steps[at]?.();
    expect(await governing('buoy', '45 CFR 999.1')).toEqual(Q);
    expect(await governing('buoy', '45 CFR 998.1', '2025-06-01')).toEqual(Q);
    orders.push(await exported());
  });
  const orders: string[] = [];
  test('both orders give one graph', () => expect(orders[1]).toBe(orders[0]));

  test.each([['before'], ['after']])('is found in a seed that comes %s the part', async (when) => {
    if (when === 'before') await importSeed(driver(), database, SEED);
    await take(alone);
    if (when === 'after') await importSeed(driver(), database, SEED);
    expect(await governing('buoy', '45 CFR 998.1')).toEqual(Q);
  });

  test('a file of one section does not tell its subpart', async () => {
    await take(section('998.1', 'For purposes of this subpart, <I>buoy</I> means a float.'));
    expect(await governing('buoy', '45 CFR 998.1')).toMatchObject({
      scope: { citation: '45 CFR 998.1' },
      awaitedScope: 'SUBPART',
    });
  });
});

const law = (citation: string, level: RegulationRecord['level'], sortKey: string): RegulationRecord => ({
  ...{ kind: 'REGULATION', id: `Regulation:${citation.replace('Part ', '').replaceAll(' ', '-')}`, label: citation },
  ...{ citation, level, sortKey, reserved: false },
});
const LAWS = [
  law('45 CFR', 'TITLE', '045'),
  law('45 CFR Chapter XX', 'CHAPTER', '045/ XX'),
  law('45 CFR Chapter XX Subchapter Q', 'SUBCHAPTER', '045/ XX/ Q'),
  law('45 CFR Part 998', 'PART', '045/5000998'),
];
const SEED: ImportRecords = {
  entities: LAWS,
  relations: LAWS.slice(1).map(({ id: from }, at) => {
    const to = LAWS[at]?.id ?? '';
    const evidence = [{ rule: 'AUTHORED' as const, sourceId: 'Source:ports' }];
    return { id: `${from}-PART_OF-${to}`, type: 'PART_OF', from, to, evidence };
  }),
  sources: [{ id: 'Source:ports', name: 'Ports' }],
};
