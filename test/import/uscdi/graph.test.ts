/** Tables in a graph: before the guide is there, after it has come, again, and not at all where it is a dry run. */

import { fileURLToPath } from 'node:url';
import neo4j from 'neo4j-driver';
import { beforeEach, expect, test } from 'vitest';
import { uscdi } from '../../../cypher/uscdi/index.ts';
import { importUscdi, type UscdiRequest } from '../../../src/import/uscdi/import.ts';
import { dataVersion } from '../../../src/store/status.ts';
import { writeImport } from '../../../src/store/write.ts';
import { testAddress } from '../../setup/graph.ts';
import { testGraph } from '../../setup/test-graph.ts';
import { FHIR, fhirRecords, GUIDE, guideRecords } from './guide.ts';

const { driver, empty } = testGraph();
const { uri, user, password, database } = testAddress();
beforeEach(empty);

const file = fileURLToPath(new URL('golden/commas.csv', import.meta.url));
const table = (more: Partial<UscdiRequest> = {}) =>
  importUscdi(driver(), database, { file, version: 'v3', guide: GUIDE, ...more });
const guide = () => writeImport(driver(), database, { origin: `fhir:${GUIDE}`, records: guideRecords() });
const fhir = () => writeImport(driver(), database, { origin: `fhir:${FHIR}`, records: fhirRecords() });
const rows = async (query: string) => {
  const { records } = await driver().executeQuery(query);
  return records.map((record) => record.toObject());
};
const mapped = (name: string) =>
  rows(
    `MATCH (node:Standard {level: 'DATA_ELEMENT', name: "${name}"})-[:MAPS_TO]->(to) RETURN to.key AS to ORDER BY to`,
  ).then((found) => found.map(({ to }) => to));

test('imports classes and elements without the guide; joins them when the guide is there', async () => {
  const before = await table();
  expect(before).toMatchObject({
    guide: 'absent',
    changed: true,
    classes: 2,
    elements: 5,
    paths: { joined: 0, total: 11 },
  });
  expect(await mapped("Maker's Name")).toEqual([]);
  expect((await table()).changed).toBe(false);

  await guide();
  const profilesOnly = await table();
  expect(profilesOnly).toMatchObject({ guide: 'present', fhir: [], changed: true, profiles: { joined: 7, total: 8 } });
  expect(await mapped("Maker's Name")).toEqual([
    `${GUIDE}/kite-core-flyer`,
    `${GUIDE}/kite-core-flyer.name.given`,
    `${GUIDE}/kite-core-kite`,
    `${GUIDE}/kite-core-kite.name`,
  ]);

  await fhir();
  expect(await table()).toMatchObject({ fhir: [FHIR], changed: true, paths: { joined: 8, total: 11 } });
  expect(await mapped("Maker's Name")).toEqual([
    `${FHIR}/Flyer.name`,
    `${FHIR}/Kite.name`,
    `${FHIR}/KiteName.given`,
    `${GUIDE}/kite-core-flyer`,
    `${GUIDE}/kite-core-flyer.name.given`,
    `${GUIDE}/kite-core-kite`,
    `${GUIDE}/kite-core-kite.name`,
  ]);
  const { changed, dataVersion: version } = await table();
  expect(changed).toBe(false);
  expect(version).toBe(await dataVersion(driver(), database));
});

test('makes the same graph in another order', async () => {
  await table();
  await fhir();
  await guide();
  const { dataVersion: one } = await table();
  await empty();
  await guide();
  await fhir();
  expect((await table()).dataVersion).toBe(one);
});

test('joins nothing when no guide is named', async () => {
  await fhir();
  await guide();
  expect(await table({ guide: undefined })).toMatchObject({ guide: 'unnamed', paths: { joined: 0 }, elements: 5 });
});

test('keeps classes and elements in the order of the table, and unmatched names as text', async () => {
  await fhir();
  await guide();
  await table();
  const inside = (key: string) =>
    rows(
      `MATCH (node)-[edge:PART_OF]->({key: '${key}'}) RETURN node.key AS key, node.name AS name, node.version AS version,
       node.unmapped AS unmapped ORDER BY edge.position`,
    );
  const version = 'v3';
  expect(await inside('uscdi')).toEqual([{ key: 'uscdi/v3', name: 'USCDI v3', version, unmapped: null }]);
  expect(await inside('uscdi/v3')).toEqual([
    { key: 'uscdi/v3/kites', name: 'Kites', version, unmapped: null },
    { key: 'uscdi/v3/flyers-people', name: 'Flyers (People)', version, unmapped: null },
  ]);
  expect(await inside('uscdi/v3/flyers-people')).toEqual([
    { key: 'uscdi/v3/flyers-people/flyers-people', name: 'Flyers (People)', version, unmapped: ['Flyer.nmae'] },
    {
      key: 'uscdi/v3/flyers-people/licence',
      name: 'Licence',
      version,
      unmapped: ['Kite Core Pilot Profile', 'ask the club'],
    },
  ]);
});

test('counts and compares in a dry run, and writes nothing', async () => {
  await guide();
  const before = await dataVersion(driver(), database);
  expect(await table({ dryRun: true })).toMatchObject({ changed: true, classes: 2, profiles: { joined: 7, total: 8 } });
  expect(await dataVersion(driver(), database)).toBe(before);
  await table();
  expect((await table({ dryRun: true })).changed).toBe(false);
});

test('chains versions in any order', async () => {
  for (const version of ['v4', 'v3', 'v3.1']) await table({ version });
  const chain = await rows(
    'MATCH (a)-[:SUPERSEDES]->(b) RETURN a.version AS version, b.version AS before ORDER BY version',
  );
  expect(chain).toEqual([
    { version: 'v3.1', before: 'v3' },
    { version: 'v4', before: 'v3.1' },
  ]);
});

test('keeps relations pending while the guide is gone', async () => {
  await fhir();
  await guide();
  await table();
  const joined = await mapped('Colour');
  expect(joined).toContain(`${GUIDE}/kite-core-colour`);
  await writeImport(driver(), database, {
    origin: `fhir:${GUIDE}`,
    records: { entities: [], relations: [], sources: [] },
  });
  expect(await mapped('Colour')).toEqual([]);
  await guide();
  expect(await mapped('Colour')).toEqual(joined);
});

test('uses indexes, without notifications from Neo4j', async () => {
  await fhir();
  await guide();
  const noticing = neo4j.driver(uri, neo4j.auth.basic(user, password));
  const session = noticing.session(database === undefined ? {} : { database });
  for (const { name, text } of Object.values(uscdi)) {
    const given = { guide: GUIDE, rows: [{ key: GUIDE }] };
    const { summary } = await session.run(`EXPLAIN ${text}`, { given });
    expect([name, summary.gqlStatusObjects.filter(({ isNotification }) => isNotification)]).toEqual([name, []]);
    expect(JSON.stringify(summary.plan)).toMatch(/Node(Unique)?IndexSeek/);
    expect(JSON.stringify(summary.plan)).not.toMatch(/Scan@|CartesianProduct/);
  }
  await noticing.close();
});
