/** Adoptions in the API: also of what is not in the graph as a standard, and from the first day on which they are known. */
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { importEcfr } from '../../src/import/ecfr/import.ts';
import { ask } from '../setup/ask.ts';
import { testAddress } from '../setup/graph.ts';
import { testGraph } from '../setup/test-graph.ts';

const { driver, graph, empty } = testGraph();
const file = fileURLToPath(new URL('../import/ecfr/golden/adoptions/boats.xml', import.meta.url));

beforeAll(async () => {
  await empty();
  await importEcfr(driver(), testAddress().database, { files: [file], asOf: '2030-05-01', today: '2030-05-01' });
});

const listed = async (day: string) => {
  const query = `query ($day: Date!) { standardsInForce(asOf: $day) {
    standard { key } regulation { citation } text validFrom validFromBasis validTo evidence { quote verified }
  } }`;
  return (await ask(graph(), query, { day })).standardsInForce;
};

test('what is not known as a standard is listed with the words that name it', async () => {
  const adoptions = await listed('2030-05-01');
  expect(adoptions).toHaveLength(10);
  expect(adoptions[1]).toEqual({
    standard: null,
    regulation: { citation: '99 CFR 14.1(b)' },
    text: 'Plate Guide, Release 2',
    validFrom: null,
    validFromBasis: 'UNKNOWN',
    validTo: '2031-01-01',
    evidence: [{ quote: 'Plate Guide, Release 2', verified: true }],
  });
});

test('an adoption is listed from the day that the law states, or else from the first day on which it is known', async () => {
  const citations = async (day: string) =>
    (await listed(day)).map(({ regulation }: { regulation: { citation: string } }) => regulation.citation);
  expect(await citations('2030-03-01')).toEqual(['99 CFR 14.2(a)(1)', '99 CFR 14.2(b)']);
  expect(await citations('2030-04-30')).toEqual(['99 CFR 14.2(a)(1)', '99 CFR 14.2(b)']);
  expect(await citations('2031-01-01')).not.toContain('99 CFR 14.1(b)');
  expect(await citations('2032-07-01')).not.toContain('99 CFR 14.2(a)(1)');
});

test('are listed in pages, inside one provision or those that soon expire, with how complete the list is', async () => {
  const asked = `query ($within: String, $before: Date, $after: String) {
    adoptions(asOf: "2030-05-01", within: $within, expiringBefore: $before, first: 4, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } coverage { certainty missing inForce reason }
      edges { node { text regulation { citation } notices { kind } coverage { certainty } } } } }`;
  const all: string[] = [];
  for (let after: string | null = null; ; ) {
    const { adoptions } = await ask(graph(), asked, { after });
    all.push(...adoptions.edges.map(({ node }: { node: { text: string } }) => node.text));
    expect(adoptions.totalCount).toBe(10);
    if (!adoptions.pageInfo.hasNextPage) break;
    after = adoptions.pageInfo.endCursor;
  }
  expect(all).toEqual((await listed('2030-05-01')).map(({ text }: { text: string }) => text));
  const citations = async (wanted: Record<string, string>) =>
    (await ask(graph(), asked, wanted)).adoptions.edges.map(
      ({ node }: { node: { regulation: { citation: string } } }) => node.regulation.citation,
    );
  expect(await citations({ within: '99 CFR 14.2' })).toEqual(['99 CFR 14.2(a)(1)', '99 CFR 14.2(b)']);
  expect(await citations({ before: '2031-01-02' })).toEqual(['99 CFR 14.1(b)', '99 CFR 14.1(b)']);
  expect((await ask(graph(), asked, { within: '99 CFR 14.2' })).adoptions).toMatchObject({
    coverage: { certainty: 'OBSERVED', missing: 0, inForce: null, reason: 'The text of the only section is known.' },
    edges: [{ node: { notices: [], coverage: { certainty: 'OBSERVED' } } }, {}],
  });
});

test('a section has the adoptions of its paragraphs', async () => {
  const { regulation } = await ask(
    graph(),
    '{ regulation(citation: "99 CFR 14.1") { adoptions(asOf: "2030-05-01") { text standard { key } } } }',
  );
  expect(regulation.adoptions.map(({ text }: { text: string }) => text)).toEqual([
    'Plank Guide, Version 4',
    'Plate Guide, Release 2',
    'Rivet Guide, Release 1',
    'Any paint that is approved in Annex A of the Paint Book',
    'Colors must be coded with the chart in paragraph (c)(1) of this section, attributed as follows',
    'US Core Implementation Guide STU 6.1.0',
  ]);
});
