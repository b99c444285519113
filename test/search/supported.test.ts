/** How the first hits of a search raise each other's scores, and what a search for a very common word still ranks and counts. */

import { describe, expect, test } from 'vitest';
import { cypherOf } from '../../src/graph/template.ts';
import { nameKey, wordsOf } from '../../src/search/words.ts';
import { ask } from '../setup/ask.ts';
import { testGraph } from '../setup/test-graph.ts';

const { driver, graph, fill } = testGraph();

describe('the first hits support each other', () => {
  fill(() =>
    driver().executeQuery(`
      CREATE (page:Entity:Term {id: 'Term:page'}), (law:Entity:Regulation {id: 'Regulation:law'})
      CREATE (other:Entity:Term {id: 'Term:other'}), (alone:Entity:Term {id: 'Term:alone'})
      CREATE (page)-[:ABOUT {id: 'a'}]->(law), (page)-[:RELATED_TO {id: 'r', weight: 1.0}]->(other)`),
  );

  /** The hits, given as [id, score, tier], with what is added to each score. */
  const raised = async (...hits: [string, number, number][]) => {
    const { records } = await driver().executeQuery(
      `UNWIND $hits AS hit MATCH (n:Entity {id: hit[0]})
      WITH collect({node: n, score: hit[1], tier: hit[2], reasons: []}) AS hits
      UNWIND ${cypherOf('search/supported', 'hits')} AS hit RETURN hit.node.id AS id, hit.more AS more`,
      { hits },
    );
    return Object.fromEntries(records.map((row) => [row.get('id'), Math.round(row.get('more') * 1e6) / 1e6]));
  };

  test('a page raises the provision it is about, and the provision the page, by the strength of the relation', async () => {
    // 0.2 times the strength of ABOUT (0.9) times what the other hit has above 1.2.
    expect(await raised(['Term:page', 2.2, 2], ['Regulation:law', 1.7, 2])).toEqual({
      'Term:page': 0.09,
      'Regulation:law': 0.18,
    });
  });

  test('a related term, an unrelated one, and a weak hit raise nothing', async () => {
    expect(await raised(['Term:page', 2.2, 2], ['Term:other', 2, 2], ['Term:alone', 2, 2])).toEqual({
      'Term:page': 0,
      'Term:other': 0,
      'Term:alone': 0,
    });
    expect(await raised(['Term:page', 1.1, 2], ['Regulation:law', 1, 2])).toEqual({
      'Term:page': 0,
      'Regulation:law': 0,
    });
  });

  test('an exact match keeps its score, but raises others', async () => {
    expect(await raised(['Term:page', 6, 6], ['Regulation:law', 1.7, 2])).toEqual({
      'Term:page': 0,
      'Regulation:law': 0.864,
    });
  });

  test('a name with a typo is raised only if nothing holds the words as written, a whole name more', async () => {
    expect(await raised(['Term:other', 2, 1.25], ['Term:alone', 1.9, 1], ['Term:page', 1.8, 0])).toEqual({
      'Term:other': 1,
      'Term:alone': 0.5,
      'Term:page': 0,
    });
    expect(await raised(['Term:other', 2, 1.25], ['Term:alone', 1.9, 2])).toEqual({ 'Term:other': 0, 'Term:alone': 0 });
  });
});

describe('a word that more than 5,000 names contain', () => {
  const COMMON = 5_200;
  fill(async () => {
    const rows = Array.from({ length: COMMON }, (_, i) => `Widget number ${i}`)
      .concat('Widget')
      .map((label, i) => ({ id: `Term:${i}`, label, nameKey: nameKey(label), nameWords: wordsOf(label).join(' ') }));
    await driver().executeQuery('UNWIND $rows AS row CREATE (n:Entity:Term) SET n = row', { rows });
    const law = { id: 'Regulation:w', label: 'Number of widget', nameKey: 'number of widget' };
    await driver().executeQuery('CREATE (n:Entity:Regulation) SET n = $law, n.nameWords = "number of widget"', { law });
    await driver().executeQuery('CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()');
  });
  const find = async (args: string) =>
    (
      await ask(
        graph(),
        `{ search(query: "widget", ${args}) { totalCount facets { kind count } edges { node { id } } } }`,
      )
    ).search;

  test('is counted in full, and the entity that it names comes first', async () => {
    const page = await find('first: 3');
    expect(page.totalCount).toBe(COMMON + 2);
    expect(page.facets).toEqual([
      { kind: 'TERM', count: COMMON + 1 },
      { kind: 'REGULATION', count: 1 },
    ]);
    expect(page.edges[0]).toEqual({ node: { id: `Term:${COMMON}` } });
  });

  test('hides no entity from a filter', async () => {
    const page = await find('kinds: [REGULATION]');
    expect([page.totalCount, page.edges]).toEqual([1, [{ node: { id: 'Regulation:w' } }]]);
  });
});
