/** The how-to pages, word for word, on the real files that they speak of. */
import { beforeAll, describe } from 'vitest';
import { importEcfr } from '../src/import/ecfr/import.ts';
import { importFhir } from '../src/import/fhir/import.ts';
import { importUscdi } from '../src/import/uscdi/import.ts';
import { writeImport } from '../src/store/write.ts';
import { FHIR_R4, US_CORE } from './import/fhir/real-files.ts';
import { tableOf } from './import/uscdi/packages.ts';
import { testExamples } from './setup/examples.ts';
import { testExports } from './setup/examples-of-exports.ts';
import { testAddress } from './setup/graph.ts';
import { hasRealData, REAL, realFile } from './setup/real-data.ts';
import { seedRecords } from './setup/seed.ts';
import { testTable } from './setup/tables.ts';
import { testGraph } from './setup/test-graph.ts';

const { driver, graph, fill, empty } = testGraph();
const seed = async () => {
  await writeImport(driver(), testAddress().database, { origin: 'seed', records: await seedRecords() });
};

fill(seed);

describe('docs/exports.md', () => {
  const exports = new URL('../docs/exports.md', import.meta.url);
  testExports(exports, graph);
  testExamples(exports, graph);
});

describe('docs/cost.md', () => {
  testExamples(new URL('../docs/cost.md', import.meta.url), graph);
});

describe('docs/relevance.md', () => {
  testExamples(new URL('../docs/relevance.md', import.meta.url), graph);
});

describe.skipIf(!hasRealData)('docs/law.md', () => {
  fill(async () => {
    const { database } = testAddress();
    for (const { file, asOf } of [REAL.early, REAL.bulk, REAL.part170, REAL.part160, REAL.part164]) {
      await importEcfr(driver(), database, { files: [realFile(file)], asOf, today: asOf });
    }
  });

  const law = new URL('../docs/law.md', import.meta.url);
  testExamples(law, graph);
  testTable(law, 'What is known with two editions', graph);

  describe('with the editions of 2024 beside them', () => {
    beforeAll(async () => {
      for (const asOf of ['2024-01-09', '2024-07-31']) {
        const files = [realFile(`45-171.${asOf}.derived.xml`)];
        await importEcfr(driver(), testAddress().database, { files, asOf, today: asOf });
      }
    }, 120_000);
    testTable(law, 'What is known with four editions', graph);
  });
});

describe.skipIf(!hasRealData)('docs/standards.md', () => {
  fill(async () => {
    const { database } = testAddress();
    await empty();
    await seed();
    const { file, asOf } = REAL.part170;
    await importEcfr(driver(), database, { files: [realFile(file)], asOf, today: asOf });
    const guides = ['6.1.0', '7.0.0'].map((version) => US_CORE[version] ?? '');
    const core = FHIR_R4.filter((file) => !file.endsWith('valuesets.json'));
    await importFhir(driver(), database, { files: [...guides, ...core] });
    for (const [version, guide] of [
      ['v3', '6.1.0'],
      ['v4', '7.0.0'],
    ] as const) {
      await importUscdi(driver(), database, { file: tableOf(guide), version, guide: `us-core/${guide}` });
    }
  });

  testExamples(new URL('../docs/standards.md', import.meta.url), graph);
});
