/** The pages of standards: the index, versions, tables of elements, the way back to the law, and comparisons. */
import { expect, test } from 'vitest';
import { testGraph } from '../setup/test-graph.ts';
import { servedSite } from './served.ts';
import { get, linksOf, page, textOf } from './site.ts';
import { fillStandards } from './standard-fixture.ts';

const { graph, driver, fill } = testGraph();
fill(() => fillStandards(driver()));
const site = servedSite(graph);

/** The rows of a table, cell by cell. */
const rowsOf = (markup: string, table: RegExp) =>
  [...(table.exec(markup)?.[0] ?? '').matchAll(/<tr[\s\S]*?<\/tr>/g)].map(([row]) =>
    [...row.matchAll(/<t[hd][\s\S]*?<\/t[hd]>/g)].map(([cell]) => textOf(cell).trim()),
  );
const ELEMENTS = /<table class="elements">[\s\S]*?<\/table>/;

test('the index lists versions newest first, says which the law adopts, and leads to the adoptions of a day', async () => {
  const markup = await page(site, '/standards');
  expect(textOf(markup)).toMatch(/Kite GuideA guide to kites\.Versions 2\.0, 1\.0Adopted today: 2\.0 at § 1\.1\(b\)/);
  expect(linksOf(markup)).toContain('/standard/guide/1.0');
  expect(markup).toContain('action="/adopted"');
});

test('a version lists its parts in groups, its adoption with how sure it is, and other versions to compare', async () => {
  const markup = await page(site, '/standard/guide/2.0');
  const text = textOf(markup);
  for (const words of ['since January 1, 2025', 'No imported edition', 'Profiles', 'What a kite has.', 'Data types']) {
    expect(text).toContain(words);
  }
  expect(linksOf(markup)).toContain('/standard/guide/2.0?compare=guide/1.0');
  expect(textOf(await page(site, '/standard/data/v1'))).toContain('Parts of KitesTail of a Kite');
});

test('a profile is a table of its elements, all of them or those that it changes', async () => {
  const markup = await page(site, '/standard/guide/2.0/kite');
  expect(rowsOf(markup, ELEMENTS)).toEqual([
    ['Element', 'Occurs', 'Must support', 'Type', 'Value set', 'USCDI elements'],
    ['tail', '1..*', 'must support', 'String', 'tails required', 'Tail of a Kite'],
    ['knot', '', '', '', '', ''],
    ['line', '0..1', '', '', '', ''],
  ]);
  expect(linksOf(markup)).toContain('/standard/guide/2.0/String');
  const changed = await page(site, '/standard/guide/2.0/kite?view=differential');
  expect(rowsOf(changed, ELEMENTS).map(([name]) => name)).toEqual(['Element', 'tail']);
});

test('an element names the provisions that require it, by the chain that the graph has', async () => {
  const text = textOf(await page(site, '/standard/guide/2.0/kite.tail'));
  expect(text).toContain(
    'Maps from Kite Data v1, Parts of Kites, Tail of a Kite. Kite Data v1 is adopted at § 1.1 since January 1, 2020.',
  );
  expect(text).toContain('Part of Kite Guide 2.0, which is adopted at § 1.1(b) since January 1, 2025.');
});

test('versions stand side by side, with both values of what changed', async () => {
  const whole = await page(site, '/standard/guide/2.0?compare=guide/1.0');
  expect(textOf(whole)).toContain('Only in Kite Guide 2.0');
  expect(linksOf(whole)).toContain('/standard/guide/2.0/kite?compare=guide/1.0');
  const profile = await page(site, '/standard/guide/2.0/kite?compare=guide/1.0');
  expect(rowsOf(profile, /<table>[\s\S]*?<\/table>/)).toEqual(
    expect.arrayContaining([
      ['Kite.tail', 'Minimum', '0', '1'],
      ['Kite.tail', 'Maximum', '1', '*'],
      ['Kite.tail', 'Value set', 'not stated', 'http://example.org/tails|1'],
    ]),
  );
  const wrong = await get(site, '/standard/guide/2.0?compare=data/v1');
  expect([wrong.status, textOf(await wrong.text())]).toEqual([400, expect.stringContaining('compare: must be')]);
});
