import { fileURLToPath } from 'node:url';
import type { Driver } from 'neo4j-driver';
import { importEcfr } from '../../src/import/ecfr/import.ts';
import { testAddress } from './graph.ts';

/** Imports two editions of a made-up part, 99 CFR Part 7: of 2020-05-01, and of 2026-01-03 with other paragraphs in § 7.2. */
export async function importTwoEditions(driver: Driver, database = testAddress().database): Promise<void> {
  for (const [name, asOf] of [
    ['kites-2020.xml', '2020-05-01'],
    ['kites.api.xml', '2026-01-03'],
  ] as const) {
    const file = fileURLToPath(new URL(`../import/ecfr/golden/${name}`, import.meta.url));
    await importEcfr(driver, database, { files: [file], asOf, today: '2026-06-01' });
  }
}
