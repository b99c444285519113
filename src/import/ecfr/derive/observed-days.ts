import { addTo } from '../../../model/group.ts';
import type { AnalyzedPart } from '../analyze/analyze-part.ts';

/** The analysis of a part on one day. */
export interface DatedAnalysis {
  asOf: string;
  law: AnalyzedPart;
  sourceId: string;
}

/** The days on which the section or division was seen, in order. */
export class ObservedDays {
  private readonly days = new Map<string, string[]>();

  constructor(laws: readonly DatedAnalysis[]) {
    for (const { asOf, law } of laws) {
      for (const unitId of new Set(law.provisions.map((one) => one.unitId))) addTo(this.days, unitId, asOf);
    }
  }

  /** The days on which the section or division was seen, in order. */
  of(unitId: string): readonly string[] {
    return this.days.get(unitId) ?? [];
  }
}
