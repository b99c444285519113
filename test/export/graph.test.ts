/** The real graph in every format: read back by other libraries, imported again, and the same as the API's neighborhood. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseNeighborhood } from '../../src/arguments/neighborhood-text.ts';
import { formatNamed } from '../../src/export/formats.ts';
import { readRecords } from '../../src/export/read-file.ts';
import { readNeighborhood } from '../../src/export/read-graph.ts';
import { importEcfr } from '../../src/import/ecfr/import.ts';
import { importFhir } from '../../src/import/fhir/import.ts';
import { importRecords } from '../../src/import/graph/import.ts';
import { importSeed } from '../../src/import/seed/import.ts';
import { importUscdi } from '../../src/import/uscdi/import.ts';
import { undateAnswer } from '../../src/model/dated-id.ts';
import type { EvidenceRecord, ImportRecords } from '../../src/model/records.ts';
import { GLOSSOGRAPH } from '../../src/model/vocabulary.ts';
import { dataVersion } from '../../src/store/status.ts';
import { resourcesOf, US_CORE } from '../import/fhir/real-files.ts';
import { tableOf } from '../import/uscdi/packages.ts';
import { ask } from '../setup/ask.ts';
import { all, exportRecords, readOnce } from '../setup/exported.ts';
import { testAddress } from '../setup/graph.ts';
import { hasRealData, REAL, realFile } from '../setup/real-data.ts';
import { seedRecords } from '../setup/seed.ts';
import { testGraph } from '../setup/test-graph.ts';
import { type Made, streamed } from './any-graph.ts';
import { READERS, type Read, readTables, shapeOf } from './reading.ts';

const { driver, graph, fill, empty } = testGraph();
const { database } = testAddress();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glossograph-export-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Some profiles of US Core as a package of their own: all of it is what `npm run bench:exports` takes. */
async function someOfUsCore(): Promise<string> {
  const profiles = ['patient', 'condition-problems-health-concerns', 'allergyintolerance', 'immunization', 'encounter'];
  const guide = join(folder, 'guide', 'package');
  await mkdir(guide, { recursive: true });
  const about = { name: 'hl7.fhir.us.core', version: '6.1.0', author: 'HL7', fhirVersions: ['4.0.1'] };
  await writeFile(join(guide, 'package.json'), JSON.stringify(about));
  for (const resource of resourcesOf(US_CORE['6.1.0'] ?? '')) {
    if (profiles.some((name) => resource.id === `us-core-${name}`)) {
      await writeFile(join(guide, `StructureDefinition-${resource.id}.json`), JSON.stringify(resource));
    }
  }
  return join(folder, 'guide');
}

/** A code system whose concepts are called as many texts say. */
async function codes(): Promise<string> {
  const guide = join(folder, 'codes', 'package');
  await mkdir(guide, { recursive: true });
  await writeFile(join(guide, 'package.json'), JSON.stringify({ name: 'example.codes', version: '1.0.0' }));
  const concept = ['patient', 'record', 'on'].map((code) => ({
    code,
    display: code,
    designation: [{ value: `the ${code}` }],
  }));
  const about = {
    id: 'words',
    url: 'https://codes.example/words',
    name: 'Words',
    status: 'active',
    content: 'complete',
  };
  await writeFile(
    join(guide, 'CodeSystem-words.json'),
    JSON.stringify({ resourceType: 'CodeSystem', ...about, concept }),
  );
  return join(folder, 'codes');
}

/** The seed and some codes; and where real data lie beside the project a part of the law in time, some of a guide to FHIR and a table of USCDI. */
fill(async () => {
  await importSeed(driver(), database, await seedRecords());
  await importFhir(driver(), database, { files: [await codes()], concepts: true });
  if (!hasRealData) return;
  for (const { file, asOf } of [REAL.early, REAL.bulk]) {
    await importEcfr(driver(), database, { files: [realFile(file)], asOf, today: asOf });
  }
  await importFhir(driver(), database, { files: [await someOfUsCore()] });
  await importUscdi(driver(), database, { file: tableOf('6.1.0'), version: 'v3', guide: 'us-core/6.1.0' });
});

