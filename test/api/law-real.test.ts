/** The questions of a compliance engineer, on the real text of 45 CFR Parts 160, 164, 170 and 171 beside the seed. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { importEcfr } from '../../src/import/ecfr/import.ts';
import { writeImport } from '../../src/store/write.ts';
import { ask } from '../setup/ask.ts';
import { exportRecords } from '../setup/exported.ts';
import { testAddress } from '../setup/graph.ts';
import { hasRealData, REAL, realFile } from '../setup/real-data.ts';
import { seedRecords } from '../setup/seed.ts';
import { testGraph } from '../setup/test-graph.ts';

const { driver, graph, empty } = testGraph();
const { database } = testAddress();
const take = ({ file, asOf }: { file: string; asOf: string }) =>
  importEcfr(driver(), database, { files: [realFile(file)], asOf, today: '2026-11-24' });
const seed = async () => {
  await writeImport(driver(), database, { origin: 'seed', records: await seedRecords() });
};
const sha256 = async (file: string) =>
  createHash('sha256')
    .update(await readFile(realFile(file)))
    .digest('hex');
const exported = async () => {
  let text = '';
  for await (const line of exportRecords(driver(), database)) text += line;
  return text;
};
afterAll(() => empty());

interface Place {
  citation: string;
  cites: { targetCitation: string; dangling: boolean; target: object | null }[];
}

const STEPS = 'chainEnd chain { role targetCitation definition { text term { slug } regulation { citation } } }';
const inForce = async (slug: string, citation: string) =>
  (
    await ask(
      graph(),
      `query ($slug: String!, $citation: String!) { term(slug: $slug) { definitionInForce(citation: $citation) { text ${STEPS} } } }`,
      { slug, citation },
    )
  ).term.definitionInForce;

describe.skipIf(!hasRealData)('45 CFR', () => {
  test('the bulk form and the API form give the same graph', async () => {
    const graphs = [];
    for (const form of [REAL.bulk, REAL.api]) {
      await empty();
      await take(form);
      const hash = await sha256(form.file);
      // The files differ, and a source names its own file. All that is read from them is equal.
      expect(await exported()).toContain(hash);
      graphs.push((await exported()).replace(hash, 'HASH'));
    }
    expect(graphs[1]).toBe(graphs[0]);
    expect((await take(REAL.excerpt)).changed).toBe(false);
  });

  test('without a seed, the words of § 160.103 govern in Part 164, from files of the two parts alone', async () => {
    await empty();
    for (const part of [REAL.part164, REAL.part160]) await take(part);
    const scopes = `term(slug: $slug) { definitionInForce(citation: $citation) {
      official regulation { citation } scope { citation } awaitedScope } }`;
    const found = async (slug: string, citation: string) =>
      (await ask(graph(), `query ($slug: String!, $citation: String!) { ${scopes} }`, { slug, citation })).term
        .definitionInForce;
    // § 164.530 is not in the file: it lies in Part 164, as its citation says.
    for (const place of ['45 CFR 164.502(a)', '45 CFR 164.524', '45 CFR 164.530'])
      for (const [slug, name] of [
        ['protected-health-information', 'Protected health information'],
        ['use', 'Use'],
        ['disclosure', 'Disclosure'],
        ['individual', 'Individual'],
        ['covered-entity', 'Covered entity'],
      ] as const) {
        expect(await found(slug, place), `${slug} in ${place}`).toEqual({
          official: true,
          regulation: { citation: `45 CFR 160.103(${name})` },
          scope: { citation: '45 CFR Subchapter C' },
          awaitedScope: null,
        });
      }
    // Information blocking is in another subchapter, and defines its own words.
    expect(await found('use', '45 CFR 171.103')).toBeNull();
  });

  test('with Part 170 absent the chain of API User ends unresolved', async () => {
    await empty(); // without the seed, which knows Part 170
    await take(REAL.bulk);
    expect(await inForce('api-user', '45 CFR 171.102')).toMatchObject({ chainEnd: 'UNRESOLVED' });
    await empty();
    await seed();
    await take(REAL.bulk);
  });

  test('with it the chain goes to § 170.404(c) and ends there', async () => {
    for (const part of [REAL.part170, REAL.part160, REAL.part164]) await take(part);
    const { chain, chainEnd } = await inForce('api-user', '45 CFR 171.102');
    expect(chainEnd).toBe('TERMINAL');
    expect(chain).toMatchObject([
      { targetCitation: '45 CFR 170.404(c)', definition: { regulation: { citation: '45 CFR 170.404(c)(API User)' } } },
    ]);
  });

  test('electronic health information reaches §§ 160.103 and 164.501', async () => {
    const { chain, chainEnd } = await inForce('ehi', '45 CFR 171.102');
    expect(chainEnd).toBe('TERMINAL');
    const reached = chain.map((step: { targetCitation: string; definition: { regulation: { citation: string } } }) => [
      step.targetCitation,
      step.definition.regulation.citation,
    ]);
    expect(reached).toEqual([
      ['45 CFR 160.103', '45 CFR 160.103(Electronic protected health information)'],
      ['45 CFR 164.501', '45 CFR 164.501(Designated record set)'],
      ['45 CFR 160.103', '45 CFR 160.103(Covered entity)'],
      ['45 CFR 164.501', '45 CFR 164.501(Psychotherapy notes)'],
      ['45 CFR 160.103', '45 CFR 160.103(Protected health information)'],
    ]);
    // Psychotherapy notes are what it leaves out: the chain does not go on from there.
    expect(chain.map(({ role }: { role: string }) => role)).toEqual([
      'BORROWS',
      'BORROWS',
      'BORROWS',
      'EXCLUDES',
      'BORROWS',
    ]);
  });

  test('access means one thing in Part 171 and another in the security rule', async () => {
    const words = async (place: string) => (await inForce('access', place))?.text.slice(0, 60);
    expect(await words('45 CFR 171.203(a)')).not.toBe(await words('45 CFR 164.306'));
    expect(await words('45 CFR 164.524')).toBeUndefined(); // its scope is Subpart C
  });

  test('§ 171.204(a)(5)(ii) cites what does not exist, and nothing else in Part 171 does', async () => {
    const { records } = await driver().executeQuery(
      'MATCH (place:Regulation) WHERE place.citation STARTS WITH "45 CFR 171." RETURN place.id AS id ORDER BY place.sortKey',
    );
    const ids = records.map((record) => record.get('id') as string);
    const dangling: string[][] = [];
    for (let from = 0; from < ids.length; from += 100) {
      const { nodes } = await ask(
        graph(),
        'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Regulation { citation cites { targetCitation dangling target { id } } } } }',
        { ids: ids.slice(from, from + 100) },
      );
      for (const { citation, cites } of nodes as Place[]) {
        for (const one of cites) if (one.dangling) dangling.push([citation, one.targetCitation]);
      }
    }
    // When paragraph (a)(3) became (a)(5) in 2024, the reference inside it stayed what it had been. Citations of sections of
    // Parts 160 and 164 that our extracts leave out lead outside; they do not dangle.
    expect(dangling).toEqual([['45 CFR 171.204(a)(5)(ii)', '45 CFR 171.204(a)(3)(i)']]);
  });

  test.each([
    ['the early one first', [REAL.early, REAL.bulk]],
    ['the late one first', [REAL.bulk, REAL.early]],
  ])('both editions of § 171.103, %s', async (_, order) => {
    await empty();
    for (const edition of order) await take(edition);
    const { then, regulation } = await ask(
      graph(),
      `{ then: regulation(citation: "45 CFR 171.103", asOf: "2021-01-01") { fullText children { text children { text } } }
         regulation(citation: "§ 171.103") { fullText diff(from: "2021-01-01", to: "2026-10-01") { op text } } }`,
    );
    expect(then.children).toMatchObject([
      { text: '(a) Information blocking means a practice that -', children: [{}, {}, {}] },
      { text: expect.stringContaining('Until May 2, 2022') },
    ]);
    const kept = (...ops: string[]) =>
      regulation.diff
        .filter(({ op }: { op: string }) => ops.includes(op))
        .map(({ text }: { text: string }) => text)
        .join('');
    expect(kept('EQUAL', 'DELETE')).toBe(then.fullText);
    expect(kept('EQUAL', 'INSERT')).toBe(regulation.fullText);
    // With both editions there, the reference of 2026 still dangles, though there was such a paragraph in 2020.
    const { late } = await ask(
      graph(),
      '{ late: regulation(citation: "45 CFR 171.204(a)(5)(ii)") { cites { dangling target { id } } } }',
    );
    expect(late.cites).toEqual([{ dangling: true, target: null }]);
  });

  test('standards in force on a day', async () => {
    await empty();
    await seed();
    await take(REAL.part170);
    const query = 'query ($day: Date!) { standardsInForce(asOf: $day) { standard { key } } }';
    const on = async (day: string) =>
      (await ask(graph(), query, { day })).standardsInForce
        .map(({ standard }: { standard: { key: string } | null }) => standard?.key ?? '')
        .filter((key: string) => /^(us-core|uscdi)\//.test(key));
    expect(await on('2025-06-01')).toEqual(['us-core/3.1.1', 'us-core/6.1.0', 'uscdi/v1', 'uscdi/v3']);
    expect(await on('2026-06-01')).toEqual(['us-core/6.1.0', 'uscdi/v3']);
  });
});
