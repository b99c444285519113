/** Linking in a real graph: mentions with evidence that verifies, incremental and whole, in any order of imports. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { importEcfr } from '../../src/import/ecfr/import.ts';
import { importGlossaries } from '../../src/import/glossary/import.ts';
import { importRecords } from '../../src/import/graph/import.ts';
import { importSeed } from '../../src/import/seed/import.ts';
import { setVocabulary } from '../../src/import/vocabulary/settings.ts';
import { linkGraph } from '../../src/link/link.ts';
import type { EntityRecord, ImportRecords } from '../../src/model/records.ts';
import { GLOSSOGRAPH } from '../../src/model/vocabulary.ts';
import { ask } from '../setup/ask.ts';
import { exportRecords } from '../setup/exported.ts';
import { testAddress } from '../setup/graph.ts';
import { testGraph } from '../setup/test-graph.ts';

const { driver, graph, empty } = testGraph();
const { database } = testAddress();
const golden = (name: string) => fileURLToPath(new URL(`../import/ecfr/golden/${name}`, import.meta.url));
const ecfr = (name: string, asOf: string) =>
  importEcfr(driver(), database, { files: [golden(name)], asOf, today: '2026-06-01' });
const glossary = (name: string) =>
  importGlossaries(driver(), database, {
    files: [fileURLToPath(new URL(name, import.meta.url))],
    linking: 'EVERYWHERE',
  });
const WINDS: EntityRecord = {
  ...{ kind: 'STANDARD', id: 'Standard:winds/1', key: 'winds/1', level: 'VERSION' },
  ...{ label: 'Brief winds', name: 'Brief winds', summary: 'How to measure a short wind.' },
};
/** What people write by hand: two terms, of which one mentions the other, and a standard. */
const seed = () => {
  const lists = { keyTakeaways: [], sectionHeadings: [], sectionBodies: [] };
  const source = { id: 'Source:hand', name: 'By hand' };
  const id = 'Term:harbour-MENTIONS-Term:mast';
  const records: ImportRecords = {
    entities: [
      {
        kind: 'TERM',
        vocabulary: 'glossograph',
        id: 'Term:harbour',
        label: 'Harbour',
        slug: 'harbour',
        name: 'Harbour',
        ...lists,
      },
      { kind: 'TERM', vocabulary: 'glossograph', id: 'Term:mast', label: 'Mast', slug: 'mast', name: 'Mast', ...lists },
      WINDS,
    ],
    relations: [
      {
        ...{ id, type: 'MENTIONS', from: 'Term:harbour', to: 'Term:mast' },
        evidence: [{ rule: 'AUTHORED', sourceId: source.id }],
      },
    ],
    sources: [source],
    vocabularies: [GLOSSOGRAPH],
  };
  return importSeed(driver(), database, records);
};

/** Everything in the graph, but when it was written. */
async function everything(): Promise<string> {
  let all = '';
  for await (const line of exportRecords(driver(), database)) all += line;
  return all;
}

const STEPS: Record<string, () => Promise<unknown>> = {
  early: () => ecfr('kites-2020.xml', '2020-05-01'),
  late: () => ecfr('kites.api.xml', '2026-01-03'),
  glossary: () => glossary('kites.json'),
  seed,
};
const take = async (...names: string[]) => {
  await empty();
  for (const name of names) await STEPS[name]?.();
};
const mentions = async () => {
  const { records } = await driver().executeQuery(
    `MATCH (from)-[edge:MENTIONS]->(to) WHERE any(origin IN edge.origins WHERE origin STARTS WITH 'link:')
     RETURN from.id + CASE WHEN edge.validTo IS NULL THEN '' ELSE ' until ' + edge.validTo END AS holder, to.id AS term,
       edge.evidenceQuotes AS quotes ORDER BY holder, term`,
    {},
    { database: database ?? 'neo4j' },
  );
  return records.map((row) => [row.get('holder'), row.get('term'), ...row.get('quotes')].join(' '));
};

