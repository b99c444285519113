import type { Driver } from 'neo4j-driver';
import { linkWithin } from '../../link/link.ts';
import type { ImportRecords } from '../../model/records.ts';
import { inOneTransaction } from '../../store/transaction.ts';
import { type ImportProgress, type ImportResult, writeWithin } from '../../store/write.ts';
import { rejoinLaw } from '../ecfr/rejoin.ts';

/**
 * Writes a seed in place of the one before, and joins the law that was there first to its terms; all of it or nothing.
 *
 * @throws ImportError for records that cannot be
 */
export function importSeed(
  driver: Driver,
  database: string | undefined,
  records: ImportRecords,
  onProgress: (progress: ImportProgress) => void = () => undefined,
): Promise<ImportResult> {
  return inOneTransaction(driver, database, { what: 'seed' }, async (tx) => {
    const result = await writeWithin(tx, { origin: 'seed', records, onProgress });
    if (result.changed) await rejoinLaw(tx);
    const { dataVersion } = await linkWithin(tx);
    return { ...result, dataVersion };
  });
}
