import { addTo } from '../../../model/group.ts';
import type { AnalyzedPart } from '../analyze/analyze-part.ts';

/** The analysis of a part on one day. */
export interface DatedAnalysis {
  asOf: string;
  law: AnalyzedPart;
  sourceId: string;
}

/** The days on which a section or division was seen, in order, by its `unitId`. */
export type ObservedDays = (unitId: string) => readonly string[];

export function observedDays(laws: readonly DatedAnalysis[]): ObservedDays {
  const days = new Map<string, string[]>();
  for (const { asOf, law } of laws) {
    for (const unitId of new Set(law.provisions.map((one) => one.unitId))) addTo(days, unitId, asOf);
  }
  return (unitId) => days.get(unitId) ?? [];
}
