/** A glossary is a vocabulary of its own: it joins only files of that vocabulary, and changes no other. The order leaves no trace. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { importGlossaries } from '../../../src/import/glossary/import.ts';
import { type AliasRecord, type ImportRecords, relationId, type TermRecord } from '../../../src/model/records.ts';
import { GLOSSOGRAPH } from '../../../src/model/vocabulary.ts';
import { counts, dataVersion } from '../../../src/store/status.ts';
import { writeImport } from '../../../src/store/write.ts';
import { testAddress } from '../../setup/graph.ts';
import { testGraph } from '../../setup/test-graph.ts';

const { driver, empty } = testGraph();
const { database } = testAddress();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glossograph-glossary-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(() => empty());

type Written = Record<string, unknown>;
/** Imports files that hold these terms, in one go. */
async function put(files: Record<string, Written[] | string>, more: { vocabulary?: string; dryRun?: boolean } = {}) {
  const paths: string[] = [];
  for (const [name, content] of Object.entries(files)) {
    paths.push(join(folder, name));
    await writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  // Removals are part of what these tests do; `test/http/gone.test.ts` has those that need to be confirmed.
  return importGlossaries(driver(), database, { files: paths, yes: true, ...more });
}
const ask = async (text: string): Promise<Record<string, unknown>[]> => {
  const { records } = await driver().executeQuery(text, {}, database === undefined ? {} : { database });
  return records.map((record) => record.toObject());
};
const nodes = () => ask('MATCH (n:Entity) RETURN n.id AS id, n.name AS name ORDER BY id');
const graph = async () => ({
  nodes: await ask('MATCH (n) WHERE n:Entity OR n:Source RETURN labels(n) AS l, properties(n) AS p ORDER BY n.id'),
  edges: await ask('MATCH ()-[r]->() RETURN type(r) AS t, properties(r) AS p ORDER BY r.id'),
});

const TERM: TermRecord = {
  ...{
    kind: 'TERM',
    vocabulary: 'glossograph',
    id: 'Term:ktr',
    label: 'KTR',
    slug: 'ktr',
    name: 'KTR',
    definition: 'Our words.',
    category: 'Ours',
  },
  ...{ keyTakeaways: ['Fly it.'], sectionHeadings: ['Definition'], sectionBodies: ['Our words.'] },
};
const ALIAS: AliasRecord = {
  ...{
    kind: 'ALIAS',
    id: 'Alias:kite-register',
    label: 'Kite register',
    name: 'Kite register',
    aliasKind: 'EXPANSION',
  },
};
const NOTHING: ImportRecords = { entities: [], relations: [], sources: [] };
const SEED: ImportRecords = {
  entities: [TERM, ALIAS],
  relations: [
    {
      ...{ id: relationId('ALIAS_OF', ALIAS.id, TERM.id), type: 'ALIAS_OF', from: ALIAS.id, to: TERM.id },
      evidence: [{ rule: 'AUTHORED', sourceId: 'Source:ours' }],
    },
  ],
  sources: [{ id: 'Source:ours', name: 'Ours' }],
  vocabularies: [GLOSSOGRAPH],
};
const seed = () => writeImport(driver(), database, { origin: 'seed', records: SEED });
const remove = (origin: string) => writeImport(driver(), database, { origin, records: NOTHING });
/** The nodes and relations below a key, with all that is stored of them. */
const partOf = async (key: string) => ({
  nodes: await ask(
    `MATCH (n:Entity) WHERE n.id CONTAINS ':${key}/' RETURN labels(n) AS l, properties(n) AS p ORDER BY n.id`,
  ),
  edges: await ask(
    `MATCH (n)-[r]->() WHERE n.id CONTAINS ':${key}/' RETURN type(r) AS t, properties(r) AS p ORDER BY r.id`,
  ),
});

describe('beside other vocabularies', () => {
  const KITES = [{ term: 'ktr', definition: 'Their words.', source: 'Kite Act', aliases: ['Kite Register'] }];

  test('joins no term and no alias of the seed', async () => {
    await seed();
    const before = await ask("MATCH (n:Entity) WHERE n.origins = ['seed'] RETURN properties(n) AS p ORDER BY n.id");
    const [summary] = await put({ 'a.json': KITES });
    expect(summary).toMatchObject({
      ...{ vocabulary: 'a', entries: 1, terms: 1, aliases: 1, joinedAliases: 0, merges: [], ambiguous: [] },
    });
    expect(await ask("MATCH (n:Entity) WHERE n.origins = ['seed'] RETURN properties(n) AS p ORDER BY n.id")).toEqual(
      before,
    );
    expect(await nodes()).toEqual([
      { id: 'Alias:a/kite-register', name: 'Kite Register' },
      { id: 'Alias:kite-register', name: 'Kite register' },
      { id: 'Term:a/ktr', name: 'ktr' },
      { id: 'Term:ktr', name: 'KTR' },
    ]);
    expect(await ask("MATCH (n:Term {slug: 'a/ktr'}) RETURN n.vocabulary AS v, n.definition AS d")).toEqual([
      { v: 'a', d: 'Their words.' },
    ]);
    expect(await ask('MATCH (v:Vocabulary) RETURN v.key AS key, v.linking AS linking ORDER BY key')).toEqual([
      { key: 'a', linking: 'OWN' },
      { key: 'glossograph', linking: 'EVERYWHERE' },
    ]);
  });

  test('makes the same graph, whichever comes first', async () => {
    const ours = { 'a.json': KITES };
    const theirs = {
      'b.json': [
        { term: 'Kite register', aliases: ['KTR'] },
        { term: 'KTR', definition: 'Other.' },
      ],
    };
    await seed();
    await put(ours);
    await put(theirs);
    const after = await graph();
    for (const steps of [
      [() => put(theirs), () => put(ours), seed],
      [() => put({ ...theirs, ...ours }), seed],
      [() => put(ours), seed, () => put(theirs)],
    ]) {
      await empty();
      for (const step of steps) await step();
      expect(await graph()).toEqual(after);
    }
    const names = (await nodes()).filter(({ name }) => /^ktr$/i.test(String(name)));
    expect(names).toHaveLength(4);
  });

  test('changes nothing of another when it comes, changes, and goes', async () => {
    const base = [{ term: 'Kite', definition: 'Flies.', aliases: ['KT'], source: 'Kite Act' }, { term: 'Line' }];
    await put({ 'a.json': base });
    const alone = await partOf('a');
    const whole = await graph();
    const other = { 'b.json': [{ term: 'Kite', definition: 'A bird.', aliases: ['KT', 'Line'], source: 'Kite Act' }] };
    const [summary] = await put(other);
    expect(summary).toMatchObject({ vocabulary: 'b', merges: [], joinedAliases: 0, ambiguous: [] });
    expect(await partOf('a')).toEqual(alone);
    const both = await partOf('b');
    await put({ 'a.json': [{ term: 'Kite', definition: 'Glides.' }] });
    expect(await partOf('b')).toEqual(both);
    await put({ 'a.json': base });
    expect(await partOf('a')).toEqual(alone);
    await remove('glossary:b.json');
    expect(await partOf('a')).toEqual(alone);
    expect(await graph()).toEqual(whole);
    await put(other);
    await remove('glossary:a.json');
    expect(await partOf('b')).toEqual(both);
    expect((await nodes()).filter(({ id }) => String(id).includes(':a/'))).toEqual([]);
  });

  test('keeps what is in use of the seed when the seed goes', async () => {
    await seed();
    await put({ 'a.json': KITES });
    await remove('seed');
    expect(await nodes()).toEqual([
      { id: 'Alias:a/kite-register', name: 'Kite Register' },
      { id: 'Term:a/ktr', name: 'ktr' },
    ]);
    await put({ 'a.json': [{ term: 'Other' }] });
    expect(await nodes()).toEqual([{ id: 'Term:a/other', name: 'Other' }]);
  });

  test('keeps its settings when a file is imported again', async () => {
    const files = { 'a.json': KITES };
    await put(files);
    await importGlossaries(driver(), database, { files: [join(folder, 'a.json')], linking: 'NOWHERE', rank: 7 });
    const settings = 'MATCH (v:Vocabulary) RETURN v.key AS key, v.linking AS linking, v.rank AS rank';
    expect(await ask(settings)).toEqual([{ key: 'a', linking: 'NOWHERE', rank: 7 }]);
    await put(files);
    expect(await ask(settings)).toEqual([{ key: 'a', linking: 'NOWHERE', rank: 7 }]);
  });
});

describe('files of one vocabulary', () => {
  const vocabulary = 'kites';
  const files = {
    'a.json': [{ term: 'KT', aliases: ['Kite'], definition: 'First.' }, { term: 'red-team' }],
    'b.json': [{ term: 'Kite', definition: 'Second.' }, { term: 'Red Team' }, { term: 'KT', definition: 'Third.' }],
  };

  test('join by name and alias, and change nothing the second time, in any order', async () => {
    await seed();
    const summaries = await put(files, { vocabulary });
    expect(summaries.map(({ changed, vocabulary: key }) => [changed, key])).toEqual([
      [true, 'kites'],
      [true, 'kites'],
    ]);
    expect(summaries[1]?.merges).toEqual([
      { name: 'Kite', id: 'Term:kites/kt', into: 'KT', by: 'alias' },
      { name: 'KT', id: 'Term:kites/kt', into: 'KT', by: 'name' },
    ]);
    const after = await graph();
    const version = await dataVersion(driver(), database);
    for (const again of [files, Object.fromEntries(Object.entries(files).reverse()), { 'a.json': files['a.json'] }]) {
      for (const summary of await put(again, { vocabulary }))
        expect(summary).toMatchObject({ changed: false, dataVersion: version });
      expect(await graph()).toEqual(after);
    }
    expect(await ask("MATCH (n:Term {slug: 'kites/kt'}) RETURN n.name AS name, n.sectionBodies AS bodies")).toEqual([
      { name: 'KT', bodies: ['Third.', 'Second.', 'First.'] },
    ]);
  });

  test('make the same graph when the first comes last, once the others have come again', async () => {
    const kites = (terms: Written[]) => terms.filter(({ term }) => !/red/i.test(String(term)));
    const [a, b] = [{ 'a.json': kites(files['a.json']) }, { 'b.json': kites(files['b.json']) }];
    await put({ ...a, ...b }, { vocabulary });
    const after = await graph();
    await empty();
    for (const file of [b, a, b]) await put(file, { vocabulary });
    expect(await graph()).toEqual(after);
  });

  test('join nothing by an alias of several terms', async () => {
    const [, summary] = await put(
      {
        'a.json': [
          { term: 'Kite roll', aliases: ['KR'] },
          { term: 'Kite register', aliases: ['KR'] },
        ],
        'b.json': [{ term: 'kr' }],
      },
      { vocabulary },
    );
    expect(summary?.merges).toEqual([]);
    expect(await nodes()).toContainEqual({ id: 'Term:kites/kr', name: 'kr' });
  });

  test('keep what they share until the last of them goes', async () => {
    await put(files, { vocabulary });
    await remove('glossary:a.json');
    expect(await ask('MATCH (n:Term) RETURN n.id AS id, n.sectionBodies AS bodies ORDER BY id')).toEqual([
      { id: 'Term:kites/kt', bodies: ['Third.', 'Second.'] },
      { id: expect.stringMatching(/^Term:kites\/red-team-[0-9a-f]{8}$/), bodies: [] },
    ]);
    await remove('glossary:b.json');
    expect(await nodes()).toEqual([]);
    expect(await ask('MATCH (v:Vocabulary) RETURN v.key AS key')).toEqual([]);
  });
});

describe('a file', () => {
  test('gives the same ids for any order of terms', async () => {
    const words = ['C', 'C++', 'c', 'Red team', 'red-team', 'Red (team)'].map((term) => ({ term }));
    await put({ 'a.json': words });
    const ids = (await nodes()).map(({ id }) => id);
    expect(ids).toHaveLength(5);
    await empty();
    await put({ 'a.json': words.reverse() });
    expect((await nodes()).map(({ id }) => id)).toEqual(ids);
  });

  test('of RDF is the same the second time, homonyms and blank nodes included', async () => {
    const text = `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      <https://k.example/river> a skos:Concept ; skos:prefLabel "Bank" ; skos:altLabel "Shore"@en .
      <https://k.example/money> a skos:Concept ; skos:prefLabel "Bank" ; skos:altLabel "Bank"@de .
      [] a skos:Concept ; skos:prefLabel "Loan" . [] a skos:Concept ; skos:prefLabel "Loan" .`;
    const [first] = await put({ 'a.ttl': text });
    const before = await graph();
    const [second] = await put({ 'a.ttl': text });
    expect([second?.changed, second?.dataVersion]).toEqual([false, first?.dataVersion]);
    expect(await graph()).toEqual(before);
    expect(await ask('MATCH (n:Term) RETURN n.slug AS slug ORDER BY slug')).toEqual([
      { slug: 'a/bank-money' },
      { slug: 'a/bank-river' },
      { slug: 'a/loan' },
    ]);
  });

  test('that is a supplement names the concepts of the system in the graph', async () => {
    const url = 'https://k.example/kinds';
    const kinds = {
      ...{ resourceType: 'CodeSystem', url, content: 'complete' },
      concept: [{ code: 'box', display: 'Box kite' }, { code: 'delta' }],
    };
    const names = {
      ...{ resourceType: 'CodeSystem', url: `${url}-de`, content: 'supplement', supplements: `${url}|1.0` },
      concept: [{ code: 'box', designation: [{ language: 'de', value: 'Kastendrachen' }] }, { code: 'tail' }],
    };
    // By name, the supplement would be first.
    const [, summary] = await put({ 'a.json': JSON.stringify(names), 'kinds.json': JSON.stringify(kinds) });
    expect(summary).toMatchObject({
      ...{ vocabulary: 'kinds', terms: 0, aliases: 1 },
      leftOut: ['The code "tail" was left out, because the supplemented code system does not contain it.'],
    });
    expect(
      await ask('MATCH (a:Alias)-[:ALIAS_OF]->(t) RETURN a.name AS a, a.language AS l, a.vocabulary AS v, t.id AS t'),
    ).toEqual([{ a: 'Kastendrachen', l: 'de', v: 'kinds', t: 'Term:kinds/box-kite' }]);
    expect((await put({ 'a.json': JSON.stringify(names) }))[0]?.changed).toBe(false);
    await remove('glossary:a.json');
    expect(await nodes()).toEqual([
      { id: 'Term:kinds/box-kite', name: 'Box kite' },
      { id: 'Term:kinds/delta', name: 'delta' },
    ]);
  });

  test('reports in a dry run what an import would do, and writes nothing', async () => {
    const files = { 'a.json': [{ term: 'KT', aliases: ['Kite', 'K'] }], 'b.json': [{ term: 'Kite' }] };
    await seed();
    const before = await graph();
    const rehearsed = await put(files, { vocabulary: 'kites', dryRun: true });
    expect(await graph()).toEqual(before);
    expect((await counts(driver(), database)).entities.TERM).toBe(1);
    expect(rehearsed[0]?.notLinked).toEqual([{ name: 'K', reason: 'TOO_SHORT' }]);
    expect(await put(files, { vocabulary: 'kites' })).toEqual(rehearsed);
  });
});
