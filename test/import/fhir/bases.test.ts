/** Where a profile's base is found: in packages whose URL is not their name, for one release, or without a FHIR version. */
import { beforeEach, describe, expect, test } from 'vitest';
import { importFhir } from '../../../src/import/fhir/import.ts';
import { counts } from '../../../src/store/status.ts';
import { testAddress } from '../../setup/graph.ts';
import { testGraph } from '../../setup/test-graph.ts';
import { type Files, scratch } from './packages.ts';

const { driver, empty } = testGraph();
const { database } = testAddress();
const { tgz } = scratch();
beforeEach(empty);

const load = (...files: string[]) => importFhir(driver(), database, { files });
const CORE_DEPENDENCY = { 'hl7.fhir.r4.core': '4.0.1' };

/** A package with a manifest and structures, each profile with one element. */
function guide(manifest: Record<string, unknown>, ...structures: Record<string, unknown>[]): Files {
  const files: Files = { 'package/package.json': JSON.stringify(manifest) };
  for (const one of structures) {
    files[`package/StructureDefinition-${one.id}.json`] = JSON.stringify({
      resourceType: 'StructureDefinition',
      kind: 'resource',
      type: 'Boat',
      derivation: 'constraint',
      snapshot: { element: [{ path: one.type ?? 'Boat' }] },
      ...one,
    });
  }
  return files;
}
const harbour = (id: string, more: Record<string, unknown> = {}) =>
  guide(
    {
      name: 'hl7.fhir.zz.harbour',
      version: '2.1.0',
      canonical: 'http://harbours.example/fhir',
      fhirVersions: ['4.0.1'],
      dependencies: CORE_DEPENDENCY,
      ...more,
    },
    {
      id,
      url: `http://harbours.example/fhir/StructureDefinition/${id}`,
      baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Boat',
    },
  );
const ferry = (baseDefinition: string, dependencies: Record<string, string>) =>
  guide(
    {
      name: 'hl7.fhir.zz.ferry',
      version: '1.0.0',
      canonical: 'http://harbours.example/fhir/ferry',
      fhirVersions: ['4.0.1'],
      dependencies: { ...CORE_DEPENDENCY, ...dependencies },
    },
    { id: 'zz-ferry', url: 'http://harbours.example/fhir/ferry/StructureDefinition/zz-ferry', baseDefinition },
  );
const core = (url = 'http://hl7.org/fhir') =>
  guide(
    { name: 'hl7.fhir.r4.core', version: '4.0.1', canonical: url },
    { id: 'Boat', url: `${url}/StructureDefinition/Boat`, derivation: 'specialization' },
  );

async function basesOf(key: string): Promise<string[]> {
  const { records } = await driver().executeQuery(
    'MATCH (:Standard {key: $key})-[:IMPLEMENTS]->(base:Standard) RETURN base.key AS key ORDER BY key',
    { key },
  );
  return records.map((record) => record.get('key'));
}
const FERRY = 'zz-ferry/1.0.0/zz-ferry';
const BOAT = 'http://harbours.example/fhir/StructureDefinition/zz-boat';

describe('a base in a package whose URL says nothing of its name', () => {
  test.each([
    ['without a version', BOAT],
    ['with its version', `${BOAT}|2.1.0`],
  ])('is found in any order, %s', async (_, url) => {
    const base = await tgz('harbour.tgz', harbour('zz-boat'));
    const profile = await tgz('ferry.tgz', ferry(url, { 'hl7.fhir.zz.harbour': '2.1.0' }));
    for (const commands of [[[base, profile]], [[profile, base]], [[base], [profile]], [[profile], [base]]]) {
      await empty();
      for (const files of commands) await load(...files);
      expect(await basesOf(FERRY), JSON.stringify(commands)).toEqual(['zz-harbour/2.1.0/zz-boat']);
    }
    const before = await counts(driver(), database);
    expect(await load(base, profile)).toMatchObject({ changed: false });
    expect(await counts(driver(), database)).toEqual(before);
  });

  test('is not a structure that has its id in another dependency', async () => {
    const other = harbour('zz-boat', { name: 'hl7.fhir.zz.marina', canonical: 'http://marinas.example/fhir' });
    const name = 'package/StructureDefinition-zz-boat.json';
    other[name] = (other[name] ?? '').replace('harbours.example', 'marinas.example');
    const needed = { 'hl7.fhir.zz.marina': '2.1.0', 'hl7.fhir.zz.harbour': '2.1.0' };
    const profile = await tgz('ferry.tgz', ferry(BOAT, needed));
    const waits = await load(profile, await tgz('marina.tgz', other));
    expect(await basesOf(FERRY)).toEqual([]);
    expect(waits.relations.waitingFor).toMatchObject({ 'zz-harbour/2.1.0 or zz-marina/2.1.0': 1 });
    await load(await tgz('harbour.tgz', harbour('zz-boat')));
    expect(await basesOf(FERRY)).toEqual(['zz-harbour/2.1.0/zz-boat']);
    const again = await load(profile);
    expect(again.relations.waitingFor).toEqual({ 'fhir/4.0.1': 1 });
  });

  test('is waited for again when its package no longer has it', async () => {
    const profile = await tgz('ferry.tgz', ferry(BOAT, { 'hl7.fhir.zz.harbour': '2.1.0' }));
    await load(profile, await tgz('harbour.tgz', harbour('zz-boat')));
    await importFhir(driver(), database, { files: [await tgz('harbour-2.tgz', harbour('zz-raft'))], yes: true });
    expect(await basesOf(FERRY)).toEqual([]);
    await importFhir(driver(), database, { files: [await tgz('harbour-3.tgz', harbour('zz-boat'))], yes: true });
    expect(await basesOf(FERRY)).toEqual(['zz-harbour/2.1.0/zz-boat']);
  });

  test('belongs to the package for one FHIR release that is named as a dependency', async () => {
    const url = 'http://hl7.org/fhir/uv/tides';
    const tides = guide(
      { name: 'hl7.fhir.uv.tides.r4', version: '1.1.0', canonical: url, fhirVersions: ['4.0.1'] },
      {
        id: 'tide',
        url: `${url}/StructureDefinition/tide`,
        baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Boat',
      },
    );
    const needed = { 'hl7.fhir.uv.tides.r4': '1.1.0', 'hl7.fhir.zz.harbour': '2.1.0' };
    await load(await tgz('ferry.tgz', ferry(`${url}/StructureDefinition/tide`, needed)));
    await load(await tgz('tides.tgz', tides));
    expect(await basesOf(FERRY)).toEqual(['tides-r4/1.1.0/tide']);
  });

  test('is nowhere without a dependency that can have it, and the import says so', async () => {
    const { baseless } = await load(await tgz('ferry.tgz', ferry(BOAT, {})));
    expect(baseless).toEqual([{ key: FERRY, base: BOAT }]);
  });

  test('is not in its dependency, once that is imported, and the import says so', async () => {
    const profile = await tgz('ferry.tgz', ferry(BOAT, { 'hl7.fhir.zz.harbour': '2.1.0' }));
    expect(await load(profile)).toMatchObject({ baseless: [], relations: { waitingFor: { 'zz-harbour/2.1.0': 1 } } });
    const { baseless } = await load(profile, await tgz('harbour.tgz', harbour('zz-raft')));
    expect(baseless).toEqual([{ key: FERRY, base: BOAT }]);
  });
});

