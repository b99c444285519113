/** What an import of packages promises of the graph: all or nothing, the same twice is nothing, any order is the same. */
import neo4j from 'neo4j-driver';
import { beforeEach, describe, expect, test } from 'vitest';
import { fhir } from '../../../cypher/fhir/index.ts';
import { importFhir } from '../../../src/import/fhir/import.ts';
import type { EntityRecord } from '../../../src/model/records.ts';
import { GLOSSOGRAPH } from '../../../src/model/vocabulary.ts';
import { counts, dataVersion } from '../../../src/store/status.ts';
import { writeImport } from '../../../src/store/write.ts';
import { exportRecords } from '../../setup/exported.ts';
import { testAddress } from '../../setup/graph.ts';
import { testGraph } from '../../setup/test-graph.ts';
import { filesOf, fixture, inVersion, scratch } from './packages.ts';

const { driver, empty } = testGraph();
const { uri, user, password, database } = testAddress();
const { put, tgz } = scratch();
beforeEach(empty);

const load = (files: readonly string[], more: { concepts?: boolean; dryRun?: boolean } = {}) =>
  importFhir(driver(), database, { files, ...more });
const exported = async () => {
  const lines: string[] = [];
  for await (const line of exportRecords(driver(), database)) lines.push(line);
  return lines;
};
const guideIn = async (version: string) => tgz(`guide-${version}.tgz`, inVersion(await filesOf('guide'), version));
const ends = async (from: string, type: string) => {
  const { records } = await driver().executeQuery(
    'MATCH (from {id: $from})-[edge]->(to) WHERE type(edge) = $type RETURN to.id AS to ORDER BY to',
    { from: `Standard:${from}`, type },
  );
  return records.map((record) => String(record.get('to')).replace('Standard:', ''));
};

test('reports what a package joined, what waits and what is missing', async () => {
  const summary = await load([fixture('guide'), fixture('core')]);
  expect(summary).toMatchObject({
    changed: true,
    levels: { STANDARD: 2, VERSION: 2, RESOURCE: 1, DATA_TYPE: 3, PROFILE: 4, VALUE_SET: 2, CODE_SYSTEM: 2 },
    concepts: { terms: 0, aliases: 0 },
    // Kite.extension is not in this core, and the package is not there that has the base of windy-kite and may have that of odd-kite.
    relations: { waiting: 3, waitingFor: { 'fhir/4.0.9': 1, 'wind/2.0.x': 2 } },
    needs: [{ package: 'hl7.fhir.uv.wind', version: '2.0.x', by: ['kite-guide/1.0.0'] }],
    chains: { fhir: ['4.0.9'], 'kite-guide': ['1.0.0'] },
  });
  const { relations } = await counts(driver(), database);
  const all = Object.values(relations).reduce((sum, count) => sum + count, 0);
  expect(summary.relations.resolved).toBe(all);
  expect(await ends('kite-guide/1.0.0/safe-kite.part:line.name', 'IMPLEMENTS')).toEqual(['fhir/4.0.9/Kite.part.name']);
  expect(await ends('kite-guide/1.0.0/safe-kite.tail.colour', 'IMPLEMENTS')).toEqual(['fhir/4.0.9/Tail.colour']);
  expect(await ends('kite-guide/1.0.0/maker', 'IMPLEMENTS')).toEqual(['fhir/4.0.9/Extension']);
  expect(await ends('kite-guide/1.0.0', 'IMPLEMENTS')).toEqual(['fhir/4.0.9']);
});

test('changes nothing the second time', async () => {
  const files = [fixture('guide'), fixture('core'), await guideIn('1.1.0')];
  const first = await load(files, { concepts: true });
  const before = await exported();
  const second = await load(files, { concepts: true });
  expect([second.changed, second.dataVersion]).toEqual([false, first.dataVersion]);
  expect(second.imported.map(({ changed }) => changed)).toEqual([false, false, false]);
  expect(second.relations).toEqual(first.relations);
  expect(await exported()).toEqual(before);
});

test('makes the same graph in any order, in one command or several', async () => {
  const kite = (await filesOf('core'))['package/StructureDefinition-Kite.json'] ?? '';
  const files = [fixture('guide'), await guideIn('2.0.0'), fixture('core'), await put('kite.json', kite)];
  await load(files);
  const [graph, version] = [await exported(), await dataVersion(driver(), database)];
  await empty();
  await load([...files].reverse());
  expect(await exported()).toEqual(graph);
  await empty();
  for (const file of files) await load([file]);
  expect(await exported()).toEqual(graph);
  expect(await dataVersion(driver(), database)).toBe(version);
});

test('places a version that is imported later between two others', async () => {
  for (const version of ['2.0.0', '10.0.0', '1.0.0-ballot']) await load([await guideIn(version)]);
  const { chains } = await load([await guideIn('9.1.0')]);
  expect(chains).toEqual({ 'kite-guide': ['1.0.0-ballot', '2.0.0', '9.1.0', '10.0.0'] });
  expect(await ends('kite-guide/10.0.0', 'SUPERSEDES')).toEqual(['kite-guide/9.1.0']);
  expect(await ends('kite-guide/9.1.0', 'SUPERSEDES')).toEqual(['kite-guide/2.0.0']);
});