/** The graph as it was read once: what every format is written from, and every reader held against. */
let made: Made;
let wanted: Read;
beforeAll(async () => {
  made = await readOnce(graph());
  wanted = await shapeOf(streamed(made));
  expect(made.nodes.length).toBeGreaterThan(hasRealData ? 1_000 : 100);
}, 120_000);

const written = async (format: string): Promise<string> =>
  (await all(formatNamed(format)?.write(streamed(made)) ?? [])).join('');

/** Equal, and when not so, the first thing that differs instead of megabytes. */
function expectEqual(read: Read, wanted: Read): void {
  for (const what of ['nodes', 'edges'] as const) {
    expect(read[what].size).toBe(wanted[what].size);
    const differing = [...wanted[what]].find(([id, said]) => !isDeepStrictEqual({ ...read[what].get(id) }, said));
    if (differing) expect([differing[0], read[what].get(differing[0])]).toEqual(differing);
  }
}

/** NetworkX knows no lists of numbers in GEXF, so they are lists of texts there. */
function withTexts({ nodes, edges }: Read): Read {
  const all = (some: Read['nodes']) =>
    new Map(
      [...some].map(([id, said]) => [
        id,
        Object.fromEntries(
          Object.entries(said).map(([name, value]) => [
            name,
            name !== 'evidence' && Array.isArray(value) ? value.map(String) : value,
          ]),
        ),
      ]),
    );
  return { nodes: all(nodes), edges: all(edges) };
}

describe('other libraries read the whole graph with every node, edge and property', () => {
  test.each(Object.keys(READERS))('%s', async (format) => {
    const promised = format === 'gexf' ? withTexts(wanted) : wanted;
    expectEqual((await READERS[format]?.(await written(format))) as Read, promised);
  });

  test('csv', async () => {
    expectEqual(readTables(await written('csv-nodes'), await written('csv-edges')), wanted);
    expect((await written('csv-sources')).split('\r\n')[0]).toBe('id,name,retrieved,sha256,url,other');
  });
});

test('graphology and Turtle give the records of JSON Lines, and importing them gives the same graph', async () => {
  const files = await Promise.all(
    ['jsonl', 'graphology', 'turtle'].map(async (format) => {
      const file = join(folder, `graph.${formatNamed(format)?.extension}`);
      await writeFile(file, await written(format));
      return file;
    }),
  );
  const [lines, json, turtle] = await Promise.all(files.map((file) => readRecords(file)));
  expect(isDeepStrictEqual(json, lines)).toBe(true);
  expect(isDeepStrictEqual(turtle, lines)).toBe(true);

  const before = await written('jsonl');
  await empty();
  await importRecords(driver(), database, { origin: 'graph:graph.ttl', records: turtle as ImportRecords });
  expect((await all(exportRecords(driver(), database))).join('') === before).toBe(true);
  // What is a concept stays one: a package that comes again says the same of it.
  const again = await importFhir(driver(), database, { files: [await codes()], concepts: true });
  expect(again.concepts).toEqual({ terms: 3, aliases: 3 });
  expect(before).toContain('"Term:example-codes/words-patient"');
  expect((await all(exportRecords(driver(), database))).join('') === before).toBe(true);
}, 120_000);

