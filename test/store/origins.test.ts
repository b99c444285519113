/** What the graph holds when several imports speak of one thing, and what is left when one of them falls silent. */
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  type EntityRecord,
  type EvidenceRecord,
  type ImportRecords,
  type RelationRecord,
  relationId,
  type TermRecord,
} from '../../src/model/records.ts';
import { GLOSSOGRAPH } from '../../src/model/vocabulary.ts';
import { dataVersion } from '../../src/store/status.ts';
import { writeImport } from '../../src/store/write.ts';
import { testAddress } from '../setup/graph.ts';
import { testGraph } from '../setup/test-graph.ts';

const { driver, empty } = testGraph();
const { database } = testAddress();
beforeEach(() => empty());

const put = (origin: string, records: ImportRecords) => writeImport(driver(), database, { origin, records });
const ask = async <Row extends object>(text: string): Promise<Row[]> => {
  const { records } = await driver().executeQuery(text, {}, database === undefined ? {} : { database });
  return records.map((record) => record.toObject() as Row);
};
/** Everything but the notes of when what was imported. */
/** Tombstones tell of the past, so they differ by nature. */
const graph = async () => ({
  nodes: await ask(
    'MATCH (n) WHERE NOT n:Migration AND NOT n:Import AND NOT n:Tombstone AND NOT n:GraphVersion RETURN labels(n) AS labels, properties(n) AS p ORDER BY n.id',
  ),
  relations: await ask(
    'MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS type, b.id AS b, properties(r) AS p ORDER BY r.id',
  ),
});

const term = (slug: string, more: Partial<TermRecord> = {}): TermRecord => ({
  ...{ kind: 'TERM', vocabulary: 'glossograph', id: `Term:${slug}`, label: slug, slug, name: slug },
  ...{ keyTakeaways: [], sectionHeadings: [], sectionBodies: [], ...more },
});
const SECTION = { kind: 'REGULATION', id: 'Regulation:45-CFR-171.203', label: '45 CFR 171.203' } as const;
const PROVISION = { ...SECTION, citation: SECTION.label, sortKey: '1', level: 'SECTION', reserved: false } as const;
const mentions = (evidence: Partial<EvidenceRecord>[], more: Partial<RelationRecord> = {}): RelationRecord => ({
  ...{ id: relationId('MENTIONS', SECTION.id, 'Term:ehi'), type: 'MENTIONS', from: SECTION.id, to: 'Term:ehi' },
  evidence: evidence.map((piece) => ({ rule: 'MATCHED', sourceId: 'Source:x', ...piece })),
  ...more,
});
const says = (entities: EntityRecord[], relations: RelationRecord[] = []): ImportRecords => ({
  ...{ entities, relations },
  sources: [{ id: 'Source:x', name: 'X' }],
  vocabularies: [GLOSSOGRAPH],
});

test('a node has the properties of its record, its indexed names and its origins, and nothing else', async () => {
  await put('seed', says([term('oauth', { name: 'OAuth 2.0', label: 'OAuth 2.0', category: 'Standards' }), PROVISION]));
  const said = { keyTakeaways: [], sectionHeadings: [], sectionBodies: [], category: 'Standards' };
  const words = { nameKey: 'oauth 2.0', nameWords: 'oauth 2 0', origins: ['seed'] };
  expect((await graph()).nodes).toEqual([
    { labels: ['Entity', 'Regulation'], p: expect.objectContaining({ nameWords: '45 cfr 171 203', reserved: false }) },
    { labels: ['Source'], p: { id: 'Source:x', name: 'X', origins: ['seed'] } },
    {
      labels: ['Entity', 'Term'],
      p: {
        id: 'Term:oauth',
        slug: 'oauth',
        vocabulary: 'glossograph',
        name: 'OAuth 2.0',
        label: 'OAuth 2.0',
        ...said,
        ...words,
      },
    },
    { labels: ['Vocabulary'], p: { ...GLOSSOGRAPH, origins: ['seed'] } },
  ]);
});

