/** Names that come after the law: its parts join them, and the graph is the one that another order gives. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { importEcfr } from '../../../src/import/ecfr/import.ts';
import { importGlossaries } from '../../../src/import/glossary/import.ts';
import { importRules } from '../../../src/import/rules/import.ts';
import { importSeed } from '../../../src/import/seed/import.ts';
import type { AliasRecord, ImportRecords, TermRecord } from '../../../src/model/records.ts';
import { GLOSSOGRAPH } from '../../../src/model/vocabulary.ts';
import { dataVersion } from '../../../src/store/status.ts';
import { exportRecords } from '../../setup/exported.ts';
import { testAddress } from '../../setup/graph.ts';
import { testGraph } from '../../setup/test-graph.ts';

const { driver, empty } = testGraph();
const { database } = testAddress();
const today = '2026-01-03';
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glossograph-rejoin-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(() => empty());

const law = () =>
  importEcfr(driver(), database, {
    files: ['kites.ecfr.xml', 'strings.xml'].map((name) => fileURLToPath(new URL(`golden/${name}`, import.meta.url))),
    asOf: today,
    today,
  });
const exported = async () => {
  let text = '';
  for await (const line of exportRecords(driver(), database)) text += line;
  return text;
};

/** "EKR" with the words of the law as its expansion: the law's own name is an alias here. */
const term: TermRecord = {
  ...{
    kind: 'TERM',
    vocabulary: 'glossograph',
    id: 'Term:ekr',
    label: 'EKR',
    slug: 'ekr',
    name: 'EKR',
    shortDefinition: 'A record of a kite.',
  },
  ...{ keyTakeaways: [], sectionHeadings: [], sectionBodies: [] },
};
const name = 'Electronic kite record';
const alias: AliasRecord = { kind: 'ALIAS', id: 'Alias:kite-record', label: name, name, aliasKind: 'EXPANSION' };
const SEED: ImportRecords = {
  entities: [term, alias],
  relations: [
    {
      ...{ id: `${alias.id}-ALIAS_OF-${term.id}`, type: 'ALIAS_OF', from: alias.id, to: term.id },
      evidence: [{ rule: 'AUTHORED', sourceId: 'Source:kites' }],
    },
  ],
  sources: [{ id: 'Source:kites', name: 'Kites' }],
  vocabularies: [GLOSSOGRAPH],
};
const seed = () => importSeed(driver(), database, SEED);

test('gives the same graph for a seed after the law and before it', async () => {
  await seed();
  await law();
  const [before, versionBefore] = [await exported(), await dataVersion(driver(), database)];
  await empty();
  await law();
  expect(await exported()).toContain('"Term:electronic-kite-record"');
  const { dataVersion: told } = await seed();
  expect(await exported()).toBe(before);
  expect(before).not.toContain('"Term:electronic-kite-record"');
  expect([told, await dataVersion(driver(), database)]).toEqual([versionBefore, versionBefore]);
  expect((await seed()).changed).toBe(false);
  expect((await law()).changed).toBe(false);
});

test('a term that a new seed no longer has becomes a term of the law again', async () => {
  const without: ImportRecords = { entities: [], relations: [], sources: [] };
  await law();
  await importSeed(driver(), database, without);
  const [before, versionBefore] = [await exported(), await dataVersion(driver(), database)];
  await seed();
  expect(await exported()).not.toContain('"Term:electronic-kite-record"');
  const { dataVersion: told } = await importSeed(driver(), database, without, { yes: true });
  expect(await exported()).toBe(before);
  expect([told, await dataVersion(driver(), database)]).toEqual([versionBefore, versionBefore]);
});

test('gives the same graph for a glossary after the law and before it', async () => {
  const file = join(folder, 'kites.json');
  await writeFile(file, JSON.stringify([{ term: 'EKR', definition: 'A record of a kite.', aliases: [name] }]));
  const glossary = () => importGlossaries(driver(), database, { files: [file] });
  await glossary();
  await law();
  const before = await exported();
  await empty();
  await law();
  await glossary();
  expect(await exported()).toBe(before);
});

test('gives the same graph for the rules after the law and before it, and texts begin when their rules took effect', async () => {
  const file = join(folder, 'rules.json');
  const rule = (volume: number, page: number, published: string, effective: string) => ({
    ...{ document_number: `${volume}-${page}`, type: 'Rule', action: 'Final rule.', title: `Kites ${volume}` },
    ...{ publication_date: published, effective_on: effective, volume, start_page: page, end_page: page + 50 },
    cfr_references: [{ title: 99, part: '7' }],
  });
  const results = [rule(85, 100, '2020-05-01', '2020-06-30'), rule(89, 180, '2024-01-09', '2024-02-08')];
  await writeFile(file, JSON.stringify({ count: results.length, results }));
  const rules = () => importRules(driver(), database, { file });
  await rules();
  await law();
  const [before, versionBefore] = [await exported(), await dataVersion(driver(), database)];
  await empty();
  await law();
  const { dataVersion: told } = await rules();
  expect(await exported()).toBe(before);
  expect([told, await dataVersion(driver(), database)]).toEqual([versionBefore, versionBefore]);
  const begins = (id: string) =>
    new RegExp(`"id":"${id.replaceAll('.', '\\.')}".*"validFrom":"([0-9-]+)"`).exec(before)?.[1];
  expect(begins('Regulation:99-CFR-7.1')).toBe('2024-02-08');
  // The note of § 7.1 names a page of the rule; nothing else says that the rule amends the section and not just the part.
  expect(before).toContain('"Rule:89-FR-180-AMENDS-Regulation:99-CFR-7.1"');
  expect((await rules()).changed).toBe(false);
});

test('leaves the law alone when new names do not occur in it', async () => {
  await law();
  const before = await exported();
  await importSeed(driver(), database, { entities: [], relations: [], sources: [] });
  expect(await exported()).toBe(before);
});
