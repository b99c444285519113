/** Real packages: their counts against those of a small reader that shares nothing with the importer. */
import { beforeAll, describe, expect, test } from 'vitest';
import { importFhir } from '../../../src/import/fhir/import.ts';
import type { FhirSummary } from '../../../src/import/fhir/summary.ts';
import { checkSeed } from '../../../src/import/seed/index.ts';
import { counts } from '../../../src/store/status.ts';
import { writeImport } from '../../../src/store/write.ts';
import { testAddress } from '../../setup/graph.ts';
import { testGraph } from '../../setup/test-graph.ts';
import {
  FHIR_R4,
  hasRealPackages,
  type Plain,
  resourcesInBundle,
  resourcesOf,
  TERMINOLOGY,
  US_CORE,
} from './real-files.ts';

const { driver, empty } = testGraph();
const { database } = testAddress();
const SLOW = 600_000;

type Levels = Partial<Record<string, number>>;

/** Counted by what the specification says of kinds and derivations. The root of a structure is no element of its own. */
function countOf(resources: readonly Plain[]): Levels {
  const levels: Record<string, number> = {};
  const add = (level: string, count = 1) => {
    if (count > 0) levels[level] = (levels[level] ?? 0) + count;
  };
  for (const { resourceType, kind, derivation, snapshot } of resources) {
    if (resourceType === 'ValueSet') add('VALUE_SET');
    if (resourceType === 'CodeSystem') add('CODE_SYSTEM');
    if (resourceType !== 'StructureDefinition') continue;
    const own = String(kind).endsWith('-type') ? 'DATA_TYPE' : kind === 'logical' ? 'LOGICAL_MODEL' : 'RESOURCE';
    add(derivation === 'constraint' ? 'PROFILE' : own);
    add('ELEMENT', (snapshot as { element: unknown[] }).element.length - 1);
  }
  return levels;
}

/** Of the graph itself, for one version. */
async function levelsOf(version: string): Promise<Levels> {
  const { records } = await driver().executeQuery(
    `MATCH (node:Standard) WHERE node.key STARTS WITH $start AND node.level <> 'VERSION'
     RETURN node.level AS level, toFloat(count(*)) AS count`,
    { start: `${version}/` },
  );
  return Object.fromEntries(records.map((record) => [record.get('level'), record.get('count')]));
}

const answers = async (query: string): Promise<unknown[]> => {
  const { records } = await driver().executeQuery(query);
  return records.map((record) => record.get(0));
};

