/** Mappings as SSSOM: what a file states, and suggestions by name, each once and with its justification. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { parseNeighborhood } from '../../src/arguments/neighborhood-text.ts';
import { openWholeGraph, readNeighborhood, wholeGraphAs } from '../../src/export/read-graph.ts';
import { sssom } from '../../src/export/sssom.ts';
import { importGlossaries } from '../../src/import/glossary/import.ts';
import { all } from '../setup/exported.ts';
import { testAddress } from '../setup/graph.ts';
import { testGraph } from '../setup/test-graph.ts';

const { driver, graph, fill } = testGraph();
const { database } = testAddress();
const BOUNDS = { stepMs: 25_000, totalMs: 60_000 };

const SAILS = `
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://sails.example/id#jib> a skos:Concept ; skos:prefLabel "Jib"@en ;
  skos:exactMatch <https://ropes.example/id/foresail> ; skos:broadMatch <https://elsewhere.example/sail> .
<https://sails.example/id#reef> a skos:Concept ; skos:prefLabel "Reef"@en ; skos:altLabel "Shortened\\tsail"@en .
`;
const ROPES = `
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://ropes.example/id/foresail> a skos:Concept ; skos:prefLabel "Foresail"@en .
<https://ropes.example/id/reef> a skos:Concept ; skos:prefLabel "reef"@en .
`;

fill(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'glossograph-sssom-'));
  for (const [name, text] of Object.entries({ 'ropes.ttl': ROPES, 'sails.ttl': SAILS })) {
    await writeFile(join(folder, name), text);
    await importGlossaries(driver(), database, { files: [join(folder, name)] });
  }
  await rm(folder, { recursive: true });
});

function read(text: string) {
  const lines = text.split('\n');
  const head = lines.filter((line) => line.startsWith('#')).map((line) => line.slice(2));
  const { curie_map: prefixes, ...about } = parseYaml(head.join('\n'));
  const rows = parseCsv(lines.slice(head.length).join('\n'), { columns: true, delimiter: '\t' }) as Record<
    string,
    string
  >[];
  return { prefixes: prefixes as Record<string, string>, about, rows };
}
const whole = async (vocabularies: string[] | null) => {
  const opened = await openWholeGraph(graph(), BOUNDS, { labels: null, vocabularies });
  return read((await all(wholeGraphAs(sssom, opened))).join(''));
};
/** A short form written out by the prefixes of the head. */
const spelled = (curie: string | undefined, prefixes: Record<string, string>) => {
  const [prefix = '', ...local] = (curie ?? '').split(':');
  return `${prefixes[prefix]}${local.join(':')}`;
};

test('has what files state and what names suggest, with its justification', async () => {
  const { prefixes, about, rows } = await whole(null);
  expect(about).toMatchObject({ mapping_set_id: 'urn:glossograph:mappings', mapping_tool: 'Glossograph' });
  const skos = 'http://www.w3.org/2004/02/skos/core#';
  const semapv = 'https://w3id.org/semapv/vocab/';
  expect(
    rows.map(({ subject_id, predicate_id, object_id, mapping_justification, ...others }) => [
      ...[subject_id, predicate_id, object_id, mapping_justification].map((one) => spelled(one, prefixes)),
      [others.subject_label, others.object_label, others.match_string],
    ]),
  ).toEqual([
    [
      'https://ropes.example/id/reef',
      `${skos}closeMatch`,
      'https://sails.example/id#reef',
      `${semapv}LexicalMatching`,
      ['reef', 'Reef', 'reef'],
    ],
    [
      'https://sails.example/id#jib',
      `${skos}broadMatch`,
      'https://elsewhere.example/sail',
      `${semapv}UnspecifiedMatching`,
      ['Jib', '', ''],
    ],
    [
      'https://sails.example/id#jib',
      `${skos}exactMatch`,
      'https://ropes.example/id/foresail',
      `${semapv}UnspecifiedMatching`,
      ['Jib', 'Foresail', ''],
    ],
  ]);
  expect(rows.map(({ subject_source, object_source }) => [subject_source, object_source])).toEqual([
    ['glossograph:scheme:ropes', 'glossograph:scheme:sails'],
    ['glossograph:scheme:sails', ''],
    ['glossograph:scheme:sails', 'glossograph:scheme:ropes'],
  ]);
});

test('of one vocabulary, also has the suggestions that the other would have', async () => {
  const { rows } = await whole(['sails']);
  expect(rows.map(({ subject_label, object_label }) => [subject_label, object_label])).toEqual([
    ['Jib', ''],
    ['Jib', 'Foresail'],
    ['Reef', 'reef'],
  ]);
});

test('of a neighborhood has the mappings of its terms, and our IRIs begin at the public address', async () => {
  const asked = parseNeighborhood((name) => (name === 'of' ? ['Term:sails/jib'] : []));
  if (asked === null) throw new Error('a neighborhood was asked for');
  const found = await readNeighborhood(graph(), asked.params, asked.question, { deadline: Date.now() + 25_000 });
  const { prefixes, rows } = read((await all(sssom.write({ ...found, base: 'https://terms.example/' }))).join(''));
  expect(rows.map(({ object_id }) => spelled(object_id, prefixes))).toEqual([
    'https://elsewhere.example/sail',
    'https://ropes.example/id/foresail',
  ]);
  expect(spelled(rows[0]?.subject_source, prefixes)).toBe('https://terms.example/vocabulary/sails');
});
