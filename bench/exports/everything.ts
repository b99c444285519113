import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Driver } from 'neo4j-driver';
import { importEcfr } from '../../src/import/ecfr/import.ts';
import { importFhir } from '../../src/import/fhir/import.ts';
import { importGlossaries } from '../../src/import/glossary/import.ts';
import { importSeed } from '../../src/import/seed/import.ts';
import { checkSeed } from '../../src/import/seed/index.ts';
import { importUscdi } from '../../src/import/uscdi/import.ts';
import { FHIR_R4, hasRealPackages, TERMINOLOGY, US_CORE } from '../../test/import/fhir/real-files.ts';
import { tableOf } from '../../test/import/uscdi/packages.ts';
import { hasRealData, REAL, realFile } from '../../test/setup/real-data.ts';

const SEED = fileURLToPath(new URL('../../seed/', import.meta.url));
const GLOSSARIES = ['nist-csrc-glossary.json', 'onc-api-resource-guide-abbreviations.md'];
const glossary = (name: string) => fileURLToPath(new URL(`../../../shared/data/glossary/${name}`, import.meta.url));

/**
 * Imports all that Glossograph can read and that lies beside it: the seed, four parts of the law (one of them as of two
 * days), FHIR R4, US Core in six versions, three tables of USCDI, the glossary of NIST, abbreviations of ONC, and HL7's
 * terminology with its concepts.
 *
 * @param tell is given each step as a line
 */
export async function importEverything(driver: Driver, tell: (line: string) => void): Promise<void> {
  const timed = async (what: string, work: () => Promise<unknown>) => {
    const started = performance.now();
    await work();
    tell(`${what}: ${((performance.now() - started) / 1_000).toFixed(1)} s`);
  };
  const { records } = await checkSeed(SEED);
  await timed('seed', () => importSeed(driver, undefined, records));
  if (hasRealData) {
    for (const { file, asOf } of [REAL.early, REAL.bulk, REAL.part170, REAL.part160, REAL.part164]) {
      await timed(file, () => importEcfr(driver, undefined, { files: [realFile(file)], asOf, today: asOf }));
    }
  }
  if (hasRealPackages) {
    await timed('FHIR R4', () => importFhir(driver, undefined, { files: FHIR_R4 }));
    for (const [version, file] of Object.entries(US_CORE)) {
      await timed(`US Core ${version}`, () => importFhir(driver, undefined, { files: [file] }));
    }
    for (const [version, guide] of [
      ['v3', '6.1.0'],
      ['v4', '7.0.0'],
      ['v5', '8.0.0'],
    ] as const) {
      const request = { file: tableOf(guide), version, guide: `us-core/${guide}` };
      await timed(`USCDI ${version}`, () => importUscdi(driver, undefined, request));
    }
  }
  for (const name of GLOSSARIES) {
    const files = [glossary(name)];
    if (existsSync(glossary(name))) await timed(name, () => importGlossaries(driver, undefined, { files }));
  }
  if (hasRealPackages) {
    await timed('HL7 terminology', () => importFhir(driver, undefined, { files: [TERMINOLOGY], concepts: true }));
  }
}