describe.skipIf(!hasRealPackages)('US Core in six versions and FHIR R4, in one command', () => {
  // Not in the order of versions, nor what is built on before what builds on it.
  const files = ['7.0.0', '3.1.1', '8.0.0', '6.1.0', '5.0.1', '4.0.0'].map((one) => US_CORE[one] ?? '');
  const load = () => importFhir(driver(), database, { files: [...files, ...FHIR_R4] });
  let summary: FhirSummary;

  beforeAll(async () => {
    await empty();
    const { records } = await checkSeed(new URL('../../../seed/', import.meta.url).pathname);
    await writeImport(driver(), database, { origin: 'seed', records });
    summary = await load();
  }, SLOW);

  test.each(Object.entries(US_CORE))(
    'counts as many of each level in US Core %s as its files have',
    async (version, file) => {
      const counted = countOf(resourcesOf(file));
      expect(counted.PROFILE).toBeGreaterThan(20);
      expect(await levelsOf(`us-core/${version}`)).toEqual(counted);
    },
  );

  test('counts as many of each level in FHIR R4 as its files have', async () => {
    expect(await levelsOf('fhir/4.0.1')).toEqual(countOf(FHIR_R4.flatMap(resourcesInBundle)));
  });

  test('marks every profile element that the files mark as must-support', async () => {
    const marked = Object.values(US_CORE).flatMap((file) =>
      resourcesOf(file).flatMap(({ snapshot }) =>
        ((snapshot as { element?: { id: string; mustSupport?: boolean }[] })?.element ?? []).filter(
          ({ id, mustSupport }) => mustSupport === true && id.includes('.'),
        ),
      ),
    );
    const [count] = await answers('MATCH (node:Standard {mustSupport: true}) RETURN toFloat(count(*))');
    expect(count).toBe(marked.length);
    expect(marked.length).toBeGreaterThan(1000);
  });

  test('keeps every flag of USCDI and every maturity that the files state', async () => {
    type Flagged = { extension?: { url: string; valueBoolean?: boolean; valueInteger?: number }[]; id?: string };
    const said = (one: Flagged, name: string) => one.extension?.find(({ url }) => url.endsWith(`/${name}`));
    const all = Object.values(US_CORE).flatMap(resourcesOf);
    const elements = all.flatMap(({ snapshot }) => (snapshot as { element?: Flagged[] })?.element ?? []);
    const flagged = elements.filter((one) => said(one, 'uscdi-requirement')?.valueBoolean === true).length;
    const rated = all.filter(
      (one) =>
        ['StructureDefinition', 'ValueSet', 'CodeSystem'].includes(String(one.resourceType)) &&
        said(one as Flagged, 'structuredefinition-fmm')?.valueInteger !== undefined,
    ).length;
    expect(
      await answers(
        `MATCH (node:Standard) WHERE node.key STARTS WITH 'us-core/'
         RETURN [toFloat(count(node.uscdiRequirement)), toFloat(count(node.maturity))]`,
      ),
    ).toEqual([[flagged, rated]]);
    expect([flagged, rated]).toEqual([expect.closeTo(700, -3), expect.closeTo(200, -2)]);
  });

  test('chains the versions from 3.1.1 to 8.0.0', async () => {
    // The seed knows two later versions, of which there is no package here.
    expect(summary.chains['us-core']).toEqual([...Object.keys(US_CORE), '8.0.1', '9.0.0']);
    expect(
      await answers(
        `MATCH (a:Standard)-[:SUPERSEDES]->(b:Standard) WHERE a.key STARTS WITH 'us-core/'
         RETURN a.version + ' > ' + b.version AS pair ORDER BY pair`,
      ),
    ).toEqual([
      '4.0.0 > 3.1.1',
      '5.0.1 > 4.0.0',
      '6.1.0 > 5.0.1',
      '7.0.0 > 6.1.0',
      '8.0.0 > 7.0.0',
      '8.0.1 > 8.0.0',
      '9.0.0 > 8.0.1',
    ]);
  });

  test("Patient.name is implemented by the patient profile's of every version", async () => {
    expect(
      await answers(
        "MATCH (:Standard {key: 'fhir/4.0.1/Patient.name'})<-[:IMPLEMENTS]-(by) RETURN by.key AS key ORDER BY key",
      ),
    ).toEqual(Object.keys(US_CORE).map((version) => `us-core/${version}/us-core-patient.name`));
  });

  test('connects every element of a profile to the element of FHIR that it constrains', async () => {
    const loose = await answers(
      `MATCH (node:Standard {level: 'ELEMENT'}) WHERE node.key STARTS WITH 'us-core/' AND NOT (node)-[:IMPLEMENTS]->()
       RETURN node.key`,
    );
    expect(loose).toEqual([]);
    const wrong = await answers(
      `MATCH (node:Standard)-[:IMPLEMENTS]->(core:Standard) WHERE node.level = 'ELEMENT' AND core.level <> 'ELEMENT'
       RETURN node.key`,
    );
    expect(wrong).toEqual([]);
  });

  test('names what is missing, and keeps relations pending', () => {
    expect(Object.keys(summary.relations.waitingFor)).toEqual(['fhir/4.0.1', 'sdc/3.0.0']);
    const needs = summary.needs.map((need) => `${need.package} ${need.version}`);
    expect(needs).toContain('hl7.terminology.r4 5.0.0');
    expect(needs).not.toContain('hl7.fhir.r4.core 4.0.1');
    expect(summary.needs.find((need) => need.version === '5.0.0')?.by).toEqual(['us-core/6.1.0']);
    expect([summary.withoutSnapshot, summary.baseless]).toEqual([[], []]);
  });

  test(
    'a second import changes nothing',
    async () => {
      const again = await load();
      expect([again.changed, again.dataVersion]).toEqual([false, summary.dataVersion]);
      expect(again.relations).toEqual(summary.relations);
    },
    SLOW,
  );
});

describe.skipIf(!hasRealPackages)("HL7's terminology with its concepts", () => {
  interface Coded {
    code: string;
    display?: string;
    designation?: { value: string }[];
    concept?: Coded[];
  }
  let summary: FhirSummary;
  beforeAll(async () => {
    await empty();
    summary = await importFhir(driver(), database, { files: [TERMINOLOGY], concepts: true });
  }, SLOW);

  test('counts as many of everything as its files have', async () => {
    const resources = resourcesOf(TERMINOLOGY);
    const flat = (concepts: Coded[] = []): Coded[] => concepts.flatMap((one) => [one, ...flat(one.concept)]);
    const systems = resources.filter(({ resourceType }) => resourceType === 'CodeSystem');
    const concepts = systems.flatMap(({ concept }) => flat(concept as Coded[] | undefined));
    const nested = concepts.reduce((sum, { concept = [] }) => sum + concept.length, 0);
    // A designation that only repeats the name of its concept, or another one, is no other name: accents or not.
    const plain = (name: string) =>
      name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().split(/\s+/).join(' ').trim();
    const names = concepts.flatMap(({ code, display = code, designation = [] }) => {
      const others = new Set(designation.map(({ value }) => plain(value)).filter((value) => value !== ''));
      others.delete(plain(display));
      return [...others];
    });
    expect([concepts.length, concepts.flatMap(({ designation = [] }) => designation).length]).toEqual([20_051, 1_935]);
    expect(summary.concepts).toEqual({ terms: concepts.length, aliases: names.length });
    expect(await levelsOf('hl7-terminology-r4/7.0.1')).toEqual(countOf(resources));
    expect(await counts(driver(), database)).toMatchObject({
      entities: { TERM: concepts.length, ALIAS: names.length },
      relations: { ABOUT: concepts.length, BROADER: nested, ALIAS_OF: names.length },
    });
  });

  test(
    'a second import changes nothing',
    async () => {
      const again = await importFhir(driver(), database, { files: [TERMINOLOGY], concepts: true });
      expect([again.changed, again.dataVersion]).toEqual([false, summary.dataVersion]);
    },
    SLOW,
  );
});
