/** The history of a text, in the API and on the page of a provision. */
import { fileURLToPath } from 'node:url';
import { render } from 'preact-render-to-string';
import { beforeAll, expect, test } from 'vitest';
import { importEcfr } from '../../src/import/ecfr/import.ts';
import { printedNote } from '../../src/pages/provision/notes.tsx';
import { ask } from '../setup/ask.ts';
import { testAddress } from '../setup/graph.ts';
import { testGraph } from '../setup/test-graph.ts';

const { driver, graph, empty } = testGraph();
const file = fileURLToPath(new URL('../import/ecfr/golden/notes/sails.xml', import.meta.url));

beforeAll(async () => {
  await empty();
  await importEcfr(driver(), testAddress().database, { files: [file], asOf: '2034-02-01', today: '2034-02-01' });
});

test('a provision has its history and the notes on what is not in effect yet, and these are no text', async () => {
  const { regulation } = await ask(
    graph(),
    `{ regulation(citation: "99 CFR 12.1") {
      text effectiveDateNotes
      history { kind citation lastPage publishedOn effectiveOn quote }
    } }`,
  );
  expect(regulation.text).toBe('A mast stands.');
  expect(regulation.effectiveDateNotes[0]).toBe('Link to an amendment published at 99 FR 1436, Jan. 9, 2034.');
  const plain = { lastPage: null, effectiveOn: null };
  expect(regulation.history).toHaveLength(7);
  expect(regulation.history[1]).toEqual({
    ...{ ...plain, kind: 'PUBLISHED', citation: '72 FR 58', lastPage: 61 },
    ...{ publishedOn: '2007-01-05', quote: '72 FR 51, 58-61, Jan. 5, 2007' },
  });
  expect(regulation.history[5]).toEqual({
    ...{ ...plain, kind: 'PENDING', citation: '98 FR 400', effectiveOn: '2035-01-01' },
    ...{ publishedOn: '2033-02-02', quote: '98 FR 400, Feb. 2, 2033' },
  });
});

test('a part is authorized by the statutes of its note, with quotes that the note contains', async () => {
  const { entity } = await ask(
    graph(),
    `{ entity: node(id: "Regulation:99-CFR-12") { ... on Regulation {
      relations(first: 10, types: [AUTHORIZED_BY], asOf: "2034-02-01") { edges { node { label } evidence { quote verified } } }
    } } }`,
  );
  const found = entity.relations.edges.map(
    ({ node, evidence }: { node: { label: string }; evidence: { quote: string; verified: boolean }[] }) => [
      node.label,
      ...evidence.map(({ quote, verified }) => `${quote}: ${verified}`),
    ],
  );
  expect(found.sort()).toEqual([
    ['42 U.S.C. 300jj-14', '42 U.S.C 300jj-14: true'],
    ['5 U.S.C. 301', '5 U.S.C. 301: true'],
    ['Pub. L. 100-200', 'sec. 7, Pub. L. 100-200: true'],
  ]);
});

test('a page shows a note to the letter, with a link for each page that is online', () => {
  const history = [
    { citation: '72 FR 51', quote: '72 FR 51, Jan. 5, 2007' },
    { citation: '45 FR 7', quote: '45 FR 7, Apr. 8, 1980' },
  ];
  const note = printedNote('[45 FR 7, Apr. 8, 1980; 72 FR 51, Jan. 5, 2007 <old>]', history);
  expect(note && render(note)).toBe(
    '[45 FR 7, Apr. 8, 1980; <a href="https://www.federalregister.gov/citation/72-FR-51" rel="external noreferrer">72 FR 51, Jan. 5, 2007</a> &lt;old>]',
  );
});
