/** What is no sound glossary is refused, with the place, and nothing is written; what is strange but sound does not hang. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importGlossaries } from '../../../src/import/glossary/import.ts';
import { ImportError } from '../../../src/store/errors.ts';
import { counts } from '../../../src/store/status.ts';
import { testAddress } from '../../setup/graph.ts';
import { testGraph } from '../../setup/test-graph.ts';
import { derive, here } from './records.ts';

const { driver } = testGraph();
const { database } = testAddress();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glossograph-glossary-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const SKOS = '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix k: <https://kites.example/> .\n';
const LONG = 'x'.repeat(501);

describe('refused', () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    [
      'comma.json',
      '[\n {"term": "Kite",}\n]',
      /comma\.json:2:18: The file contains a JSON syntax error at this position/,
    ],
    ['cut.json', '[{"term": "Kite"}', /cut\.json:1:18: The file contains a JSON syntax error/],
    ['empty.json', '', /empty\.json:1:1: The file is empty/],
    ['other.json', '{"words": []}', /other\.json:1:1: A JSON glossary must be a list of/],
    ['typo.json', '[{"term": "Kite"},\n {"term": "Line", "defintion": "x"}]', /typo\.json:2:2: .*"defintion"/],
    ['nameless.json', '[\n {"definition": "x"}]', /nameless\.json:2:2: "term": is required/],
    ['number.json', '[{"term": "Kite",\n "aliases": ["a", 7]}]', /number\.json:2:19: "aliases\.1"/],
    ['blank.json', '[{"term":\n " &nbsp; "}]', /blank\.json:2:2: The name of a term must have 1 to 500 characters/],
    [
      'long.json',
      `[{"term": "${LONG}"}]`,
      /long\.json:1:11: The name of a term must have 1 to 500 characters, not 501/,
    ],
    ['none.json', '[]', /none\.json: The file contains no terms/],
    [
      'office.json',
      '{"terms": [{"term": "Kite", "definitions": [{"source": "x"}]}]}',
      /office\.json:1:45: "definitions\.0\.text"/,
    ],
    ['latin.csv', new Uint8Array([0x74, 0x0a, 0xe9]), /latin\.csv:2:1: The file is not valid UTF-8/],
    [
      'column.csv',
      'term,source\nKite,x\n',
      /column\.csv:1: The file has no column "definition". The first row must contain/,
    ],
    [
      'columns.csv',
      'word,meaning\nKite,x\n',
      /columns\.csv:1: The file has no column "term" and no column "definition"/,
    ],
    ['twice.csv', 'term,name,definition\na,b,c\n', /twice\.csv:1: The columns "term" and "name" have the same meaning/],
    [
      'cells.csv',
      'term,definition\nKite,x\nLine\n',
      /cells\.csv:3: The file is not valid CSV: Invalid Record Length: expect 2, got 1/,
    ],
    [
      'quote.csv',
      'term,definition\nKite,"x\n',
      /quote\.csv:\d: The file is not valid CSV: a quotation mark is opened but never closed/,
    ],
    ['unnamed.csv', 'term,definition\n\n"Kite","a\nb"\n,x\n', /unnamed\.csv:5: The column "term" must not be empty/],
    ['prefix.ttl', 'k:kite k:is 1 .', /prefix\.ttl:1:1: The file is not valid Turtle: Undefined prefix "k:"/],
    [
      'dot.ttl',
      `${SKOS}k:kite skos:prefLabel "Kite"\nk:line skos:prefLabel "Line" .`,
      /dot\.ttl:4:1: The file is not valid Turtle: Expected/,
    ],
    ['open.ttl', `${SKOS}k:kite skos:prefLabel "Kite`, /open\.ttl:3: The file is not valid Turtle: Unexpected/],
    ['people.ttl', '<http://a> <http://b> <http://c> .', /people\.ttl:1: The file contains no SKOS concepts/],
    ['nowhere.ttl', `${SKOS}[] a skos:Concept ; skos:altLabel "Kite" .`, /nowhere\.ttl: The file contains no terms/],
    [
      '---.csv',
      'term,definition\nKite,x\n',
      /"" is not a valid vocabulary key\. Specify another key with --vocabulary\. /,
    ],
    [
      'law.csv',
      'term,definition\nKite,x\n',
      /law\.csv: The vocabulary "law" belongs to Glossograph\. Specify another key with --vocabulary\. /,
    ],
    [
      'addition.json',
      '{"resourceType": "CodeSystem", "content": "supplement", "supplements": "https://kites.example/none|2", "concept": [{"code": "a"}]}',
      /addition\.json: The file is a supplement: .* https:\/\/kites\.example\/none, which is not in the graph\. Import the code system first/,
    ],
    [
      'remote.jsonld',
      '{\n "@context": "https://kites.example/context", "@id": "x"}',
      /remote\.jsonld:2:15: The file refers to the context https:\/\/kites\.example\/context, but remote contexts are not downloaded/,
    ],
    [
      'context.jsonld',
      '{"@context": {"a": 5}, "a": 1}',
      /context\.jsonld:1: The file is not valid JSON-LD: .*@context/,
    ],
    [
      'patient.json',
      '{"resourceType": "Patient"}',
      /patient\.json:1:18: "resourceType": the resource must be a CodeSystem/,
    ],
    [
      'hollow.json',
      '{"resourceType": "CodeSystem"}',
      /hollow\.json:1:1: "concept": the CodeSystem must contain at least one concept/,
    ],
    [
      'codeless.json',
      '{"resourceType": "CodeSystem", "concept": [{"code": "a"},\n {"display": "b"}]}',
      /codeless\.json:2:2: "code"/,
    ],
    [
      'form.md',
      'Words\n\n *[KT] Kite\n',
      /form\.md:3:2: An abbreviation line must have the form "\*\[EHR\]: Electronic Health Record"/,
    ],
    ['page.md', 'Words and words', /page\.md:1: The file must contain at least one line of the form/],
    [
      'what.bin',
      'Words and words',
      /what\.bin: The format of the file is not recognized\. Specify the format with --format: json, csv/,
    ],
  ])('%s', async (name, text, message) => {
    const file = join(folder, name);
    await writeFile(file, text);
    // The sound file beside it is taken back, too.
    const imported = importGlossaries(driver(), database, { files: [here('golden/kites.csv'), file] });
    await expect(imported).rejects.toThrow(ImportError);
    await expect(imported).rejects.toThrow(message);
    expect((await counts(driver(), database)).entities.TERM).toBe(0);
  });

  test('a file that does not exist, and two with one name', async () => {
    const files = [join(folder, 'nowhere.csv')];
    await expect(importGlossaries(driver(), database, { files })).rejects.toThrow(
      /cannot be read \(error code ENOENT\)/,
    );
    const twins = [here('golden/kites.csv'), join(folder, 'kites.csv')];
    await expect(importGlossaries(driver(), database, { files: twins })).rejects.toThrow(
      /This file has the same name as/,
    );
  });

  test('reports the first of very many faults, and quickly', async () => {
    const file = join(folder, 'faulty.json');
    await writeFile(file, JSON.stringify(Array.from({ length: 50_000 }, () => ({ word: 'x' }))));
    const started = performance.now();
    await expect(importGlossaries(driver(), database, { files: [file] })).rejects.toThrow(/faulty\.json:1:2: /);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe('unusual and accepted', () => {
  const big = 'kite '.repeat(2_000_000);

  test.each([
    ['turtle', `${SKOS}k:kite skos:prefLabel "Kite" ; skos:definition "${big}" .`],
    [
      'jsonld',
      JSON.stringify({
        '@id': 'k:a',
        [`${'http://www.w3.org/2004/02/skos/core#'}prefLabel`]: 'Kite',
        'http://www.w3.org/2004/02/skos/core#definition': big,
      }),
    ],
    ['json', JSON.stringify([{ term: 'Kite', definition: big }])],
  ] as const)('a text of ten megabytes: %s', async (format, text) => {
    const { records, faults } = await derive(text, format);
    expect(faults).toEqual([]);
    expect(records.entities).toMatchObject([{ name: 'Kite', definition: big.trim() }]);
  });

  test.each([
    ['turtle', `${SKOS}k:kite skos:prefLabel "${big}" .`],
    ['csv', `term,definition\n${big},x\n`],
  ] as const)('a name of ten megabytes is refused: %s', async (format, text) => {
    const { faults } = await derive(text, format);
    expect(faults).toMatchObject([
      { message: `The name of a term must have 1 to 500 characters, not ${big.trim().length}.` },
    ]);
  });

  const RING = ['Term:kites/a-BROADER-Term:kites/b', 'Term:kites/b-BROADER-Term:kites/a'];

  test('blank nodes in a circle', async () => {
    const ring = `${SKOS}_:a skos:prefLabel "A" ; skos:broader _:b ; skos:definition _:c . _:b skos:prefLabel "B" ; skos:broader _:a ; skos:related _:b . _:c skos:definition _:c ; skos:prefLabel "C" ; skos:narrower _:c .`;
    const { records, faults } = await derive(ring, 'turtle');
    expect(faults).toEqual([]);
    expect(records.relations.map(({ id }) => id).sort()).toEqual(RING);
    const rings = await derive(
      JSON.stringify({
        '@context': { s: 'http://www.w3.org/2004/02/skos/core#', up: { '@id': 's:broader', '@type': '@id' } },
        '@graph': [
          { '@id': '_:a', 's:prefLabel': 'A', up: '_:b' },
          { '@id': '_:b', 's:prefLabel': 'B', up: '_:a' },
        ],
      }),
      'jsonld',
    );
    expect(rings.records.relations.map(({ id }) => id).sort()).toEqual(RING);
  });

  test('refuses what is nested too deeply', async () => {
    const deep = '[<http://c> '.repeat(100_000);
    expect((await derive(`<http://a> <http://b> ${deep}1${']'.repeat(100_000)} .`, 'turtle')).faults).toHaveLength(1);
    const nodes = `${'{"http://c":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    expect((await derive(nodes, 'jsonld')).faults).toMatchObject([{ message: 'The file is nested too deeply.' }]);
    const concepts = `${'{"code": "x", "concept": ['.repeat(300)}${']}'.repeat(300)}`;
    const system = `{"resourceType": "CodeSystem", "concept": [${concepts}]}`;
    expect((await derive(system, 'fhir')).faults).toMatchObject([
      { message: 'Concepts must be nested at most 200 levels deep.' },
    ]);
  });
});
