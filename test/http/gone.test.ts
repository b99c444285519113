/** What an import removes leaves word of itself, and an import that would remove much asks first. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { migrate } from '../../src/graph/migrate.ts';
import type { Listening } from '../../src/http/server.ts';
import { importGlossaries } from '../../src/import/glossary/import.ts';
import { today } from '../../src/model/day.ts';
import { resetGraph } from '../../src/store/reset.ts';
import { dataVersion } from '../../src/store/status.ts';
import { testAddress } from '../setup/graph.ts';
import { serveGraph } from '../setup/server.ts';
import { testGraph } from '../setup/test-graph.ts';

const { driver, graph, empty } = testGraph();
const { database } = testAddress();
let folder: string;
let server: Listening;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glossograph-gone-'));
  server = await serveGraph(graph(), { REQUEST_TIMEOUT_MS: '25000' });
});
afterAll(async () => {
  await server.stop(0);
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => empty());

type Written = Record<string, unknown>;
const FILLING: Written[] = Array.from({ length: 12 }, (_, i) => ({
  term: `Rope ${i}`,
  definition: `Rope number ${i}.`,
}));

/** Imports these terms, and a dozen others, as the vocabulary "knots". */
async function put(terms: readonly Written[], more: { dryRun?: boolean; yes?: boolean } = {}, others = FILLING) {
  const file = join(folder, 'knots.json');
  await writeFile(file, JSON.stringify([...terms, ...others]));
  return importGlossaries(driver(), database, { files: [file], ...more });
}

async function post(query: string) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return response.json();
}
const removedBy = 'glossary:knots.json';

describe('an entity that an import removed', () => {
  test('is null with the reason, and its page is gone', async () => {
    await put([{ term: 'Sheet Bend', definition: 'Joins two ropes.' }]);
    expect(await post('{ node(id: "Term:knots/sheet-bend") { id } }')).toEqual({
      data: { node: { id: 'Term:knots/sheet-bend' } },
    });
    await put([]);
    const gone = {
      id: 'Term:knots/sheet-bend',
      label: 'Sheet Bend',
      kind: 'TERM',
      ...{ removedBy, removedOn: today(), successors: [], succeededBy: null },
      message: `Term:knots/sheet-bend was removed on ${today()}, because the import glossary:knots.json no longer contained it.`,
    };
    const asked = '{ bend: node(id: "Term:knots/sheet-bend@2020-01-01") { id } node(id: "Term:knots/none") { id } }';
    const expected = { data: { bend: null, node: null }, extensions: { gone: [{ path: ['bend'], ...gone }] } };
    expect(await post(asked)).toEqual(expected);
    const byGet = await fetch(`${server.url}/graphql?query=${encodeURIComponent(asked)}`);
    expect(await byGet.json()).toEqual(expected);
    expect(await post('{ nodes(ids: ["Term:knots/rope-1", "Term:knots/sheet-bend"]) { id } }')).toEqual({
      data: { nodes: [{ id: 'Term:knots/rope-1' }, null] },
      extensions: { gone: [{ path: ['nodes'], ...gone }] },
    });
    const page = await fetch(`${server.url}/term/knots/sheet-bend`);
    expect(page.status).toBe(410);
    expect(await page.text()).toContain('The term “Sheet Bend” was removed on');
    expect((await fetch(`${server.url}/term/knots/never-there`)).status).toBe(404);
  });

  test('names the term that has its name as an alias', async () => {
    await put([{ term: 'Sheet Bend', definition: 'Joins two ropes.' }]);
    await put([{ term: 'Weaver Knot', definition: 'Joins two ropes.', aliases: ['Sheet Bend'] }]);
    const { extensions } = await post('{ node(id: "Term:knots/sheet-bend") { id } }');
    expect(extensions.gone).toMatchObject([{ successors: ['Term:knots/weaver-knot'], succeededBy: 'ALIAS' }]);
    expect(extensions.gone[0].message).toMatch(
      /Its replacement, Term:knots\/weaver-knot, has the removed entity's name as an alias\.$/,
    );
    const page = await fetch(`${server.url}/term/knots/sheet-bend`);
    expect([page.status, await page.text()]).toEqual([
      410,
      expect.stringContaining('<a href="/term/knots/weaver-knot">Weaver Knot</a>'),
    ]);
  });

  test('names the concept that has its IRI, before one that has its name', async () => {
    const concepts = async (...labels: string[]) => {
      const lines = [...labels, ...FILLING.map(({ term }) => String(term))].map(
        (label, i) => `<https://knots.example/${i}> a skos:Concept ; skos:prefLabel "${label}"@en .`,
      );
      const file = join(folder, 'knots.ttl');
      await writeFile(file, `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n${lines.join('\n')}\n`);
      await importGlossaries(driver(), database, { files: [file] });
    };
    await concepts('Sheet Bend');
    await concepts('Becket Bend');
    const { extensions } = await post('{ node(id: "Term:knots/sheet-bend") { id } }');
    expect(extensions.gone).toMatchObject([{ successors: ['Term:knots/becket-bend'], succeededBy: 'IRI' }]);
  });

  test('is forgotten once it is back, and after a reset', async () => {
    const bend = { term: 'Sheet Bend', definition: 'Joins two ropes.' };
    await put([bend]);
    await put([]);
    await put([bend]);
    expect(await post('{ node(id: "Term:knots/sheet-bend") { id } }')).toEqual({
      data: { node: { id: 'Term:knots/sheet-bend' } },
    });
    await put([]);
    await resetGraph(driver(), database);
    const { records } = await driver().executeQuery(
      'MATCH (n) WHERE NOT n:Unused RETURN count(n) AS n',
      {},
      database === undefined ? {} : { database },
    );
    expect(Number(records[0]?.get('n'))).toBe(0);
    await migrate(driver(), database);
  });
});

describe('an import that would remove more than a fifth of what it brought', () => {
  test('is refused, even as a dry run, and changes nothing', async () => {
    await put([]);
    const before = await dataVersion(driver(), database);
    for (const dryRun of [false, true]) {
      await expect(put([], { dryRun }, FILLING.slice(3))).rejects.toThrow(
        /would remove 3 of the 12 entities that the previous import from this source created: Term:knots\/rope-0, Term:knots\/rope-1, Term:knots\/rope-2\. .*--yes/,
      );
    }
    expect(await dataVersion(driver(), database)).toBe(before);
    await put([], {}, FILLING.slice(2));
  });

  test('is carried out when the user says yes', async () => {
    await put([]);
    await put([], { yes: true }, FILLING.slice(9));
    const { data } = await post('{ terms(vocabularies: ["knots"], first: 20) { totalCount } }');
    expect(data.terms.totalCount).toBe(3);
  });
});
