/** Search by meaning with the real model, which Maven downloads the first time, as it downloads Neo4j. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Embedder, loadEmbedder } from '../../src/meaning/embedder.ts';
import { ensureModel, findModel, MODEL } from '../../src/meaning/model.ts';
import { questionsOf } from '../../src/meaning/of-graph.ts';
import { refreshMeaning } from '../../src/meaning/refresh.ts';
import { nameKey, wordsOf } from '../../src/search/words.ts';
import { ask } from '../setup/ask.ts';
import { testGraph } from '../setup/test-graph.ts';

const DATA = fileURLToPath(new URL('../../.glossograph', import.meta.url));
const { driver, graph, fill } = testGraph();

const TERMS = [
  ['Denial', 'A denial is a payer’s decision not to pay a claim.'],
  [
    'Patient portal',
    'A patient portal is a website where patients read their test results and write to their doctors.',
  ],
  ['Business associate', 'A business associate handles protected health information for a covered entity.'],
  ['Kite', 'A kite is a toy that flies on a string.'],
] as const;

const load = async (terms: readonly (readonly [string, string])[]) => {
  const rows = terms.map(([name, shortDefinition]) => ({
    ...{
      id: `Term:${nameKey(name).replaceAll(' ', '-')}`,
      slug: nameKey(name).replaceAll(' ', '-'),
      name,
      label: name,
    },
    ...{ nameKey: nameKey(name), nameWords: wordsOf(name).join(' '), shortDefinition, vocabulary: 'glossograph' },
    ...{ keyTakeaways: [], sectionHeadings: [], sectionBodies: [] },
  }));
  await driver().executeQuery('UNWIND $rows AS row MERGE (n:Entity:Term {id: row.id}) SET n = row', { rows });
};

const search = async (query: string) => {
  const asked = 'query ($query: String!) { search(query: $query) { totalCount edges { score reasons node { id } } } }';
  const { edges } = (await ask(graph(), asked, { query })).search;
  return edges.map(({ node, reasons }: { node: { id: string }; reasons: string[] }) => [node.id, ...reasons]);
};

describe('search by meaning', { timeout: 120_000 }, () => {
  let embedder: Embedder;
  fill(() => load(TERMS));
  beforeAll(async () => {
    embedder = await loadEmbedder(await ensureModel(DATA, () => undefined));
  }, 300_000);

  test('without the model, a question finds what has some of its words, and says so', async () => {
    expect(questionsOf(graph()).isReady).toBe(false);
    expect(await search('website for lab values')).toEqual([['Term:patient-portal', 'SOME_WORDS']]);
    expect(await search('insurer refuses reimbursement')).toEqual([]);
  });

  test('makes vectors of what is new or changed, and removes those of what is gone', async () => {
    const refresh = () => refreshMeaning(driver(), undefined, embedder);
    expect(await refresh()).toEqual({ made: 8, forgotten: 0, isWhole: true });
    expect(await refresh()).toEqual({ made: 0, forgotten: 0, isWhole: true });
    await load([['Kite', 'A kite is a bird of prey.']]);
    expect(await refresh()).toMatchObject({ made: 2 });
    await driver().executeQuery("MATCH (n:Term {id: 'Term:kite'}) DELETE n");
    expect(await refresh()).toEqual({ made: 0, forgotten: 1, isWhole: true });
    const { records } = await driver().executeQuery('MATCH (p:Passage) RETURN count(*) AS n');
    expect(records[0]?.get('n')).toBe(6);
  });

  test('stops when it is told to, and goes on later', async () => {
    await load(Array.from({ length: 60 }, (_, i) => [`Gear ${i}`, `Gear ${i} is a part of a machine.`] as const));
    const stop = new AbortController();
    const first = await refreshMeaning(driver(), undefined, embedder, {
      signal: stop.signal,
      onProgress: ({ done }) => done > 0 && stop.abort(),
    });
    const second = await refreshMeaning(driver(), undefined, embedder);
    expect([first.made, second.made]).toEqual([100, 20]);
    await driver().executeQuery("MATCH (n:Term) WHERE n.id STARTS WITH 'Term:gear' DELETE n");
    await refreshMeaning(driver(), undefined, embedder);
  });

  test('finds what no word of the question names', async () => {
    questionsOf(graph()).use(embedder);
    await driver().executeQuery('CALL db.awaitIndexes(60)');
    expect((await search('insurer refuses reimbursement'))[0]).toEqual(['Term:denial', 'MEANING']);
    expect((await search('website where I see my lab values'))[0]?.[0]).toBe('Term:patient-portal');
    expect((await search('firm that works for a covered entity with protected information'))[0]?.[0]).toBe(
      'Term:business-associate',
    );
  });

  test('finds nothing by meaning for words without sense, and the name first for a name', async () => {
    for (const nonsense of [
      'purple elephants dance on the moon',
      'asdfgh qwerty',
      'best pizza in town',
      '4711',
      'xxxxxxxx',
      'hjkl',
      '',
    ])
      expect((await search(nonsense)).filter((hit: string[]) => hit.includes('MEANING'))).toEqual([]);
    expect((await search('denial'))[0]).toEqual(['Term:denial', 'NAMED', 'TEXT']);
  });
});

test('a model that is not there is null, and vectors have the length that the index expects', async () => {
  expect(await findModel('/nowhere')).toBeNull();
  const files = await findModel(DATA);
  if (files === null) throw new Error('the model was loaded above');
  const vector = await (await loadEmbedder(files)).ofText('A word');
  expect(vector.length).toBe(MODEL.dimensions);
  expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
});

test('the runtime of the model collects no usage data: it stores no identifier, and it prints nothing', async () => {
  const home = mkdtempSync(join(tmpdir(), 'glossograph-home-'));
  try {
    const module = fileURLToPath(new URL('../../dist/src/meaning/embedder.js', import.meta.url));
    const script = `import(${JSON.stringify(module)})
      .then(({ loadEmbedder }) => loadEmbedder(${JSON.stringify(await findModel(DATA))}))
      .then((embedder) => embedder.ofText('A word'))`;
    // Without the variables that turn collecting off in continuous integration.
    const env = { PATH: process.env.PATH, HOME: home };
    const { status, stderr } = spawnSync(process.execPath, ['--eval', script], { env, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    expect(readdirSync(home)).toEqual([]);
  } finally {
    rmSync(home, { recursive: true });
  }
});
