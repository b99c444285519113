/** The statements of imports, explained by a real Neo4j: it knows their words, and what they are given suffices. */
import { readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import neo4j, { type Driver, type Plan } from 'neo4j-driver';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ecfr } from '../../cypher/ecfr/index.ts';
import { exports } from '../../cypher/export/index.ts';
import { fhir } from '../../cypher/fhir/index.ts';
import { link } from '../../cypher/link/index.ts';
import { rules } from '../../cypher/rules/index.ts';
import { sitemap } from '../../cypher/sitemap/index.ts';
import { store } from '../../cypher/store/index.ts';
import { supersedes } from '../../cypher/supersedes/index.ts';
import { RANKINGS } from '../../cypher/traversal/index.ts';
import { uscdi } from '../../cypher/uscdi/index.ts';
import type { Statement } from '../../src/graph/statement.ts';
import { importEcfr } from '../../src/import/ecfr/import.ts';
import { importFhir } from '../../src/import/fhir/import.ts';
import { checkSeed } from '../../src/import/seed/index.ts';
import { importVersions } from '../../src/import/versions/import.ts';
import { KINDS } from '../../src/model/kinds/index.ts';
import { writeImport } from '../../src/store/write.ts';
import { testAddress } from '../setup/graph.ts';
import { testGraph } from '../setup/test-graph.ts';

const { driver, fill } = testGraph();
const { uri, user, password, database } = testAddress();
/** By the folder in which they are. */
const BOUND = { ecfr, fhir, link, rules, store, supersedes, uscdi };
const STATEMENTS: Statement[] = Object.values(BOUND)
  .flatMap((bound): (Statement | Record<string, Statement>)[] => Object.values(bound))
  .flatMap((one) => ('text' in one ? [one as Statement] : Object.values(one)));
const row = { id: 'x', key: 'x', from: 'x', to: 'x', properties: {}, leads: [], closure: [] };
const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const BUOY =
  '<DIV8 N="998.1" TYPE="SECTION"><HEAD>§ 998.1 Buoys.</HEAD><P>For purposes of this subchapter, <I>buoy</I> means a float.</P></DIV8>';
const AMENDED_ONCE = {
  content_versions: [
    {
      ...{
        date: '2023-03-03',
        amendment_date: '2023-03-03',
        issue_date: '2023-03-03',
        identifier: '998.1',
        type: 'section',
      },
      ...{ name: '§ 998.1', part: '998', title: '45', substantive: true, removed: false, subpart: null },
    },
  ],
  meta: { title: '45', issue_date: { lte: '2023-03-03' } },
};
const folder = await mkdtemp(join(tmpdir(), 'glossograph-statements-'));
afterAll(() => rm(folder, { recursive: true }));

let noticing: Driver;
beforeAll(() => {
  noticing = neo4j.driver(uri, neo4j.auth.basic(user, password));
});
afterAll(() => noticing.close());
// One of everything, also of what reads otherwise now: in an empty database every label and property would be "unknown".
fill(async () => {
  const { records } = await checkSeed(file('../import/seed/whole'));
  await writeImport(driver(), database, { origin: 'seed', records });
  const today = '2026-01-01';
  await importEcfr(driver(), database, { files: [file('../import/ecfr/golden/kites.ecfr.xml')], asOf: today, today });
  await importEcfr(driver(), database, {
    files: [file('../import/ecfr/golden/kites-2020.xml')],
    asOf: '2020-06-01',
    today,
  });
  await importEcfr(driver(), database, { files: [file('../import/ecfr/golden/range.xml')], asOf: today, today });
  // A definition for a subchapter that no file names.
  await writeFile(join(folder, 'buoy.xml'), `<?xml version="1.0"?>${BUOY}`);
  await importEcfr(driver(), database, { files: [join(folder, 'buoy.xml')], title: 45, asOf: today, today });
  await writeFile(join(folder, 'versions.json'), JSON.stringify(AMENDED_ONCE));
  await importVersions(driver(), database, { file: join(folder, 'versions.json') });
  await importFhir(driver(), database, {
    files: [file('../import/fhir/golden/core'), file('../import/fhir/golden/guide')],
    concepts: true,
  });
});

test('every file is bound to a name', () => {
  const files = Object.keys(BOUND).flatMap((folder) =>
    readdirSync(file(`../../cypher/${folder}/`))
      .filter((name) => name.endsWith('.cypher'))
      .map((name) => `${folder}/${name}`),
  );
  expect([...new Set(STATEMENTS.map(({ name }) => `${name}.cypher`))].sort()).toEqual(files.sort());
});

test('Neo4j reports no notification for any statement', async () => {
  const session = noticing.session(database === undefined ? {} : { database });
  const given = {
    ...{ rows: [row], origin: 'seed', origins: ['x'], sha256: 'x', id: 'x', asOf: 'x', packed: 'x' },
    ...{ guide: 'x', standard: 'x', part: 'x', key: 'x' },
  };
  for (const { name, text } of STATEMENTS) {
    const { summary } = await session.run(`EXPLAIN ${text}`, { given });
    expect([name, summary.gqlStatusObjects.filter(({ isNotification }) => isNotification)]).toEqual([name, []]);
  }
  await session.close();
});

test('statements of exports and site maps read pages in index order, without sorting everything', async () => {
  const { state, sources, entities, relations, neighborhood } = exports;
  const session = noticing.session(database === undefined ? {} : { database });
  const given = {
    ...{ from: '', after: '', of: ['x'], types: null, excludeTypes: null, labels: null, direction: 'BOTH', asOf: null },
    ...{ limit: neo4j.int(9), perHopLimit: null, prefix: 'Term:', skip: neo4j.int(3) },
  };
  const depths = [1, 2, 3, 4].flatMap((depth) => RANKINGS.map((ranking) => neighborhood(depth, ranking)));
  const pages = [sources, entities, relations, sitemap.ids];
  for (const { name, text } of [state, ...pages, sitemap.counts(KINDS), ...depths]) {
    const { summary } = await session.run(`EXPLAIN ${text}`, { given });
    expect([name, summary.gqlStatusObjects.filter(({ isNotification }) => isNotification)]).toEqual([name, []]);
    if (!text.endsWith('LIMIT $given.limit')) continue; // no page
    const operators = operatorsOf(summary.plan);
    expect([name, operators.filter((one) => /^(Sort|Top|AllNodesScan|NodeByLabelScan)@/.test(one))]).toEqual([
      name,
      [],
    ]);
  }
  await session.close();
});

const operatorsOf = (plan: Plan | false): string[] =>
  plan === false ? [] : [plan.operatorType, ...plan.children.flatMap(operatorsOf)];

test('each relation type has its own statement', () => {
  for (const [type, { text }] of Object.entries(store.putRelations)) expect(text).toContain(`:${type} {id: row.id}`);
  for (const [label, { text }] of Object.entries(store.putNodes)) expect(text).toContain(`node:${label}`);
  // By a label with an index: without one every row would look through the whole graph.
  expect(store.putNodes.Source.text).toContain('MERGE (node:Source {id: row.id})');
  expect(store.makeNodes.Source.text).toContain('CREATE (node:Source)');
  expect(store.makeNodes.Term.text).toContain('CREATE (node:Entity:Term)');
});
