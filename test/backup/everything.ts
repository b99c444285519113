/** A graph with nodes of every label, relations of many types, and values of every type that Neo4j stores. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Driver } from 'neo4j-driver';
import { meaning } from '../../cypher/meaning/index.ts';
import { run } from '../../src/graph/run.ts';
import { inSession } from '../../src/graph/session.ts';
import { raiseVersion } from '../../src/graph/version.ts';
import { importFhir } from '../../src/import/fhir/import.ts';
import { importVersions } from '../../src/import/versions/import.ts';
import { writeImport } from '../../src/store/write.ts';
import { seedPart } from '../setup/seed.ts';
import { importTwoEditions } from '../setup/two-editions.ts';

const golden = (name: string) => fileURLToPath(new URL(`../import/fhir/golden/${name}`, import.meta.url));
const VERSION = {
  ...{ date: '2023-03-03', amendment_date: '2023-03-03', issue_date: '2023-03-03', identifier: '998.1' },
  ...{ type: 'section', name: '§ 998.1', part: '998', title: '45', substantive: true, removed: false, subpart: null },
};
const DIMENSIONS = 384;

/** Values of every type, as Cypher. The list of floats holds whole numbers, which must stay floats. */
export const ODD_VALUES = {
  oddInteger: '9223372036854775807',
  oddFloat: '1.0',
  oddZero: '-0.0',
  oddNumbers: '[1.0, 2.0, -0.5]',
  oddIntegers: '[1, 2, -9007199254740993]',
  oddNaN: '0.0 / 0.0',
  oddInfinity: '1.0 / 0.0',
  oddBooleans: '[true, false]',
  oddTexts: "['', 'a\\u2028b', '\\u0000', '😀']",
  oddEmpty: '[]',
  oddDate: "date('2024-02-29')",
  oddDates: "[date('0001-01-01'), date('2024-02-29')]",
  oddDateTime: "datetime('2024-02-29T12:00:00.123456789+02:00')",
  oddZone: "datetime('2024-02-29T12:00:00[Europe/Berlin]')",
  oddLocalDateTime: "localdatetime('2024-02-29T12:00:00.000000001')",
  oddTime: "time('12:00:00-05:30')",
  oddLocalTime: "localtime('23:59:59.999999999')",
  oddDuration: "duration('P1Y2M3DT4H5M6.000000007S')",
  oddPoint: 'point({x: 1.0, y: 2.5})',
  oddPlace: 'point({longitude: 12.5, latitude: -3.25, height: 100.0})',
};

/** Fills an empty, migrated graph. */
export async function loadEverything(driver: Driver, database: string | undefined): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'glossograph-everything-'));
  await writeImport(driver, database, { origin: 'seed', records: await seedPart(/ehr|emr|uscdi|fhir|171/i) });
  // Half of it again: what is gone leaves tombstones.
  await writeImport(driver, database, { origin: 'seed', records: await seedPart(/ehr|uscdi|fhir|171/i) });
  await importTwoEditions(driver, database);
  await importFhir(driver, database, { files: [golden('guide')], concepts: true }); // without its core: pending
  await writeFile(
    join(folder, 'versions.json'),
    JSON.stringify({ content_versions: [VERSION], meta: { title: '45', issue_date: { lte: '2023-03-03' } } }),
  );
  await importVersions(driver, database, { file: join(folder, 'versions.json') });
  await rm(folder, { recursive: true });
  const set = Object.entries(ODD_VALUES).map(([name, value]) => `node.${name} = ${value}`);
  await inSession(driver, database, 'WRITE', (session) =>
    session.executeWrite(async (tx) => {
      const passages = [0, 1].map((nth) => ({ nth, weight: 0.5 + nth, text: `Text ${nth}`, vector: vectorOf(nth) }));
      await run(tx, meaning.put, {
        rows: [
          { of: 'Term:ehr', hash: 'x', isOwn: true, passages },
          { of: 'Term:fhir', hash: 'y', isOwn: false, passages },
        ],
      });
      await tx.run(`MATCH (node:Term {id: 'Term:ehr'}) SET ${set.join(', ')}, node.oddBytes = $bytes`, {
        bytes: new Int8Array([0, 1, -1, 127, -128]),
      });
      await raiseVersion(tx);
    }),
  );
}

const vectorOf = (nth: number) => Array.from({ length: DIMENSIONS }, (_, i) => Math.sin(i + nth + 1));
