import { addTo } from '../../../model/group.ts';
import type { DatedAnalysis } from './observed-days.ts';
import { commonOrder } from './windows.ts';

/** The order of the provisions of a section. */
export interface UnitOrder {
  /** The positions of all provisions that the section ever contained, by id, starting at 0. */
  common: ReadonlyMap<string, number>;
  /**
   * The position in an edition that prints the provisions in a different order than the latest edition. Undefined in
   * all other editions.
   */
  ofItsOwn(day: string, id: string): number | undefined;
}

/** For each section, the order of its provisions. */
export function unitOrders(laws: readonly DatedAnalysis[]): ReadonlyMap<string, UnitOrder> {
  const sequences = new Map<string, { day: string; ids: readonly string[] }[]>();
  for (const { asOf: day, law } of [...laws].reverse()) {
    const printed = new Map<string, string[]>();
    for (const { id, unitId, text } of law.provisions) if (text !== undefined) addTo(printed, unitId, id);
    for (const [unitId, ids] of printed) addTo(sequences, unitId, { day, ids });
  }
  return new Map([...sequences].map(([unitId, list]) => [unitId, orderOf(list)]));
}

function orderOf(sequences: readonly { day: string; ids: readonly string[] }[]): UnitOrder {
  const common = commonOrder(sequences.map(({ ids }) => ids));
  const own = new Map<string, ReadonlyMap<string, number>>();
  for (const { day, ids } of sequences) {
    const isCommon = ids.every((id, i) => i === 0 || (common.get(ids[i - 1] ?? '') ?? 0) < (common.get(id) ?? 0));
    if (!isCommon) own.set(day, new Map(ids.map((id, place) => [id, place])));
  }
  return { common, ofItsOwn: (day, id) => own.get(day)?.get(id) };
}