test('joins what waits for a package when it is imported', async () => {
  await load([fixture('guide')]);
  expect(await ends('kite-guide/1.0.0/safe-kite', 'IMPLEMENTS')).toEqual([]);
  const { relations } = await load([fixture('core')]);
  expect(relations.waiting).toBe(0);
  expect(await ends('kite-guide/1.0.0/safe-kite', 'IMPLEMENTS')).toEqual(['fhir/4.0.9/Kite']);
});

test('removes what a package no longer has', async () => {
  const files = await filesOf('guide');
  await load([await tgz('more.tgz', files)]);
  const { 'package/StructureDefinition-maker.json': _, ...fewer } = files;
  await load([await tgz('fewer.tgz', fewer)]);
  const lines = await exported();
  expect(lines.some((line) => line.includes('safe-kite'))).toBe(true);
  expect(lines.some((line) => line.includes('1.0.0/maker'))).toBe(false);
});

test('reports a dry run and writes nothing', async () => {
  const summary = await load([fixture('core')], { dryRun: true, concepts: true });
  expect(summary).toMatchObject({ changed: true, concepts: { terms: 4, aliases: 1 } });
  expect((await counts(driver(), database)).entities.STANDARD).toBe(0);
});

test('writes no package when one of them is not valid', async () => {
  const bad = await tgz('bad.tgz', { 'package/package.json': '{"name": "x"}' });
  await expect(load([fixture('core'), bad])).rejects.toThrow(/package\.json\.version/);
  expect(await exported()).toEqual([]);
});

test('refuses two packages of one version in one command', async () => {
  const twin = await tgz('twin.tgz', await filesOf('core'));
  await expect(load([fixture('core'), twin])).rejects.toThrow(/both contain fhir 4\.0\.9\. Import only one of them/);
  expect((await load([fixture('core'), `${fixture('core')}/../core`])).imported).toHaveLength(1);
});

describe('beside other imports', () => {
  const seed = (entities: EntityRecord[]) =>
    writeImport(driver(), database, {
      origin: 'seed',
      records: { entities, relations: [], sources: [{ id: 'Source:x', name: 'X' }], vocabularies: [GLOSSOGRAPH] },
    });
  const standard = { kind: 'STANDARD', level: 'STANDARD', canonical: 'http://hl7.org/fhir/uv/kite-guide' } as const;

  test('keeps the key of a known guide, and its summary', async () => {
    await seed([{ ...standard, id: 'Standard:kites', key: 'kites', label: 'Kites', name: 'Kites', summary: 'Ours.' }]);
    const { imported } = await load([fixture('guide')]);
    expect(imported[0]?.version).toBe('kites/1.0.0');
    const lines = await exported();
    expect(lines.find((line) => line.includes('"id":"Standard:kites"'))).toMatch(/"summary":"Ours\."/);
    const again = await load([fixture('guide')]);
    expect(again.changed).toBe(false);
  });

  test('keeps a concept apart from a term of the same name', async () => {
    const texts = { keyTakeaways: [], sectionHeadings: [], sectionBodies: [] };
    await seed([
      {
        kind: 'TERM',
        vocabulary: 'glossograph',
        id: 'Term:active',
        slug: 'active',
        label: 'Active',
        name: 'Active',
        ...texts,
      },
    ]);
    await load([fixture('core')], { concepts: true });
    const { records } = await driver().executeQuery(
      `MATCH (term:Term {name: 'Active'}) RETURN term.slug AS slug, COLLECT { MATCH (term)-[edge]->() RETURN type(edge)
       ORDER BY type(edge) } AS types ORDER BY slug`,
    );
    expect(records.map((record) => [record.get('slug'), record.get('types')])).toEqual([
      ['active', []],
      ['fhir/colours-pink', ['ABOUT', 'BROADER']],
    ]);
    await load([fixture('core')]);
    expect((await counts(driver(), database)).entities).toMatchObject({ TERM: 1, ALIAS: 0 });
  });
});

test('uses indexes, without notifications from Neo4j', async () => {
  await load([fixture('guide')], { concepts: true });
  await writeImport(driver(), database, {
    origin: 'seed',
    records: {
      entities: [
        { kind: 'ORGANIZATION', id: 'Organization:x', label: 'X', name: 'X', role: 'publisher' },
        { kind: 'ALIAS', id: 'Alias:y', label: 'Y', name: 'Y', aliasKind: 'SYNONYM' },
      ],
      relations: [
        {
          ...{ id: 'Alias:y-ALIAS_OF-Organization:x', type: 'ALIAS_OF', from: 'Alias:y', to: 'Organization:x' },
          evidence: [{ rule: 'AUTHORED', sourceId: 'Source:x' }],
        },
      ],
      sources: [{ id: 'Source:x', name: 'X' }],
      vocabularies: [GLOSSOGRAPH],
    },
  });
  const noticing = neo4j.driver(uri, neo4j.auth.basic(user, password));
  const session = noticing.session(database === undefined ? {} : { database });
  for (const { name, text } of Object.values(fhir)) {
    const given = { rows: [{ id: 'x' }], origins: ['x'] };
    const { summary } = await session.run(`EXPLAIN ${text}`, { given });
    expect([name, summary.gqlStatusObjects.filter(({ isNotification }) => isNotification)]).toEqual([name, []]);
  }
  await noticing.close();
});