describe('a neighborhood', () => {
  const MEMBERS = `query ($of: [ID!]!, $depth: Int!, $types: [RelationType!], $kinds: [EntityKind!], $direction: Direction!,
    $limit: Int!, $perHopLimit: Int, $asOf: Date) {
    neighborhood(of: $of, depth: $depth, types: $types, kinds: $kinds, direction: $direction, limit: $limit,
      perHopLimit: $perHopLimit, asOf: $asOf) {
      nodes { key } edges { key } completeness { exact reasons omittedNodes }
    }
  }`;
  const questions: Record<string, string[]>[] = [
    { of: ['Term:ehr'] },
    { of: ['Term:uscdi', 'Term:ehr', 'Term:nobody'], depth: ['2'], limit: ['40'] },
    { of: ['Term:ehi'], depth: ['2'], types: ['MENTIONS,RELATED_TO'], direction: ['IN'], perHopLimit: ['5'] },
    {
      of: ['Regulation:45-CFR-171.103'],
      depth: ['3'],
      kinds: ['REGULATION', 'TERM'],
      limit: ['2000'],
      asOf: ['2021-01-01'],
    },
    { of: ['Term:nobody'] },
  ];

  test.each(questions)('$of has the nodes and edges of the API, with every property: %j', async (given) => {
    const asked = parseNeighborhood((name) => given[name] ?? []);
    if (asked === null) throw new Error('a question');
    const found = await readNeighborhood(graph(), asked.params, asked.question, {});
    // An export has plain ids; the API adds the day to them.
    const { neighborhood } = undateAnswer(await ask(graph(), MEMBERS, { ...asked.question }));
    const { nodes, edges } = await shapeOf(found);
    const keys = (some: { key: string }[]) => some.map(({ key }) => key).sort();
    expect([...nodes.keys()].sort()).toEqual(keys(neighborhood.nodes));
    expect([...edges.keys()].sort()).toEqual(keys(neighborhood.edges));
    expect(found.about.completeness).toEqual(neighborhood.completeness);
    for (const [id, said] of nodes) expect(said).toEqual(wanted.nodes.get(id));
    for (const [id, said] of edges) expect(said).toEqual(wanted.edges.get(id));
    const sources = new Set((await all(found.sources())).map(({ id }) => id));
    for (const { evidence } of edges.values()) {
      for (const { sourceId } of evidence as EvidenceRecord[]) expect(sources).toContain(sourceId);
    }
    expect(found.dataVersion).toBe(await dataVersion(driver(), database));
  });
});

test('an export that is read back has the same mentions, also of terms that the law defines', async () => {
  await empty();
  const term = (slug: string, name: string, definition: string) => ({
    ...{ kind: 'TERM' as const, vocabulary: 'glossograph', id: `Term:${slug}`, label: name, slug, name, definition },
    ...{ keyTakeaways: [], sectionHeadings: [], sectionBodies: [] },
  });
  const evidence: EvidenceRecord[] = [{ rule: 'AUTHORED', sourceId: 'Source:kites' }];
  const [alias, law, tangle] = ['Alias:tangling', 'Regulation:45-CFR-999.1', 'Term:tangle-with'];
  const records: ImportRecords = {
    sources: [{ id: 'Source:kites', name: 'A book of kites' }],
    vocabularies: [GLOSSOGRAPH],
    entities: [
      term('tangle-with', 'Tangle with', 'To cross the line of another kite.'),
      term('tail', 'Tail', 'It keeps a kite from tangling with others.'),
      { kind: 'ALIAS', id: alias, label: 'tangling', name: 'tangling', aliasKind: 'VARIANT' },
      {
        ...{ kind: 'REGULATION', id: law, label: '45 CFR 999.1', citation: '45 CFR 999.1' },
        ...{ sortKey: '045-999-1', level: 'SECTION', reserved: false },
      },
    ],
    relations: [
      { id: `${alias}-ALIAS_OF-${tangle}`, type: 'ALIAS_OF', from: alias, to: tangle, evidence },
      { id: `${law}-DEFINES-${tangle}`, type: 'DEFINES', from: law, to: tangle, scopeId: law, evidence },
    ],
  };
  await importRecords(driver(), database, { origin: 'seed', records });
  const before = (await all(exportRecords(driver(), database))).join('');
  expect(before).toContain('"id":"Term:tail-MENTIONS-Term:tangle-with"');

  const file = join(folder, 'tangled.jsonl');
  const lines = before.split(/(?<=\n)/);
  await writeFile(file, lines.filter((line) => !line.includes('-MENTIONS-')).join('')); // so that linking has to find it anew
  await empty();
  await importRecords(driver(), database, { origin: 'graph:tangled.jsonl', records: await readRecords(file) });
  expect((await all(exportRecords(driver(), database))).join('')).toBe(before);
});
