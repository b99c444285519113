/** The law in time on a made-up part: definitions in force, their chains, citations that wait, texts by day. */

import { fileURLToPath } from 'node:url';
import { graphql } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { importEcfr } from '../../src/import/ecfr/import.ts';
import { writeImport } from '../../src/store/write.ts';
import { ask, patientContext } from '../setup/ask.ts';
import { testAddress } from '../setup/graph.ts';
import { testGraph } from '../setup/test-graph.ts';

const { driver, graph, fill, empty } = testGraph();
const { database } = testAddress();
const golden = (name: string) => fileURLToPath(new URL(`../import/ecfr/golden/${name}`, import.meta.url));
const take = (name: string, asOf: string) =>
  importEcfr(driver(), database, { files: [golden(name)], asOf, today: '2026-06-01' });

fill(async () => {
  await take('kites-2020.xml', '2020-05-01');
  await take('kites.api.xml', '2026-01-03');
});

const CHAIN = 'chainEnd chain { targetCitation quote regulation { citation } definition { regulation { citation } } }';
const inForce = async (slug: string, citation: string, asOf?: string) => {
  const query = `query ($slug: String!, $citation: String!, $asOf: Date) {
    term(slug: $slug) { definitionInForce(citation: $citation, asOf: $asOf) { text scope { citation } ${CHAIN} } } }`;
  return (await ask(graph(), query, { slug, citation, asOf: asOf ?? null })).term.definitionInForce;
};

describe('while a part is missing', () => {
  test('a chain that leads there ends unresolved', async () => {
    expect(await inForce('keeper', '99 CFR 7.2')).toMatchObject({
      chainEnd: 'UNRESOLVED',
      chain: [
        { targetCitation: '99 CFR 8.2', quote: 'is defined as it is in § 8.2', regulation: null, definition: null },
      ],
    });
  });

  test('a citation of it leads nowhere, and does not dangle', async () => {
    const { regulation } = await ask(
      graph(),
      '{ regulation(citation: "99 CFR 7.10(a)(2)(ii)") { cites { targetCitation dangling target { id } evidence { verified } } } }',
    );
    expect(regulation.cites).toEqual(
      ['99 CFR 8.3(a)', 'Public Health Service Act, section 3022', '21 CFR Part 11'].map((targetCitation) => ({
        targetCitation,
        dangling: false,
        target: null,
        evidence: [{ verified: true }],
      })),
    );
  });

  test('a citation of a paragraph that its section does not have dangles', async () => {
    const { regulation } = await ask(
      graph(),
      '{ regulation(citation: "99 CFR 7.10") { cites { targetCitation dangling target { id } } } }',
    );
    expect(regulation.cites.filter(({ dangling }: { dangling: boolean }) => dangling)).toEqual([
      { targetCitation: '99 CFR 7.2(d)', dangling: true, target: null },
    ]);
  });
});

describe('once it has come', () => {
  test('citations and chains lead there', async () => {
    await take('strings.xml', '2026-01-03');
    expect(await inForce('keeper', '99 CFR 7.2')).toMatchObject({
      chainEnd: 'TERMINAL',
      chain: [{ targetCitation: '99 CFR 8.2', definition: { regulation: { citation: '99 CFR 8.2(Keeper)' } } }],
    });
    const { regulation } = await ask(
      graph(),
      '{ regulation(citation: "99 CFR 7.10(a)(2)(ii)") { cites { target { id } } } to: regulation(citation: "99 CFR 8.3(a)") { citedBy { source { citation } } } }',
    );
    expect(regulation.cites[0]).toEqual({ target: { id: 'Regulation:99-CFR-8.3(a)' } });
  });

  test('a chain that comes back is a cycle', async () => {
    expect(await inForce('turning', '99 CFR 7.2')).toMatchObject({
      chainEnd: 'CYCLE',
      chain: [{ targetCitation: '99 CFR 8.2' }, { targetCitation: '99 CFR 7.1' }],
    });
  });

  test('a definition leads to every text that it builds on, each by the words before the citation', async () => {
    const { chain, chainEnd } = await inForce('electronic-kite-record', '99 CFR 7.1');
    expect(chainEnd).toBe('TERMINAL');
    expect(chain.map((step: { definition: { regulation: object } | null }) => step.definition?.regulation)).toEqual([
      { citation: '99 CFR 8.2(Record of a kite)' },
      { citation: '99 CFR 8.2(Keeper)' },
    ]);
  });

  test('one term defined in two parts is resolved by place', async () => {
    expect((await inForce('kite', '99 CFR 7.10(a)')).text).toBe('Kite means a thing that flies on a string.');
    expect((await inForce('kite', '99 CFR 8.1')).text).toBe('Kite means a thing that pulls on a string.');
    expect((await inForce('gust', '99 CFR 7.10(a)(1)')).scope.citation).toBe('99 CFR 7.10');
    expect(await inForce('gust', '99 CFR 7.2')).toBeNull();
  });

  test('standards are in force until the day that the text states, from the first day on which they are known', async () => {
    const standards = { kind: 'STANDARD' as const, level: 'VERSION' as const };
    const named = (key: string) => ({ ...standards, id: `Standard:${key}`, key, name: key, label: key });
    const records = { entities: [named('us-core/3.1.1'), named('us-core/6.1.0')], relations: [], sources: [] };
    await writeImport(driver(), database, { origin: 'standards', records });
    const query =
      'query ($day: Date!) { standardsInForce(asOf: $day) { standard { key } validTo evidence { quote verified } } }';
    const on = async (day: string) => (await ask(graph(), query, { day })).standardsInForce;
    expect(await on('2026-01-02')).toEqual([]);
    expect(await on('2026-01-03')).toMatchObject([
      {
        standard: { key: 'us-core/6.1.0' },
        validTo: null,
        evidence: [{ quote: 'US Core Implementation Guide STU 6.1.0', verified: true }],
      },
    ]);
  });
});

