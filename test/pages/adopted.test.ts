/** What the law adopts on a day: all of it, for a word, and as a file. */
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { testGraph } from '../setup/test-graph.ts';
import { servedSite } from './served.ts';
import { get, linksOf, page, textOf } from './site.ts';
import { fillStandards } from './standard-fixture.ts';

const { graph, driver, fill } = testGraph();
fill(() => fillStandards(driver()));
const site = servedSite(graph);
const told = async (path: string) => textOf(await page(site, path));

test('a day lists every adoption with its last day, what follows, other versions, and the notices of the day', async () => {
  const markup = await page(site, '/adopted?on=2026-02-01');
  const text = textOf(markup);
  for (const words of [
    'Adopted on February 1, 2026',
    '3 adoptions.',
    'from January 1, 2020 until January 1, 2027',
    'Last day: December 31, 2026. Then: Kite Guide 2.0 at § 1.1(b)',
    'Also adopted on this date: Kite Guide 2.0 at § 1.1(b)',
    'Enforcement discretion from January 1, 2026 until March 1, 2026. Nobody enforces it.',
    'January 1, 2027: the adoption of Kite Guide 1.0 ends',
    'No imported edition contains this provision.',
    'it is not legal advice',
  ]) {
    expect(text).toContain(words);
  }
  expect(linksOf(markup)).toContain('/regulation/98-CFR-1.1(a)?asOf=2026-02-01');
  expect(await told('/adopted?on=2026-06-01')).not.toContain('Nobody enforces it.');
  expect(await told('/adopted?on=2024-01-01')).toContain('2 adoptions.');
  expect(await told('/adopted?on=2019-01-01')).toContain('No adoptions are known.');
});

test('a word leads to adoptions by a name or by a term, and says which relations lead there', async () => {
  const byName = await told('/adopted?on=2026-06-01&for=Parts+of+Kites');
  expect(byName).toContain('§ 1.1 adopts Kite Data v1');
  expect(byName).toMatch(/Profile of Kite Guide 2\.0[\s\S]*Parts of Kites ?Tail of a Kite ?Kite Profile: Kite\.tail/);
  const byTerm = await told('/adopted?on=2026-06-01&for=kites');
  expect(byTerm).toContain('Kites related to KDI describes Kite Data');
  expect(byTerm).toContain('Tail of a Kite');
  expect(await told('/adopted?on=2026-06-01&for=Kite+Guide')).toContain('2 adoptions on June 1, 2026.');
  expect(await told('/adopted?on=2026-06-01&for=stones')).toContain(
    'The graph has no relation from Stones to a standard',
  );
  const unknown = await page(site, '/adopted?on=2026-06-01&for=%3Cb%3E');
  expect(textOf(unknown)).toContain('Nothing in the graph has the name “<b>”');
  expect(linksOf(unknown)).toContain('/search?q=%3Cb%3E');
});

test('the same comes as CSV', async () => {
  const day = await get(site, '/adopted?on=2026-06-01&format=csv');
  expect(day.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(day.headers.get('content-disposition')).toBe('attachment; filename="adopted-2026-06-01.csv"');
  expect(parse(await day.text(), { columns: true })).toMatchObject([
    { provision: '98 CFR 1.1', standard_key: 'data/v1', certainty: 'UNKNOWN' },
    { provision: '98 CFR 1.1(a)', standard_key: 'guide/1.0', valid_to: '2027-01-01', valid_to_basis: 'STATED' },
    { provision: '98 CFR 1.1(b)', standard_key: 'guide/2.0', valid_from: '2025-01-01' },
  ]);
  const word = await get(site, '/adopted?on=2026-06-01&for=kites&format=csv');
  expect(parse(await word.text(), { columns: true })).toMatchObject([
    { data_class: 'Parts of Kites', data_element: 'Tail of a Kite', profile_keys: 'guide/2.0/kite.tail' },
  ]);
});

test.each(['on=2026-02-30', 'on=today', 'format=pdf'])('%s is refused', async (parameters) => {
  expect((await get(site, `/adopted?${parameters}`)).status).toBe(400);
});