test('a relation always has a weight, evidence in parallel lists, and integers for whole numbers', async () => {
  const evidence = [{ quote: 'EHI', start: 3, end: 6 }, {}];
  await put('seed', says([term('ehi'), PROVISION], [mentions(evidence, { position: 4, validFrom: '2020-06-30' })]));
  const [relation] = (await graph()).relations;
  expect(relation).toMatchObject({
    p: {
      ...{ id: mentions([]).id, weight: 1, position: 4, validFrom: '2020-06-30', origins: ['seed'] },
      ...{
        evidenceRules: ['MATCHED', 'MATCHED'],
        evidenceQuotes: ['EHI', ''],
        evidenceSources: ['Source:x', 'Source:x'],
      },
      ...{ evidenceStarts: [3, -1], evidenceEnds: [6, -1] },
    },
  });
  expect(
    await ask(`MATCH ()-[r]->() RETURN r.position IS :: INTEGER NOT NULL AS position, r.weight IS :: FLOAT NOT NULL AS weight,
      r.evidenceStarts IS :: LIST<INTEGER NOT NULL> NOT NULL AS starts`),
  ).toEqual([{ position: true, weight: true, starts: true }]);
});

describe('records of several imports', () => {
  const seed = says(
    [{ ...PROVISION, summary: 'In our words.', heading: 'Ours' }, term('ehi')],
    [mentions([{ rule: 'AUTHORED' }], { weight: 0.5 })],
  );
  const ecfr = says(
    [{ ...PROVISION, heading: 'Official', text: 'The text has EHI.' }, term('ehi')],
    [mentions([{ quote: 'EHI', start: 13, end: 16 }])],
  );
  const provision = async () => (await ask<{ p: object }>('MATCH (n:Regulation) RETURN properties(n) AS p'))[0]?.p;
  const relation = async () => (await ask<{ p: object }>('MATCH ()-[r]->() RETURN properties(r) AS p'))[0]?.p;

  test('official text wins over ours, and our summary stays, whichever came first', async () => {
    for (const order of [
      ['seed', 'ecfr'],
      ['ecfr', 'seed'],
    ]) {
      await empty();
      for (const origin of order) await put(origin, origin === 'seed' ? seed : ecfr);
      expect(await provision()).toMatchObject({
        ...{ summary: 'In our words.', heading: 'Official', text: 'The text has EHI.', origins: ['seed', 'ecfr'] },
      });
      expect(await relation()).toMatchObject({
        ...{
          weight: 0.5,
          evidenceRules: ['AUTHORED', 'MATCHED'],
          evidenceQuotes: ['', 'EHI'],
          evidenceStarts: [-1, 13],
        },
      });
    }
  });

  test('a record stays until the last import drops it', async () => {
    await put('seed', seed);
    const alone = await graph();
    await put('ecfr', ecfr);
    await put('ecfr', { entities: [], relations: [], sources: [] });
    expect(await graph()).toEqual(alone);
  });

  test('an empty list does not replace a value', async () => {
    await put('seed', says([term('ehi', { keyTakeaways: ['ours'] })]));
    await put('glossary', says([term('ehi', { definition: 'theirs' })]));
    expect(await ask('MATCH (n:Term) RETURN n.keyTakeaways AS takeaways, n.definition AS definition')).toEqual([
      { takeaways: ['ours'], definition: 'theirs' },
    ]);
  });

  test('an import whose relation lost an end to another import is reported as stale', async () => {
    await put('seed', says([term('ehi')]));
    await put('ecfr', says([PROVISION], [mentions([{}])]));
    const before = await dataVersion(driver(), database);
    expect(await put('seed', says([]))).toMatchObject({ changed: true, stale: ['ecfr'] });
    expect(await relation()).toBeUndefined();
    await put('seed', says([term('ehi')]));
    expect(await dataVersion(driver(), database)).not.toBe(before); // the relation is lost until ecfr runs
    expect(await put('ecfr', says([PROVISION], [mentions([{}])]))).toMatchObject({ changed: true });
    expect(await relation()).toBeDefined();
    expect(await dataVersion(driver(), database)).toBe(before);
  });

  test('imports at the same time take turns', async () => {
    await Promise.all([
      put('ecfr', ecfr),
      put('seed', seed),
      put('third', says([{ ...PROVISION, url: 'https://example.org' }])),
    ]);
    const together = await graph();
    await empty();
    for (const [origin, records] of [
      ['seed', seed],
      ['third', says([{ ...PROVISION, url: 'https://example.org' }])],
      ['ecfr', ecfr],
    ] as const)
      await put(origin, records);
    expect(together).toEqual(await graph());
  });
});

