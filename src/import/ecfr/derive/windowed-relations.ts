import type { CfrCitation } from '../../../model/citation.ts';
import type { DateBasis } from '../../../model/date-basis.ts';
import { defined } from '../../../model/defined.ts';
import type { RelationRecord } from '../../../model/records.ts';
import type { AmendedPlaces } from './amended-places.ts';
import type { Existence } from './existence.ts';
import type { LawNames } from './law-names.ts';
import type { DatedAnalysis, ObservedDays } from './observed-days.ts';
import type { StatedRelation } from './relations/state.ts';
import { statedRelations } from './relations.ts';
import { type DayWindow, windowsOf } from './windows.ts';

/** The relations with the periods in which the text states them. */
export function windowed(
  laws: readonly DatedAnalysis[],
  seen: ObservedDays,
  amended: AmendedPlaces,
  { names, exists }: { names: LawNames; exists: Existence },
): RelationRecord[] {
  const all = new Map<string, { unitId: string; from: string; byDay: Map<string, StatedRelation> }>();
  for (const { asOf, law, sourceId } of laws) {
    const places = { sourceId, names, exists: (place: CfrCitation) => exists(place, asOf) };
    for (const statement of statedRelations(law, places)) {
      const { key, unitId, relation } = statement;
      const one = all.get(key) ?? { unitId, from: relation.from, byDay: new Map() };
      one.byDay.set(asOf, statement);
      all.set(key, one);
    }
  }
  return [...all.values()].flatMap(({ unitId, from, byDay }) => {
    const days = seen(unitId);
    const began = (day: string, before: string | undefined) => amended.beganOn(from, day, before);
    const windows = windowsOf(days, byDay, ({ same }) => same, began);
    return windows.flatMap((window) => recordOf(window, window.seenFrom === days[0], amended) ?? []);
  });
}

/** The relation in one window; null if the law ends it before it begins. */
function recordOf(
  { value: { relation, stated }, from, to, seenFrom, goneOn }: DayWindow<StatedRelation>,
  isFirst: boolean,
  amended: AmendedPlaces,
): RelationRecord | null {
  const { validFrom: own, validTo } = relation;
  // An adoption starts on the day that the law states and never on the day on which it happened to be seen.
  const start = stated ? own : startOf(own, from, isFirst);
  const end = [validTo, to].filter((day) => day !== undefined).sort()[0];
  if (start !== undefined && end !== undefined && start >= end) return null;
  return {
    ...relation,
    id: to === undefined ? relation.id : `${relation.id}~${from}`,
    ...defined({ validFrom: start, validTo: end, knownFrom: stated ? from : undefined }),
    ...(isFirst && !stated && canBeOlder(relation, from, amended) && { orEarlier: true }),
    ...(isDatedType(relation) &&
      end !== undefined && { validToBasis: endBasisOf(end === validTo, relation, goneOn, amended) }),
    ...(relation.type === 'DEFINES' && basisOf(relation.from, start === own, seenFrom, amended)),
  };
}

/**
 * Whether a relation can have held before the first edition that shows it. Of a definition or a citation, other words can
 * have held before.
 */
const canBeOlder = ({ from, text }: RelationRecord, start: string, amended: AmendedPlaces): boolean =>
  text === undefined && (amended.addedOn(from) ?? '') < start;

/** The start of a window: a later day that the words state, or an earlier one where nothing was seen before. */
const startOf = (stated: string | undefined, from: string, isFirst: boolean): string =>
  stated !== undefined && (stated > from || isFirst) ? stated : from;

const isDatedType = ({ type }: RelationRecord): boolean => type === 'DEFINES' || type === 'ADOPTS';

/** On what the end of a window rests: the words of the law, an amendment, or the edition that no longer shows it. */
const endBasisOf = (
  isStated: boolean,
  { from }: RelationRecord,
  goneOn: string | undefined,
  amended: AmendedPlaces,
): DateBasis => (isStated || goneOn === undefined ? 'STATED' : amended.basisOf(from, goneOn));

/** On what the start of a definition rests. If it is known only since when the definition was seen, that day too. */
function basisOf(
  from: string,
  isStated: boolean,
  seenFrom: string,
  amended: AmendedPlaces,
): Pick<RelationRecord, 'validFromBasis' | 'knownFrom'> {
  if (isStated) return { validFromBasis: 'STATED' };
  const [, validFromBasis] = amended.startOf(from, seenFrom);
  return { validFromBasis, ...(validFromBasis === 'FIRST_SEEN' && { knownFrom: seenFrom }) };
}