describe('linking after imports', () => {
  test('finds terms in current and former law and on pages', async () => {
    await take('early', 'late', 'glossary', 'seed');
    expect(await mentions()).toEqual([
      'Regulation:99-CFR-7 Term:kite KITES',
      'Regulation:99-CFR-7.1(Electronic-kite-record) Term:keeper keeper',
      'Regulation:99-CFR-7.1(Electronic-kite-record) Term:kite kite',
      'Regulation:99-CFR-7.1(Flight-network) Term:kite kites',
      'Regulation:99-CFR-7.10 Term:keeper keeper keeper',
      'Regulation:99-CFR-7.10 Term:tangling tangling tangling',
      'Regulation:99-CFR-7.10(c) Term:kites/short-wind short wind',
      'Regulation:99-CFR-7.2(a)(2) until 2026-01-03 Term:kites/several-keepers several keepers',
      'Regulation:99-CFR-7.2(b) Term:keeper keeper keeper',
      'Standard:winds/1 Term:kites/short-wind Brief winds short wind',
      'Term:kites/paper-kite Term:kites/short-wind short wind',
      'Term:kites/short-wind Term:kites/kmu KMU',
    ]);
  });

  test('gives evidence that verifies', async () => {
    const evidence = 'evidence { rule quote verified source { name } }';
    const { terms, standard } = await ask(
      graph(),
      `{ terms(first: 100) { edges { node {
          mentionedIn { edges { count ${evidence} } }
          relations(types: [MENTIONS], direction: OUT) { edges { ${evidence} } } } } }
         standard(key: "winds/1") { relations(types: [MENTIONS]) { edges { ${evidence} } } } }`,
    );
    const places = JSON.stringify([terms, standard]).match(/"MATCHED","quote":"[^"]+","verified":\w+/g) ?? [];
    expect(places.filter((place) => !place.endsWith('true'))).toEqual([]);
    expect(places.length).toBeGreaterThan(10);
    expect(standard.relations.edges[0].evidence[0].source.name).toMatch(/Names and descriptions of standards/);
  });

  test('dates the mentions of a former text', async () => {
    const query = `query ($asOf: Date) { term(slug: "kites/several-keepers") {
      mentionedIn(asOf: $asOf) { edges { node { citation } evidence { quote start verified } } } } }`;
    const on = async (asOf: string | null) => (await ask(graph(), query, { asOf })).term.mentionedIn.edges;
    expect(await on('2021-01-01')).toEqual([
      {
        node: { citation: '99 CFR 7.2(a)(2)' },
        evidence: [{ quote: 'several keepers', start: 7, verified: true }],
      },
    ]);
    expect([await on(null), await on('2026-02-01'), await on('2019-01-01')]).toEqual([[], [], []]);
  });

  test('collects the mentions of everything in a part', async () => {
    const { regulation } = await ask(
      graph(),
      '{ regulation(citation: "99 CFR Part 7") { mentions { totalCount } deep: mentions(deep: true) { totalCount } } }',
    );
    expect([regulation.mentions.totalCount, regulation.deep.totalCount]).toEqual([1, 8]);
  });

  test('annotates the current and the former text of a provision', async () => {
    const query = `query ($citation: String!, $asOf: Date) { regulation(citation: $citation, asOf: $asOf) {
      text annotations { start end text entities { id label degree } } } }`;
    const on = async (citation: string, asOf: string | null = null) =>
      (await ask(graph(), query, { citation, asOf })).regulation;
    const now = await on('99 CFR 7.10');
    expect(
      now.annotations.map((one: { text: string; entities: { id: string }[] }) => [one.text, one.entities[0]?.id]),
    ).toEqual([
      ['keeper', 'Term:keeper'],
      ['tangling', 'Term:tangling'],
    ]);
    for (const { start, end, text } of now.annotations) expect(now.text.slice(start, end)).toBe(text);
    expect((await on('99 CFR 7.2(a)(2)')).annotations).toEqual([]);
    expect((await on('99 CFR 7.2(a)(2)', '2021-01-01')).annotations).toMatchObject([{ text: 'several keepers' }]);
  });
});

