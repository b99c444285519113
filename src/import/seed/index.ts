import type { ImportRecords } from '../../model/records.ts';
import { compareRemarks, formatRemark, type Remark } from '../../store/errors.ts';
import { deriveSeed } from './derive.ts';
import { readSeedFiles } from './read.ts';

/** The records of a seed folder, and its faults. */
export interface CheckedSeed {
  records: ImportRecords;
  /** Every fault, by file and line. If there are any, the records are incomplete. */
  faults: Remark[];
  /** Findings that are allowed but worth a look: shared aliases, unused sources. */
  notes: Remark[];
  counts: { entities: number; relations: number; sources: number };
}

/** Reads and checks a seed folder. Returns all faults instead of throwing them. */
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
