/** Citations in the graph: ranges into other parts, ranges and subsections of statutes, and section numbers with hyphens. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importEcfr } from '../../../src/import/ecfr/import.ts';
import { ask } from '../../setup/ask.ts';
import { testAddress } from '../../setup/graph.ts';
import { testGraph } from '../../setup/test-graph.ts';

const { driver, graph, fill, empty } = testGraph();
const { database } = testAddress();
const folder = mkdtempSync(join(tmpdir(), 'ranges-'));

/** Imports one part with these sections. */
async function take(title: number, part: string, sections: Record<string, string>) {
  const inside = Object.entries(sections).map(
    ([number, text]) =>
      `<DIV8 N="${part}.${number}" TYPE="SECTION"><HEAD>§ ${part}.${number} Kites.</HEAD><P>${text}</P></DIV8>`,
  );
  const file = join(folder, `${title}-${part}.xml`);
  const node = `${title}:1.0.1.1.1`;
  writeFileSync(
    file,
    `<DIV5 N="${part}" NODE="${node}" TYPE="PART"><HEAD>PART ${part}—KITES</HEAD>${inside.join('')}</DIV5>`,
  );
  return importEcfr(driver(), database, { files: [file], asOf: '2026-01-03', today: '2026-06-01' });
}

const CITES = 'cites { targetCitation rangeToCitation target { id } rangeTo { id } }';
const citedBy = async (citation: string) => {
  const { regulation } = await ask(
    graph(),
    `query ($citation: String!) { regulation(citation: $citation) { ${CITES} } }`,
    {
      citation,
    },
  );
  return regulation.cites as {
    targetCitation: string;
    rangeToCitation: string | null;
    target: { id: string } | null;
    rangeTo: { id: string } | null;
  }[];
};
const targets = async (citation: string) => (await citedBy(citation)).map((one) => one.targetCitation);

const CITING = { '4': 'Fly as 42 CFR 9.20–9.30 says.' };
const CITED = { '20': 'One.', '25': 'Two.', '25a': 'Three.', '30': 'Four.', '31': 'Five.' };
const ALL = ['42 CFR 9.20', '42 CFR 9.25', '42 CFR 9.25a', '42 CFR 9.30'];

describe('a range into another part', () => {
  fill(() => Promise.resolve());

  test('waits with its two ends, and has its middle once the part is there', async () => {
    const { citations } = await take(42, '8', CITING);
    expect(citations).toEqual({ inFiles: 0, outside: 2, statutes: 0, dangling: 0 });
    expect(await targets('42 CFR 8.4')).toEqual(['42 CFR 9.20', '42 CFR 9.30']);
    await take(42, '9', CITED);
    expect(await targets('42 CFR 8.4')).toEqual(ALL);
    const { regulation } = await ask(
      graph(),
      '{ regulation(citation: "42 CFR 9.25a") { citedBy { source { citation } } } }',
    );
    expect(regulation.citedBy).toEqual([{ source: { citation: '42 CFR 8.4' } }]);
  });

  test('in the other order too', async () => {
    await empty();
    await take(42, '9', CITED);
    await take(42, '8', CITING);
    expect(await targets('42 CFR 8.4')).toEqual(ALL);
    expect((await citedBy('42 CFR 8.4')).every(({ target }) => target !== null)).toBe(true);
  });
});

test('a range of statute sections is its two ends, and says so', async () => {
  await take(45, '998', {
    '1': 'Bread is baked under 42 U.S.C. 1395w-101 through 1395w-104 and 5 U.S.C. 591-96.',
    '2': 'Services (42 U.S.C. 1395x(u)) and supplies (42 U.S.C. 1395x(s)).',
  });
  expect(await citedBy('45 CFR 998.1')).toEqual([
    {
      targetCitation: '42 U.S.C. 1395w-101',
      rangeToCitation: '42 U.S.C. 1395w-104',
      target: { id: 'Statute:42-u-s-c-1395w-101' },
      rangeTo: { id: 'Statute:42-u-s-c-1395w-104' },
    },
    {
      targetCitation: '5 U.S.C. 591',
      rangeToCitation: '5 U.S.C. 596',
      target: { id: 'Statute:5-u-s-c-591' },
      rangeTo: null,
    },
  ]);
  expect(await targets('45 CFR 998.2')).toEqual(['42 U.S.C. 1395x(u)', '42 U.S.C. 1395x(s)']);
});

test('a section is found by the number that the Code prints', async () => {
  await take(17, '240', { '10b-5': 'See § 240.10b-21 and 26 CFR 1.1031(a)-1T(b).', '10b-21': 'Short.' });
  const { regulation } = await ask(
    graph(),
    '{ regulation(citation: "17 CFR § 240.10b-5") { id cites { targetCitation } } }',
  );
  expect(regulation).toEqual({
    id: 'Regulation:17-CFR-240.10b-5',
    cites: [{ targetCitation: '17 CFR 240.10b-21' }, { targetCitation: '26 CFR 1.1031(a)-1T(b)' }],
  });
});

describe('a section that is asked for otherwise than the Code prints it', () => {
  const found = async (citation: string) =>
    (await ask(graph(), 'query ($citation: String!) { regulation(citation: $citation) { citation } }', { citation }))
      .regulation?.citation ?? null;

  test('is found in any capitals, where only one section is meant', async () => {
    await take(48, '53', { '303-DD-254': 'See.' });
    await take(26, '1', { '36B-1': '(a) See.', '45a-1': 'One.', '45A-1': 'Two.' });
    expect(await found('48 cfr 53.303-dd-254')).toBe('48 CFR 53.303-DD-254');
    expect(await found('26 cfr 1.36b-1(a)')).toBe('26 CFR 1.36B-1(a)');
    expect(await found('26 CFR 1.45A-1')).toBe('26 CFR 1.45A-1');
    expect(await found('26 CFR 1.36C-1')).toBeNull();
  });

  test('is found in the run of reserved sections that holds it', async () => {
    await take(3, '902', { '171-902.999': '[Reserved]' });
    const run = '3 CFR 902.171-902.999';
    for (const member of [run, '3 CFR 902.171', '3 CFR 902.500', '3 CFR 902.999'])
      expect(await found(member), member).toBe(run);
    for (const other of ['3 CFR 902.170', '3 CFR 902.1000', '3 CFR 902.500(a)', '3 CFR 903.500'])
      expect(await found(other), other).toBeNull();
  });
});