describe('a day governs everything below it', () => {
  const TREE = `query ($asOf: Date) { regulation(citation: "99 CFR 7.2", asOf: $asOf) {
    fullText children { citation text next { citation } children { text cites { targetCitation } } } ancestors { citation }
    defines { text validFrom validTo } } }`;

  test('now', async () => {
    const { regulation } = await ask(graph(), TREE, {});
    expect(regulation.children.map(({ text }: { text: string }) => text.slice(0, 40))).toEqual([
      '(a) Tangling means a practice that, exce',
      '(b) If conducted by a keeper, the keeper',
    ]);
    expect(regulation.children[0]).toMatchObject({ next: { citation: '99 CFR 7.2(b)' }, children: [] });
  });

  test('then', async () => {
    const { regulation } = await ask(graph(), TREE, { asOf: '2021-01-01' });
    expect(regulation.fullText).toBe(
      '(a) Tangling means a practice that is likely to knot a string—\n(1) Of one keeper; or\n(2) Of several keepers.\n(b) If conducted by a keeper, the keeper knows it.',
    );
    expect(regulation.children[0].children).toEqual([
      { text: '(1) Of one keeper; or', cites: [] },
      { text: '(2) Of several keepers.', cites: [] },
    ]);
    expect(regulation.defines).toMatchObject([{ validFrom: '2020-05-01', validTo: '2026-01-03' }]);
  });

  test('what was not there is not found, what had gone is not either', async () => {
    const find = async (citation: string, asOf: string) => {
      const query = 'query ($citation: String!, $asOf: Date) { regulation(citation: $citation, asOf: $asOf) { id } }';
      return (await ask(graph(), query, { citation, asOf })).regulation !== null;
    };
    expect(await find('99 CFR 7.2(a)(1)', '2021-01-01')).toBe(true);
    expect(await find('99 CFR 7.2(a)(1)', '2026-01-03')).toBe(false);
    // Nobody looked at § 7.10 before 2026: it may have been there.
    expect(await find('99 CFR 7.10', '2021-01-01')).toBe(true);
  });

  test('versions and differences are those of the whole text', async () => {
    const { regulation } = await ask(
      graph(),
      `{ regulation(citation: "99 CFR 7.2") { versions { validFrom validTo text sha256 source { retrieved } }
         diff(from: "2021-01-01", to: "2026-06-01") { op text } same: diff(from: "2026-02-01", to: "2026-06-01") { op } } }`,
    );
    const [now, then] = regulation.versions;
    expect(regulation.versions).toMatchObject([
      { validFrom: '2026-01-03', validTo: null, source: { retrieved: '2026-01-03' } },
      { validFrom: '2020-05-01', validTo: '2026-01-03', source: { retrieved: '2020-05-01' } },
    ]);
    const kept = (...ops: string[]) =>
      regulation.diff
        .filter(({ op }: { op: string }) => ops.includes(op))
        .map(({ text }: { text: string }) => text)
        .join('');
    expect(kept('EQUAL', 'DELETE')).toBe(then.text);
    expect(kept('EQUAL', 'INSERT')).toBe(now.text);
    expect(regulation.same).toEqual([{ op: 'EQUAL' }]);
  });

  test('a difference backwards is refused', async () => {
    const { errors } = await graphql({
      schema,
      source: '{ regulation(citation: "99 CFR 7.2") { diff(from: "2026-01-01", to: "2020-01-01") { op } } }',
      contextValue: patientContext(graph()),
    });
    expect(errors?.[0]?.message).toMatch(/^from: must not be later than `to`/);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('the order of imports plays no role', () => {
  test('nor does what was there in between', async () => {
    const state = async () => {
      const query =
        '{ meta { dataVersion } regulation(citation: "99 CFR 7.10(a)(2)(ii)") { cites { targetCitation target { id } } } }';
      return ask(graph(), query);
    };
    const all = [
      ['kites-2020.xml', '2020-05-01'] as const,
      ['kites.api.xml', '2026-01-03'] as const,
      ['strings.xml', '2026-01-03'] as const,
    ];
    const states = [];
    for (const order of [all, [...all].reverse()]) {
      await empty();
      for (const [name, asOf] of order) await take(name, asOf);
      states.push(await state());
    }
    expect(states[1]).toEqual(states[0]);
    const { changed } = await take('kites.ecfr.xml', '2026-01-03');
    expect(changed).toBe(false);
  });
});
