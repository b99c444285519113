/**
 * One made-up glossary a format, and what it becomes beside it. After a wanted change:
 * `npx vitest run test/import/glossary/golden.test.ts -u`, and read the difference.
 */
import { expect, test } from 'vitest';
import type { ImportRecords } from '../../../src/model/records.ts';
import { faultsOf } from '../../../src/store/validate.ts';
import { golden, here } from './records.ts';

const lines = ({ sources, entities, relations, vocabularies = [] }: ImportRecords) =>
  [vocabularies, sources, entities, relations]
    .flatMap((records) => [...records].sort((a, b) => (a.id < b.id ? -1 : 1)))
    .map((record) => `${JSON.stringify(record)}\n`)
    .join('');

test.each([
  ['kites.json', 'json'],
  ['kites.csrc.json', 'json'],
  ['kites.csv', 'csv'],
  ['kites.ttl', 'turtle'],
  ['kites.fhir.json', 'fhir'],
  ['kites.abbreviations.md', 'abbreviations'],
] as const)('%s', async (file, format) => {
  const derived = await golden(file);
  expect(derived).toMatchObject({ format, faults: [] });
  expect(faultsOf('glossary:x', derived.records)).toEqual([]);
  await expect(lines(derived.records)).toMatchFileSnapshot(here(`golden/${file}.jsonl`));
});

test('gives the same records for SKOS in Turtle and in JSON-LD', async () => {
  const [turtle, json] = [await golden('kites.ttl'), await golden('kites.jsonld')];
  expect(json.format).toBe('jsonld');
  expect(lines(json.records)).toBe(lines(turtle.records));
  expect(json.title).toBe('Thesaurus of kites');
});

test('reports omissions, merges and ambiguous aliases', async () => {
  const csv = await golden('kites.csv');
  expect(csv.passedOver).toEqual(['The column "Owner" was ignored.']);
  const page = await golden('kites.abbreviations.md');
  expect(page.passedOver).toEqual(['2 lines were left out, because they are not abbreviations.']);
  expect(page.ambiguous).toEqual([{ alias: 'BP', denotes: ['Term:kites/best-practice', 'Term:kites/bridle-point'] }]);
  const turtle = await golden('kites.ttl');
  expect(turtle.leftOut).toEqual([
    'The relation RELATED_TO from "Kite" to https://kites.example/wind was left out, because https://kites.example/wind is not a term in the file.',
  ]);
  const office = await golden('kites.csrc.json');
  expect(office.leftOut).toEqual([
    'The URL "javascript:alert(1)" for "Tail" was left out, because it does not begin with http:// or https://.',
  ]);
  const ours = await golden('kites.json');
  expect(ours.merges).toEqual([{ name: 'kite', id: 'Term:kites/kite', into: 'Kite', by: 'entry' }]);
  expect(ours.ambiguous).toEqual([
    { alias: 'KT', denotes: [expect.stringMatching(/^Term:kites\/c-[0-9a-f]{8}$/), 'Term:kites/kite'] },
  ]);
});
