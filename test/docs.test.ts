/** The how-to pages, word for word, on the real files that they speak of. */
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';
import { importEcfr } from '../src/import/ecfr/import.ts';
import { checkSeed } from '../src/import/seed/index.ts';
import { writeImport } from '../src/import/write.ts';
import { testExamples } from './setup/examples.ts';
import { testAddress } from './setup/graph.ts';
import { hasRealData, REAL, realFile } from './setup/real-data.ts';
import { testGraph } from './setup/test-graph.ts';

const { driver, graph, fill } = testGraph();

describe.skipIf(!hasRealData)('docs/law.md', () => {
  fill(async () => {
    const { database } = testAddress();
    const { records } = await checkSeed(fileURLToPath(new URL('../seed/', import.meta.url)));
    await writeImport(driver(), database, { origin: 'seed', records });
    for (const { file, asOf } of [REAL.early, REAL.bulk, REAL.part170, REAL.part160, REAL.part164]) {
      await importEcfr(driver(), database, { files: [realFile(file)], asOf, today: asOf });
    }
  });

  testExamples(new URL('../docs/law.md', import.meta.url), graph);
});
