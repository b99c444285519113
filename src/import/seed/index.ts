import type { ImportRecords } from '../../model/records.ts';
import { compareRemarks, formatRemark, type Remark } from '../../store/errors.ts';
import type { Collector } from './collector.ts';
import { deriveSeed } from './derive.ts';
import { readSeedFiles, type SeedFiles } from './read.ts';

/** The records of a seed folder, and its errors. */
export interface CheckedSeed {
  records: ImportRecords;
  /** Every error, by file and line. If there are any errors, the records are incomplete. */
  faults: Remark[];
  /**
   * Findings that are allowed but should be checked: shared aliases, unused sources, and pages that have not been
   * reviewed for a year.
   */
  notes: Remark[];
  counts: { entities: number; relations: number; sources: number };
}

/**
 * Reads and checks a seed folder. Returns all errors instead of throwing them.
 *
 * @param reviewedOn today's date, to check the editorial rules as well; loading a seed does not check them
 */
export async function checkSeed(dir: string, reviewedOn?: string): Promise<CheckedSeed> {
  const files = await readSeedFiles(dir);
  const { collector, faults, notes } = deriveSeed(files);
  const review = reviewedOn === undefined ? null : await reviewed(files, collector, reviewedOn);
  const records = collector.records();
  return {
    records,
    faults: once([...files.faults, ...faults, ...(review?.faults ?? [])]).sort(compareRemarks),
    notes: [...notes, ...(review?.notes ?? [])].sort(compareRemarks),
    counts: { entities: records.entities.length, relations: records.relations.length, sources: records.sources.length },
  };
}

/** Loads dictionaries and the rest of the review only when it is asked for. */
async function reviewed(files: SeedFiles, collector: Collector, today: string) {
  const { reviewSeed } = await import('./review/review.ts');
  return reviewSeed(files, collector, today);
}

const once = (remarks: readonly Remark[]): Remark[] => [
  ...new Map(remarks.map((remark) => [formatRemark(remark), remark])).values(),
];
