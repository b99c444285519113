import type { Driver } from 'neo4j-driver';
import type { ImportRequest, ImportResult } from '../../store/write.ts';
import { type ImportChoices, type ImportSteps, runImport } from '../run-import.ts';

/** Records to write unchanged, such as those from an export. */
export interface RecordsRequest extends ImportChoices, Pick<ImportRequest, 'origin' | 'records' | 'onProgress'> {}

/**
 * Imports records under one origin. Either all of them are imported or none.
 *
 * @throws ImportError for invalid records, with every error
 */
export function importRecords(
  driver: Driver,
  database: string | undefined,
  { dryRun, yes, ...request }: RecordsRequest,
): Promise<ImportResult> {
  const what = { what: request.origin, dryRun, yes };
  return runImport(driver, database, what, async function* (): ImportSteps<ImportResult> {
    const result = await (yield request);
    return (outcome) => ({ ...result, ...outcome });
  });
}