describe('a package that does not state its FHIR version', () => {
  const raft = {
    id: 'raft',
    url: 'http://rafts.example/StructureDefinition/raft',
    baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Boat',
  };

  test.each([
    ['of the core package that it depends on', { dependencies: CORE_DEPENDENCY }, {}],
    ['that its structures state', {}, { fhirVersion: '4.0.1' }],
    [
      'of the core package, if its structures state another',
      { dependencies: CORE_DEPENDENCY },
      { fhirVersion: '4.3.0' },
    ],
  ])('builds on the one %s', async (_, manifest, structure) => {
    const files = guide({ name: 'com.example.rafts', version: '0.1.0', ...manifest }, { ...raft, ...structure });
    const waits = await load(await tgz('rafts.tgz', files));
    expect(waits).toMatchObject({ baseless: [], relations: { waitingFor: { 'fhir/4.0.1': 2 } } });
    await load(await tgz('core.tgz', core()));
    expect(await basesOf('com-example-rafts/0.1.0/raft')).toEqual(['fhir/4.0.1/Boat']);
  });

  test('builds on none that is certain if it names a range', async () => {
    const dependencies = { 'hl7.fhir.r4.core': '4.0.x' };
    const { baseless } = await load(
      await tgz('rafts.tgz', guide({ name: 'com.example.rafts', version: '0.1.0', dependencies }, raft)),
    );
    expect(baseless).toEqual([
      { key: 'com-example-rafts/0.1.0/raft', base: 'http://hl7.org/fhir/StructureDefinition/Boat' },
    ]);
  });
});

test('a logical model is no resource, and flags of maturity and of USCDI are kept', async () => {
  const url = 'http://harbours.example/fhir/StructureDefinition';
  const files = guide(
    { name: 'hl7.fhir.zz.harbour', version: '2.1.0', canonical: 'http://harbours.example/fhir' },
    { id: 'Logbook', url: `${url}/Logbook`, kind: 'logical', derivation: 'specialization', type: 'Logbook' },
    {
      id: 'zz-boat',
      url: `${url}/zz-boat`,
      extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/structuredefinition-fmm', valueInteger: 3 }],
      snapshot: {
        element: [
          { path: 'Boat' },
          {
            path: 'Boat.owner',
            extension: [
              { url: 'http://hl7.org/fhir/us/core/StructureDefinition/uscdi-requirement', valueBoolean: true },
            ],
          },
          { path: 'Boat.name' },
        ],
      },
    },
  );
  await load(await tgz('harbour.tgz', files));
  const { records } = await driver().executeQuery(
    `MATCH (one:Standard) WHERE one.key CONTAINS '2.1.0/'
     RETURN one.name AS name, one.level AS level, one.maturity AS maturity, one.uscdiRequirement AS flag ORDER BY one.key`,
  );
  expect(records.map((record) => Object.values(record.toObject()))).toEqual([
    ['Logbook', 'LOGICAL_MODEL', null, null],
    ['zz-boat', 'PROFILE', 3, null],
    ['Boat.name', 'ELEMENT', null, null],
    ['Boat.owner', 'ELEMENT', null, true],
  ]);
});
