/** What an import says and stores does not depend on what was in the graph before, or on the order of files. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeEach, expect, test } from 'vitest';
import { importEcfr } from '../../../src/import/ecfr/import.ts';
import type { EcfrSummary } from '../../../src/import/ecfr/summary.ts';
import { ask } from '../../setup/ask.ts';
import { exportRecords } from '../../setup/exported.ts';
import { testAddress } from '../../setup/graph.ts';
import { testGraph } from '../../setup/test-graph.ts';

const { driver, graph, empty } = testGraph();
const { database } = testAddress();
beforeEach(() => empty());

const at = (name: string) => fileURLToPath(new URL(`golden/${name}`, import.meta.url));
const hashOf = (name: string) =>
  createHash('sha256')
    .update(readFileSync(at(name)))
    .digest('hex');
const imported = (names: readonly string[], asOf = '2026-01-03') =>
  importEcfr(driver(), database, { files: names.map(at), asOf, today: asOf, yes: true });
const exported = async () => {
  let text = '';
  for await (const line of exportRecords(driver(), database)) text += line;
  return text;
};
/** All that a summary says of the files. */
const said = ({ changed: _, dataVersion: _version, ...rest }: EcfrSummary) => rest;

test('a summary counts the files, whatever editions the graph has', async () => {
  const alone = said(await imported(['kites-2020.xml'], '2020-05-01'));
  expect(alone.provisions.SECTION).toBeGreaterThan(0);
  expect(said(await imported(['kites-2020.xml'], '2020-05-01'))).toEqual(alone);
  await empty();
  await imported(['kites.ecfr.xml', 'strings.xml']);
  expect(said(await imported(['kites-2020.xml'], '2020-05-01'))).toEqual(alone);
  expect(said(await imported(['kites-2020.xml'], '2026-01-03'))).toEqual({ ...alone, days: ['2026-01-03'] });
});

test('a summary is the same for files in any order', async () => {
  const { dataVersion, ...one } = await imported(['kites.ecfr.xml', 'strings.xml']);
  const before = await exported();
  await empty();
  const { dataVersion: other, ...two } = await imported(['strings.xml', 'kites.ecfr.xml']);
  expect({ ...two, provisions: one.provisions }).toEqual(one);
  expect(other).toBe(dataVersion);
  expect(await exported()).toBe(before);
});

test('the hash of a source is that of its file with the most text, in any order of imports', async () => {
  const query = '{ regulation(citation: "99 CFR 7.1") { versions { source { sha256 } } } }';
  const orders = [
    ['kites-2020.xml', 'kites.api.xml', 'kites.ecfr.xml'],
    ['kites.ecfr.xml', 'kites.api.xml', 'kites-2020.xml'],
  ];
  const wanted = [hashOf('kites.api.xml'), hashOf('kites.ecfr.xml')].sort()[0];
  const exports: string[] = [];
  for (const order of orders) {
    await empty();
    for (const name of order) await imported([name]);
    const { regulation } = await ask(graph(), query);
    expect(regulation.versions.map(({ source }: { source: { sha256: string } }) => source.sha256)).toEqual([wanted]);
    exports.push(await exported());
  }
  expect(exports[1]).toBe(exports[0]);
  await empty();
  await imported(['kites.dlps.xml']);
  const { regulation } = await ask(graph(), query);
  expect(regulation.versions[0].source.sha256).toBe(hashOf('kites.dlps.xml'));
});
