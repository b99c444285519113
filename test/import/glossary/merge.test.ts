/** A glossary joins what is there by name and alias, whoever came first, and leaves no trace of the order. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { importGlossaries } from '../../../src/import/glossary/import.ts';
import { type AliasRecord, type ImportRecords, relationId, type TermRecord } from '../../../src/model/records.ts';
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
async function put(files: Record<string, Written[] | string>, dryRun = false) {
  const paths: string[] = [];
  for (const [name, content] of Object.entries(files)) {
    paths.push(join(folder, name));
    await writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return importGlossaries(driver(), database, { files: paths, dryRun });
}
const ask = async (text: string): Promise<object[]> => {
  const { records } = await driver().executeQuery(text, {}, database === undefined ? {} : { database });
  return records.map((record) => record.toObject());
};
const nodes = () => ask('MATCH (n:Entity) RETURN n.id AS id, n.name AS name ORDER BY id');
const edges = () =>
  ask('MATCH (a)-[r:ALIAS_OF]->(b) RETURN a.id AS a, b.id AS b, r.evidenceSources AS sources ORDER BY a, b');
const graph = async () => ({
  nodes: await ask('MATCH (n) WHERE n:Entity OR n:Source RETURN labels(n) AS l, properties(n) AS p ORDER BY n.id'),
  edges: await ask('MATCH ()-[r]->() RETURN type(r) AS t, properties(r) AS p ORDER BY r.id'),
});

const TERM: TermRecord = {
  ...{
    kind: 'TERM',
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
const SEED: ImportRecords = {
  entities: [TERM, ALIAS],
  relations: [
    {
      ...{ id: relationId('ALIAS_OF', ALIAS.id, TERM.id), type: 'ALIAS_OF', from: ALIAS.id, to: TERM.id },
      evidence: [{ rule: 'AUTHORED', sourceId: 'Source:ours' }],
    },
  ],
  sources: [{ id: 'Source:ours', name: 'Ours' }],
};
const seed = () => writeImport(driver(), database, { origin: 'seed', records: SEED });

describe('with the seed', () => {
  test('shows the wording of the seed, adds the definitions of the glossary, and keeps both as evidence, in any order', async () => {
    const files = {
      'a.json': [
        { term: 'ktr', definition: 'Their words.', source: 'Kite Act', category: 'Theirs', aliases: ['Kite Register'] },
      ],
    };
    await seed();
    const [summary] = await put(files);
    expect(summary).toMatchObject({
      ...{ entries: 1, terms: 1, aliases: 1, joinedAliases: 1 },
      merges: [{ name: 'ktr', id: 'Term:ktr', into: 'KTR', by: 'name' }],
    });
    const after = await graph();
    expect(after.nodes).toContainEqual({
      l: ['Entity', 'Term'],
      p: expect.objectContaining({
        ...{
          id: 'Term:ktr',
          name: 'KTR',
          label: 'KTR',
          definition: 'Our words.',
          category: 'Ours',
          keyTakeaways: ['Fly it.'],
        },
        ...{ sectionHeadings: ['Definition', 'Definition (Kite Act)'], sectionBodies: ['Our words.', 'Their words.'] },
        ...{ origins: ['glossary:a.json', 'seed'] },
      }),
    });
    expect(after.nodes).toContainEqual({
      l: ['Entity', 'Alias'],
      p: expect.objectContaining({ id: 'Alias:kite-register', name: 'Kite register', aliasKind: 'EXPANSION' }),
    });
    expect(await edges()).toEqual([
      {
        a: 'Alias:kite-register',
        b: 'Term:ktr',
        sources: ['Source:glossary-a-json', 'Source:kite-act', 'Source:ours'],
      },
    ]);
    await empty();
    await put(files);
    await seed();
    expect((await put(files))[0]).toMatchObject({ changed: false });
    expect(await graph()).toEqual(after);
  });

  test('joins the term that an alias denotes', async () => {
    await seed();
    const [summary] = await put({ 'a.md': '*[KREG]: Kite Register\n*[KTR]: Kite tour\n' });
    expect(summary?.merges).toEqual([{ name: 'Kite Register', id: 'Term:ktr', into: 'KTR', by: 'alias' }]);
    expect(summary?.ambiguous).toEqual([{ alias: 'KTR', denotes: ['Term:kite-tour', 'Term:ktr'] }]);
    expect(await nodes()).toEqual([
      { id: 'Alias:kite-register', name: 'Kite register' },
      { id: 'Alias:kreg', name: 'KREG' },
      { id: 'Alias:ktr', name: 'KTR' },
      { id: 'Term:kite-tour', name: 'Kite tour' },
      { id: 'Term:ktr', name: 'KTR' },
    ]);
    expect(await edges()).toContainEqual({
      a: 'Alias:kite-register',
      b: 'Term:ktr',
      sources: ['Source:glossary-a-md', 'Source:ours'],
    });
  });

  test('joins nothing by an ambiguous alias', async () => {
    await seed();
    await put({ 'a.json': [{ term: 'Kite roll', aliases: ['Kite register'] }] });
    const [summary] = await put({ 'b.json': [{ term: 'kite register' }] });
    expect(summary?.merges).toEqual([]);
    expect(await nodes()).toContainEqual({ id: 'Term:kite-register', name: 'kite register' });
  });

  test("keeps the glossary's records without the seed, and removes them without the glossary", async () => {
    await seed();
    await put({ 'a.json': [{ term: 'Kite register', definition: 'Their words.' }] });
    await writeImport(driver(), database, { origin: 'seed', records: { entities: [], relations: [], sources: [] } });
    expect(await ask('MATCH (n:Term) RETURN n.id AS id, n.definition AS d')).toEqual([
      { id: 'Term:ktr', d: 'Their words.' },
    ]);
    await put({ 'a.json': [{ term: 'Other' }] });
    expect(await nodes()).toEqual([{ id: 'Term:other', name: 'Other' }]);
  });
});

describe('with each other', () => {
  const files = {
    'a.json': [{ term: 'KT', aliases: ['Kite'], definition: 'First.' }, { term: 'red-team' }],
    'b.json': [{ term: 'Kite', definition: 'Second.' }, { term: 'Red Team' }, { term: 'KT', definition: 'Third.' }],
  };

  test('changes nothing the second time, in any order of files', async () => {
    const summaries = await put(files);
    expect(summaries.map(({ changed }) => changed)).toEqual([true, true]);
    expect(summaries[1]?.merges).toEqual([
      { name: 'Kite', id: 'Term:kt', into: 'KT', by: 'alias' },
      { name: 'KT', id: 'Term:kt', into: 'KT', by: 'name' },
    ]);
    const after = await graph();
    const version = await dataVersion(driver(), database);
    for (const again of [files, Object.fromEntries(Object.entries(files).reverse()), { 'a.json': files['a.json'] }]) {
      for (const summary of await put(again)) expect(summary).toMatchObject({ changed: false, dataVersion: version });
      expect(await graph()).toEqual(after);
    }
    expect(await ask("MATCH (n:Term {slug: 'kt'}) RETURN n.name AS name, n.sectionBodies AS bodies")).toEqual([
      { name: 'KT', bodies: ['Third.', 'Second.', 'First.'] },
    ]);
  });

  test('gives the same ids for any order of terms', async () => {
    const words = ['C', 'C++', 'c', 'Red team', 'red-team', 'Red (team)'].map((term) => ({ term }));
    await put({ 'a.json': words });
    const ids = (await nodes()).map((node) => 'id' in node && node.id);
    expect(ids).toHaveLength(5);
    await empty();
    await put({ 'a.json': words.reverse() });
    expect((await nodes()).map((node) => 'id' in node && node.id)).toEqual(ids);
  });

  test('reports in a dry run what an import would do, and writes nothing', async () => {
    await seed();
    const before = await graph();
    const rehearsed = await put(files, true);
    expect(await graph()).toEqual(before);
    expect((await counts(driver(), database)).entities.TERM).toBe(1);
    expect(await put(files)).toEqual(rehearsed);
  });
});
