/** The eCFR's list of versions tells the days on which sections were amended, which editions and notes leave open. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { importVersions } from '../../../src/import/versions/import.ts';
import { readVersions } from '../../../src/import/versions/read-versions.ts';
import { ask } from '../../setup/ask.ts';
import { exportRecords } from '../../setup/exported.ts';
import { testAddress } from '../../setup/graph.ts';
import { testGraph } from '../../setup/test-graph.ts';
import { importTwoEditions } from '../../setup/two-editions.ts';

const version = (identifier: string, day: string, more: object = {}) => ({
  ...{ date: day, amendment_date: day, issue_date: day, identifier, name: `§ ${identifier}`, part: '7', title: '99' },
  ...{ type: 'section', substantive: true, removed: false, subpart: 'A', ...more },
});
/** § 7.2 was added in 2018, amended in 2023, and is removed in 2027; § 7.1 is older than the list. */
const ANSWER = {
  content_versions: [
    version('7.1', '2017-01-03'),
    version('7.2', '2018-05-05'),
    version('7.2', '2023-03-03'),
    version('7.2', '2027-01-01', { removed: true }),
    version('Appendix A to Part 7', '2017-01-03', { type: 'appendix' }),
  ],
  meta: { title: '99', result_count: '5', issue_date: { lte: '2027-02-01' }, latest_issue_date: '2027-02-01' },
};

describe('an answer of the versions service', () => {
  test('has the days of each section, and whether it was added or removed', () => {
    const { parts, leftOut } = readVersions('versions.json', JSON.stringify(ANSWER));
    const period = { from: '2017-02-01', to: '2027-02-01' };
    expect([...(parts.get('99-7') ?? [])]).toEqual([
      ['Regulation:99-CFR-7.1', { ...period, on: [], isAdded: false, isRemoved: false }],
      [
        'Regulation:99-CFR-7.2',
        { ...period, on: ['2018-05-05', '2023-03-03', '2027-01-01'], isAdded: true, isRemoved: true },
      ],
    ]);
    expect(leftOut).toEqual(['appendix Appendix A to Part 7 of title 99, 2017-01-03']);
  });
  test('that was asked for some time only does not tell that a section was added', () => {
    const some = { ...ANSWER, meta: { issue_date: { gte: '2018-01-01' } } };
    const days = readVersions('versions.json', JSON.stringify(some)).parts.get('99-7')?.get('Regulation:99-CFR-7.2');
    expect(days).toMatchObject({ from: '2018-01-01', to: '2027-01-01', isAdded: false });
  });
  test('is told from any other file, with the place', () => {
    expect(() => readVersions('versions.json', '{"content_versions": [{"date": "soon"}]}')).toThrow(
      /content_versions\.0\.date: .*a response from the eCFR versions service/,
    );
    expect(() => readVersions('versions.json', '{')).toThrow(/versions\.json/);
  });
});

describe('in the graph', () => {
  const { driver, graph, empty } = testGraph();
  const { database } = testAddress();
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'glossograph-versions-'));
    await writeFile(join(folder, 'versions.json'), JSON.stringify(ANSWER));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  beforeEach(() => empty());

  const versions = () => importVersions(driver(), database, { file: join(folder, 'versions.json') });
  const law = () => importTwoEditions(driver());
  const exported = async () => {
    let text = '';
    for await (const line of exportRecords(driver(), database)) text += line;
    return text;
  };
  const on = async (asOf: string) => {
    const asked =
      'query ($asOf: Date) { regulation(citation: "99 CFR 7.2", asOf: $asOf) { fullText coverage { certainty inForce reason } } }';
    const { fullText, coverage } = (await ask(graph(), asked, { asOf })).regulation;
    return { fullText, ...coverage };
  };

  test('decides the days between two editions, before the first, and after the last', async () => {
    await law();
    expect(await on('2022-01-01')).toMatchObject({ certainty: 'UNCERTAIN' });
    const { changed, parts, sections, amendments } = await versions();
    expect({ changed, parts, sections, amendments }).toEqual({ changed: true, parts: 1, sections: 2, amendments: 3 });
    const [early, before, after] = [await on('2019-01-01'), await on('2023-03-02'), await on('2023-03-03')];
    expect([early.certainty, before.certainty, after.certainty]).toEqual(['DERIVED', 'DERIVED', 'DERIVED']);
    expect(before.fullText).toBe((await on('2020-05-01')).fullText);
    expect(after.fullText).toBe((await on('2026-01-03')).fullText);
    expect(after.fullText).not.toBe(before.fullText);
    expect(await on('2018-05-04')).toMatchObject({ certainty: 'DERIVED', inForce: false });
    expect(await on('2027-01-01')).toMatchObject({
      ...{ certainty: 'DERIVED', inForce: false },
      reason: 'This provision was removed from the eCFR on 2027-01-01.',
    });
    const { changes } = await ask(
      graph(),
      '{ changes(from: "2018-01-01", to: "2027-12-31", within: "99 CFR 7.2", kinds: [ADDED, TEXT, REMOVED]) { edges { node { kind on basis } } } }',
    );
    expect(changes.edges.map(({ node }: { node: object }) => node)).toMatchObject([
      { kind: 'ADDED', on: '2018-05-05', basis: 'STATED' },
      // The page of 2020 that the note names took effect on the only later day of the list.
      { kind: 'TEXT', on: '2023-03-03', basis: 'STATED' },
      { kind: 'REMOVED', on: '2027-01-01', basis: 'STATED' },
    ]);
  });

  test('gives the same graph before the law and after it, and changes nothing again', async () => {
    await law();
    await versions();
    const after = await exported();
    expect((await versions()).changed).toBe(false);
    await empty();
    await versions();
    await law();
    expect(await exported()).toBe(after);
  });
});
