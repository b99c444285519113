/** Whose words terms are: two glossaries beside ours, with names that all of them have. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { graphql } from 'graphql';
import { afterAll, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { importEcfr } from '../../src/import/ecfr/import.ts';
import { importGlossaries } from '../../src/import/glossary/import.ts';
import { importSeed } from '../../src/import/seed/import.ts';
import { setVocabulary } from '../../src/import/vocabulary/settings.ts';
import { GLOSSOGRAPH } from '../../src/model/vocabulary.ts';
import { refuseOldForm } from '../../src/store/old-form.ts';
import { ask, patientContext } from '../setup/ask.ts';
import { exportRecords } from '../setup/exported.ts';
import { testAddress } from '../setup/graph.ts';
import { testGraph } from '../setup/test-graph.ts';

const { driver, graph, fill, empty } = testGraph();
const { database } = testAddress();
const folder = await mkdtemp(join(tmpdir(), 'glossograph-vocabularies-'));
afterAll(() => rm(folder, { recursive: true }));

const lists = {
  keyTakeaways: [],
  sectionHeadings: ['Definition'],
  sectionBodies: ['A kite tail hangs behind a kite.'],
};
const source = { id: 'Source:ours', name: 'Ours' };
const foreign = (linking?: 'EVERYWHERE') =>
  importGlossaries(driver(), database, { files: [join(folder, 'flying.json')], linking });
fill(async () => {
  await importSeed(driver(), database, {
    entities: [
      {
        ...{ kind: 'TERM', id: 'Term:kite', label: 'Kite', slug: 'kite', name: 'Kite', vocabulary: 'glossograph' },
        ...{ category: 'Things', sourceIds: [source.id], ...lists },
      },
    ],
    relations: [],
    sources: [source],
    vocabularies: [GLOSSOGRAPH],
  });
  const law = fileURLToPath(new URL('../import/ecfr/golden/kites.api.xml', import.meta.url));
  await importEcfr(driver(), database, { files: [law], asOf: '2026-01-03', today: '2026-06-01' });
  const entries = [
    { term: 'Kite', definition: 'A bird of prey.' },
    { term: 'Tangling', definition: 'What strings do.', category: 'Faults' },
    { term: 'In', definition: 'Membership in a set.' },
  ];
  await writeFile(join(folder, 'flying.json'), JSON.stringify(entries));
});

async function everything(): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of exportRecords(driver(), database)) lines.push(line);
  return lines;
}

test('an imported glossary adds its own terms and changes no line of what was there', async () => {
  const before = await everything();
  const [summary] = await foreign();
  expect(summary).toMatchObject({ vocabulary: 'flying', notLinked: [{ name: 'In', reason: 'FUNCTION_WORDS' }] });
  const after = await everything();
  expect(before.filter((line) => !after.includes(line) && !/"degree"/.test(line))).toEqual([]);
  const added = after.filter((line) => !before.includes(line));
  expect(added.every((line) => /flying|Source:pages-of-terms/.test(line))).toBe(true);
});

test('is described, with its settings, its terms, and its place among the others', async () => {
  const { vocabularies, node, categories, terms } = await ask(
    graph(),
    `{ vocabularies { id key name linking rank termCount }
      node(id: "Vocabulary:flying") { id ... on Vocabulary { name termCount } }
      categories(vocabularies: ["flying"]) { name count }
      terms(vocabularies: ["flying"], startsWith: "k") { edges { node { slug vocabulary { key } sources { id } } } } }`,
  );
  expect(vocabularies.map(({ key, linking, rank }: Record<string, unknown>) => [key, linking, rank])).toEqual([
    ['glossograph', 'EVERYWHERE', 1],
    ['law', 'EVERYWHERE', 2],
    ['flying', 'OWN', 100],
  ]);
  expect(node).toEqual({ id: 'Vocabulary:flying', name: 'flying', termCount: 3 });
  expect(categories).toEqual([{ name: 'Faults', count: 1 }]);
  expect(terms.edges).toEqual([
    { node: { slug: 'flying/kite', vocabulary: { key: 'flying' }, sources: [{ id: 'Source:glossary-flying-json' }] } },
  ]);
});

test('a name leads to ours first and to the others after it, and each suggests the other', async () => {
  const { resolve, only, term } = await ask(
    graph(),
    `{ resolve(names: ["kite"]) { candidates { id } }
      only: resolve(names: ["kite"], vocabularies: ["flying"]) { candidates { id } }
      term(slug: "kite") { mappings { totalCount edges { node { predicate term { slug } evidence { rule quote } } } } } }`,
  );
  expect(resolve[0].candidates).toEqual([{ id: 'Term:kite' }, { id: 'Term:flying/kite' }]);
  expect(only[0].candidates).toEqual([{ id: 'Term:flying/kite' }]);
  expect(term.mappings).toEqual({
    totalCount: 1,
    edges: [
      { node: { predicate: 'CLOSE', term: { slug: 'flying/kite' }, evidence: [{ rule: 'MATCHED', quote: 'kite' }] } },
    ],
  });
});

test('names are found in a text for whom asks, and no word of English', async () => {
  // The first request also reads the names, so it takes two statements.
  const found = async (args: string) => {
    const asked = `{ annotate(text: "A kite in a tangling tail" ${args}) { text entities { id } } }`;
    const { data } = await graphql({ schema, source: asked, contextValue: patientContext(graph()) });
    const names = (data?.annotate ?? []) as { text: string; entities: { id: string }[] }[];
    return names.map(({ text, entities }) => [text, ...entities.map(({ id }) => id)]);
  };
  expect(await found('')).toEqual([['kite', 'Term:kite']]);
  expect(await found(', vocabularies: ["flying"]')).toEqual([
    ['kite', 'Term:flying/kite'],
    ['tangling', 'Term:flying/tangling'],
  ]);
});

test('EVERYWHERE and back: only its own links come and go', async () => {
  const before = await everything();
  await setVocabulary(driver(), database, { key: 'flying', linking: 'EVERYWHERE' });
  const linked = await everything();
  const links = linked.filter((line) => !before.includes(line) && line.startsWith('{"relation"'));
  expect(links.length).toBeGreaterThan(0);
  expect(links.every((line) => line.includes('Term:flying/'))).toBe(true);
  await foreign(); // imported again, the setting stays
  expect((await ask(graph(), '{ vocabularies { key linking } }')).vocabularies).toContainEqual({
    key: 'flying',
    linking: 'EVERYWHERE',
  });
  await setVocabulary(driver(), database, { key: 'flying', linking: 'OWN' });
  expect(await everything()).toEqual(before);
});

test('a section of a page has the names in it, with offsets in its own text', async () => {
  const { term } = await ask(
    graph(),
    '{ term(slug: "kite") { sections { body annotations { start end text entities { id } definition { text } } } } }',
  );
  for (const { body, annotations } of term.sections) {
    for (const { start, end, text } of annotations) expect(body.slice(start, end)).toBe(text);
  }
});

test('a setting of a vocabulary that is not there is refused with those that are', async () => {
  await expect(setVocabulary(driver(), database, { key: 'none', rank: 3 })).rejects.toThrow(
    /no vocabulary with this key. The vocabularies in the graph are .*flying/,
  );
});

test('a graph of the form before vocabularies is refused with the way out', async () => {
  await refuseOldForm({ driver: driver(), database });
  await empty();
  await driver().executeQuery("CREATE (:Entity:Term {id: 'Term:old', slug: 'old', origins: ['seed']})");
  await expect(refuseOldForm({ driver: driver(), database })).rejects.toThrow(/export.*reset.*import graph/s);
  await empty();
});