describe('linking again', () => {
  test('changes nothing the second time', async () => {
    await take('late', 'glossary', 'seed');
    const before = [await everything(), (await linkGraph(driver(), database, {})).dataVersion];
    const { changed, groups, dataVersion } = await linkGraph(driver(), database, { all: true });
    expect([changed, groups > 2]).toEqual([false, true]);
    expect([await everything(), dataVersion]).toEqual(before);
  });

  test('links nothing when nothing has changed', async () => {
    expect(await linkGraph(driver(), database, {})).toMatchObject({ groups: 0, changed: false });
  });

  test('links nothing while there is no term, and all texts with the first one', async () => {
    await empty();
    await importSeed(driver(), database, { entities: [WINDS], relations: [], sources: [] });
    expect(await linkGraph(driver(), database, { all: true })).toMatchObject({ groups: 0, texts: 0 });
    await STEPS.glossary?.();
    expect(await mentions()).toContain('Standard:winds/1 Term:kites/short-wind Brief winds short wind');
  });

  test('links only what a new name can affect', async () => {
    await take('late', 'seed');
    const { groups } = await linkGraph(driver(), database, {});
    const linkedBefore = await driver().executeQuery(
      'MATCH (i:Import) WHERE i.origin STARTS WITH "link:" RETURN i.at AS at, i.origin AS origin',
    );
    await importRecords(driver(), database, { origin: 'graph:one', records: oneTerm('Zeppelin harbour') });
    const after = await driver().executeQuery(
      'MATCH (i:Import) WHERE i.origin STARTS WITH "link:" RETURN i.at AS at, i.origin AS origin',
    );
    expect(groups).toBe(0);
    expect(after.records.map((row) => row.toObject())).toEqual(linkedBefore.records.map((row) => row.toObject()));
  });

  test('gives the same result step by step and all at once, in every order', async () => {
    const orders = [
      ['early', 'late', 'glossary', 'seed'],
      ['seed', 'glossary', 'late', 'early'],
      ['late', 'seed', 'early', 'glossary'],
    ];
    const ends: unknown[] = [];
    for (const order of orders) {
      await take(...order);
      const stepwise = [await everything(), (await linkGraph(driver(), database, {})).dataVersion];
      const whole = await linkGraph(driver(), database, { all: true });
      expect([await everything(), whole.dataVersion]).toEqual(stepwise);
      ends.push(stepwise.join('\n'));
    }
    expect(ends[1]).toBe(ends[0]);
    expect(ends[2]).toBe(ends[0]);
  });

  test('removes mentions with their term, and restores them with it', async () => {
    await take('late', 'seed');
    const without = [await everything(), (await linkGraph(driver(), database, {})).dataVersion];
    const put = (records: ImportRecords) =>
      importRecords(driver(), database, { origin: 'graph:one', records, yes: true });
    await put(oneTerm('Short wind'));
    expect(await mentions()).toContain('Regulation:99-CFR-7.10(c) Term:short-wind short wind');
    await put({ entities: [], relations: [], sources: [] });
    expect(await mentions()).not.toContain('Regulation:99-CFR-7.10(c) Term:short-wind short wind');
    expect(await everything()).toBe(without[0]);
    await put(oneTerm('Short wind'));
    expect(await mentions()).toContain('Regulation:99-CFR-7.10(c) Term:short-wind short wind');
  });

  test('keeps mentions that the seed states, with their own evidence', async () => {
    const { term } = await ask(
      graph(),
      '{ term(slug: "harbour") { relations(types: [MENTIONS], direction: OUT) { edges { node { id } evidence { rule } } } } }',
    );
    expect(term.relations.edges).toEqual([{ node: { id: 'Term:mast' }, evidence: [{ rule: 'AUTHORED' }] }]);
  });

  test('keeps code systems to the vocabulary of their concepts, unless that is linked everywhere', async () => {
    await take('seed');
    const system: EntityRecord = {
      ...{
        kind: 'STANDARD',
        id: 'Standard:rigs/1/codesystem/kinds',
        key: 'rigs/1/codesystem/kinds',
        level: 'CODE_SYSTEM',
      },
      ...{ label: 'Kinds of rig', name: 'Kinds of rig', summary: 'Every mast of a harbour.' },
    };
    const profile: EntityRecord = {
      ...{ kind: 'STANDARD', id: 'Standard:rigs/1/ship', key: 'rigs/1/ship', level: 'PROFILE' },
      ...{ label: 'Ship', name: 'Ship', summary: 'A ship with a mast.' },
    };
    const rigs = { id: 'Vocabulary:rigs', key: 'rigs', linking: 'NOWHERE' as const };
    const [sloop] = oneTerm('Sloop').entities;
    const concept = { ...sloop, id: 'Term:rigs/sloop', slug: 'rigs/sloop', vocabulary: 'rigs' } as EntityRecord;
    const records = { entities: [system, profile, concept], relations: [], sources: [], vocabularies: [rigs] };
    await importRecords(driver(), database, { origin: 'fhir:rigs/1', records });
    const ofRigs = async () => (await mentions()).filter((one) => one.startsWith('Standard:rigs'));
    const ofProfile = [expect.stringContaining('Standard:rigs/1/ship Term:mast')];
    expect(await ofRigs()).toEqual(ofProfile);
    await setVocabulary(driver(), database, { key: 'rigs', linking: 'EVERYWHERE' });
    expect(await ofRigs()).toEqual([
      expect.stringContaining('Standard:rigs/1/codesystem/kinds Term:harbour'),
      expect.stringContaining('Standard:rigs/1/codesystem/kinds Term:mast'),
      ...ofProfile,
    ]);
    await setVocabulary(driver(), database, { key: 'rigs', linking: 'NOWHERE' });
    expect(await ofRigs()).toEqual(ofProfile);
  });

  test('forgets the state of a group that has no texts left', async () => {
    await empty();
    const groups = async () => {
      const { records } = await driver().executeQuery('MATCH (n:Linking) RETURN n.group AS group ORDER BY group');
      return records.map((row) => row.get('group'));
    };
    await importRecords(driver(), database, {
      origin: 'graph:one',
      records: oneTerm('Short wind', 'A wind that soon ends.'),
    });
    expect(await groups()).toEqual(['link:terms/glossograph', 'names']);
    await importRecords(driver(), database, { origin: 'graph:one', records: oneTerm('Short wind') });
    expect(await groups()).toEqual(['names']);
  });
});

function oneTerm(name: string, definition?: string): ImportRecords {
  const slug = name.toLowerCase().replace(' ', '-');
  const lists = { keyTakeaways: [], sectionHeadings: [], sectionBodies: [] };
  return {
    entities: [
      {
        kind: 'TERM',
        vocabulary: 'glossograph',
        id: `Term:${slug}`,
        label: name,
        slug,
        name,
        ...(definition && { definition }),
        ...lists,
      },
    ],
    relations: [],
    sources: [],
    vocabularies: [GLOSSOGRAPH],
  };
}