test('the graph depends only on the latest state of each import, not on history or order', async () => {
  const slugs = ['a', 'b', 'c', 'd'];
  const entity = (slug: string) =>
    fc
      .record({ category: fc.constantFrom('x', 'y', undefined), takeaways: fc.subarray(['one', 'two']) })
      .map(({ category, takeaways }) =>
        term(slug, { keyTakeaways: takeaways, ...(category !== undefined && { category }) }),
      );
  const records = fc
    .tuple(
      fc.subarray(slugs),
      fc.tuple(...slugs.map(entity)),
      fc.array(
        fc.tuple(
          fc.constantFrom(...slugs),
          fc.constantFrom(...slugs),
          fc.constantFrom(0.5, 1),
          fc.constantFrom('p', 'q'),
        ),
      ),
    )
    .map(([had, terms, pairs]) => {
      const relations = pairs
        .filter(([a, b]) => a < b && had.includes(a) && had.includes(b))
        .map(([a, b, weight, quote]): RelationRecord => {
          const [from, to] = [`Term:${a}`, `Term:${b}`];
          return {
            id: relationId('RELATED_TO', from, to),
            type: 'RELATED_TO',
            from,
            to,
            weight,
            evidence: [{ rule: 'PARSED', quote, sourceId: 'Source:x' }],
          };
        });
      return says(
        terms.filter(({ slug }) => had.includes(slug)),
        [...new Map(relations.map((one) => [one.id, one])).values()],
      );
    });
  const steps = fc.array(fc.tuple(fc.constantFrom('seed', 'ecfr', 'zz'), records), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      await empty();
      for (const [origin, said] of history) await put(origin, said);
      const [was, version] = [await graph(), await dataVersion(driver(), database)];
      await empty();
      for (const [origin, said] of [...new Map(history)].reverse()) await put(origin, said);
      expect(was).toEqual(await graph());
      expect(version).toBe(await dataVersion(driver(), database));
    }),
    { numRuns: 25 },
  );
});

describe('a relation that several imports date', () => {
  const started = async () => {
    const rows = await ask<{ from: string | null }>('MATCH ()-[r:PART_OF]->() RETURN r.validFrom AS from');
    return rows.map(({ from }) => from);
  };
  const PART = { ...PROVISION, id: 'Regulation:45-CFR-171', label: '45 CFR Part 171', level: 'PART' } as const;
  const within = (more: Partial<RelationRecord>): ImportRecords =>
    says(
      [PROVISION, { ...PART, citation: PART.label }],
      [
        {
          ...{ id: relationId('PART_OF', PROVISION.id, PART.id), type: 'PART_OF', from: PROVISION.id, to: PART.id },
          evidence: [{ rule: 'PARSED', sourceId: 'Source:x' }],
          ...more,
        },
      ],
    );
  const edition = { validFrom: '2026-09-17' };

  test.each([
    ['starts when the seed says, if the edition does not show the days before', { orEarlier: true }, '2020-06-30'],
    ['starts with the edition that shows that it is new', {}, '2026-09-17'],
  ])('%s', async (_, more, start) => {
    for (const order of [['seed', 'ecfr:45-171'] as const, ['ecfr:45-171', 'seed'] as const]) {
      await empty();
      for (const origin of order) {
        await put(origin, within(origin === 'seed' ? { validFrom: '2020-06-30' } : { ...edition, ...more }));
      }
      expect(await started()).toEqual([start]);
    }
  });

  test('has no start, if the seed states none; without the seed, the edition is all that is known', async () => {
    await put('ecfr:45-171', within({ ...edition, orEarlier: true }));
    await put('seed', within({}));
    expect(await started()).toEqual([null]);
    await put('seed', says([]));
    expect(await started()).toEqual(['2026-09-17']);
  });
});
