import type { Driver } from 'neo4j-driver';
import { ORIGINS, originOf } from '../../model/origins.ts';
import type { ImportRecords } from '../../model/records.ts';
import type { ImportProgress, ImportResult } from '../../store/write.ts';
import { borrowedByLaw, rejoinLaw } from '../ecfr/rejoin.ts';
import { type ImportChoices, type ImportSteps, runImport } from '../run-import.ts';

/** Options of `importSeed`. */
export interface SeedChoices extends Pick<ImportChoices, 'yes'> {
  onProgress?: ((progress: ImportProgress) => void) | undefined;
}

/**
 * Writes a seed that replaces the previous one, and joins law that was imported earlier to its terms. Either everything
 * is written or nothing.
 *
 * @throws ImportError for invalid records
 */
export function importSeed(
  driver: Driver,
  database: string | undefined,
  records: ImportRecords,
  { yes, onProgress = () => undefined }: SeedChoices = {},
): Promise<ImportResult> {
  const { seed } = ORIGINS;
  return runImport(driver, database, { what: seed.name, yes }, async function* (tx): ImportSteps<ImportResult> {
    const borrowed = await borrowedByLaw(tx);
    const result = await (yield { origin: originOf(seed), records, onProgress });
    if (result.changed) yield* rejoinLaw(tx, borrowed);
    return (outcome) => ({ ...result, ...outcome });
  });
}
