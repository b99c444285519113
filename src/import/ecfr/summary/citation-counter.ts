import { LABEL_OF } from '../../../model/kinds.ts';
import type { ImportRecords } from '../../../model/records.ts';
import { sectionIdOf } from './section-of.ts';

/** The number of citations in the files of an import, by the kind of target. */
export interface CitationCounts {
  /** Provisions of the CFR whose section, part, or other division is in the files. */
  inFiles: number;
  /** Provisions of the CFR that are not in the files. */
  outside: number;
  /** Statutes and other documents. */
  statutes: number;
  /** Provisions that are known not to exist. */
  dangling: number;
}

/** Counts citations part by part. */
export class CitationCounter {
  private statutes = 0;
  private dangling = 0;
  /** How many citations lead to each section or division of the CFR, and the part that would contain it. */
  private readonly cited = new Map<string, { count: number; partId: string | undefined }>();
  /** The parts that the files have in full. */
  private readonly whole = new Set<string>();

  add({ entities, relations }: ImportRecords): void {
    for (const one of entities) if (one.kind === 'REGULATION' && one.wholeFrom !== undefined) this.whole.add(one.id);
    for (const { type, to, dangling, between, withinIds } of relations) {
      if (type !== 'CITES' || between) continue; // a range waits for its members
      if (dangling) this.dangling += 1;
      else if (to.startsWith(`${LABEL_OF.STATUTE}:`)) this.statutes += 1;
      else {
        const id = sectionIdOf(to);
        const { count } = this.cited.get(id) ?? { count: 0 };
        this.cited.set(id, { count: count + 1, partId: withinIds?.at(-1) });
      }
    }
  }

  /**
   * @param isRead whether a section or division is in the files
   */
  counts(isRead: (id: string) => boolean): CitationCounts {
    const counts = { inFiles: 0, outside: 0, statutes: this.statutes, dangling: this.dangling };
    for (const [id, { count, partId }] of this.cited) {
      if (isRead(id)) counts.inFiles += count;
      else counts[partId !== undefined && this.whole.has(partId) ? 'dangling' : 'outside'] += count;
    }
    return counts;
  }
}
