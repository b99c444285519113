import type { ImportRecords } from '../../model/records.ts';
import { compareRemarks, formatRemark, type Remark } from '../../store/errors.ts';
import { deriveSeed } from './derive.ts';
import { readSeedFiles } from './read.ts';

/** What a seed folder holds, and what is wrong with it. */
export interface CheckedSeed {
  records: ImportRecords;
  /** Every fault, by file and line. With any, the records are not whole. */
  faults: Remark[];
  /** Allowed, and worth a look: aliases that several things share, sources that nothing rests on. */
  notes: Remark[];
  counts: { entities: number; relations: number; sources: number };
}

/** Reads and checks a seed folder. Throws for none of its faults. */
export async function checkSeed(dir: string): Promise<CheckedSeed> {
  const files = await readSeedFiles(dir);
  const { records, faults, notes } = deriveSeed(files);
  return {
    records,
    faults: once([...files.faults, ...faults]).sort(compareRemarks),
    notes: notes.sort(compareRemarks),
    counts: { entities: records.entities.length, relations: records.relations.length, sources: records.sources.length },
  };
}

const once = (remarks: readonly Remark[]): Remark[] => [
  ...new Map(remarks.map((remark) => [formatRemark(remark), remark])).values(),
];
