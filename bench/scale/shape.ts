/**
 * `npm run bench:scale:shape`: compares the properties of a generated graph with those of an imported one: the seed, and two
 * editions of a part. It prints each property that only one of them has, by label and by type of relation.
 */
import { fileURLToPath } from 'node:url';
import type { Driver } from 'neo4j-driver';
import { importEcfr } from '../../src/import/ecfr/import.ts';
import { writeImport } from '../../src/store/write.ts';
import { seedRecords } from '../../test/setup/seed.ts';
import { onOwnNeo4j } from '../shared/own-neo4j.ts';
import { planOf } from './generate-plan.ts';
import { loadGraph } from './load.ts';

const TERMS = 1_000;
const EDITIONS = [
  ['kites-2020.xml', '2020-05-01'],
  ['kites.api.xml', '2026-01-03'],
] as const;

/** The share of nodes with a label, or of relations with a type, that have a property of a type. */
type Shape = ReadonlyMap<string, number>;

const imported = await onOwnNeo4j(async ({ driver }) => {
  await writeImport(driver, undefined, { origin: 'seed', records: await seedRecords() });
  for (const [name, asOf] of EDITIONS) {
    const file = fileURLToPath(new URL(`../../test/import/ecfr/golden/${name}`, import.meta.url));
    await importEcfr(driver, undefined, { files: [file], asOf, today: '2026-06-01' });
  }
  return shapeOf(driver);
}, '1g');
const graph = await loadGraph(planOf(TERMS, 7), (what) => console.log(what));
const generated = await shapeOf(graph.driver).finally(graph.stop);
for (const [name, one, other] of [
  ['only imported', imported, generated],
  ['only generated', generated, imported],
] as const) {
  console.log(`\n${name}:`);
  for (const [key, share] of one) {
    if (!other.has(key)) console.log(`  ${key} (${Math.round(100 * share)}%)`);
  }
}

async function shapeOf(driver: Driver): Promise<Shape> {
  const { records } = await driver.executeQuery(`CALL () {
      MATCH (node) RETURN node AS it, [label IN labels(node) WHERE label <> 'Entity'][0] AS of
      UNION ALL
      MATCH ()-[relation]->() RETURN relation AS it, type(relation) AS of
    }
    WITH of, collect(it) AS items
    UNWIND items AS it
    UNWIND keys(it) AS key
    WITH of, size(items) AS total, key, replace(replace(valueType(it[key]), ' NOT NULL', ''), ' | ', '|') AS type, count(*) AS number
    RETURN of, key, type, toFloat(number) / total AS share ORDER BY of, key, type`);
  return new Map(records.map((row) => [`${row.get('of')}.${row.get('key')}: ${row.get('type')}`, row.get('share')]));
}
