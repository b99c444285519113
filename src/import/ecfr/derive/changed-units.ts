import { textChanges } from '../../../law/changes.ts';
import { provisionInTime } from '../../../law/in-time.ts';
import { ruleAmendment } from '../../../law/noted.ts';
import { coverageSegments } from '../../../law/segments.ts';
import type { TextRow } from '../../../law/versions.ts';
import { defined } from '../../../model/defined.ts';
import { addTo } from '../../../model/group.ts';
import type { RegulationRecord } from '../../../model/records.ts';
import type { AmendedPlaces } from './amended-places.ts';

/** Adds the changes of the text, and the certainty of the text on each day, to each section, appendix, and division. */
export function tellChanges(regulations: ReadonlyMap<string, RegulationRecord>, amended: AmendedPlaces): void {
  const inUnit = new Map<string, RegulationRecord[]>();
  for (const record of regulations.values()) addTo(inUnit, amended.unitOf(record.id), record);
  for (const [id, records] of inUnit) {
    const unit = regulations.get(id);
    if (unit?.observedOn !== undefined) Object.assign(unit, timeOf(unit, unit.observedOn, records, amended));
  }
}

function timeOf(
  { id, level, addedOn }: RegulationRecord,
  observedOn: string[],
  records: readonly RegulationRecord[],
  amended: AmendedPlaces,
): Partial<RegulationRecord> {
  const noted = amended.notedProvision(id);
  const place = provisionInTime({ ...noted, observedOn, texts: { id, asOf: null, rows: records.map(rowOf) } });
  const isDivision = level !== 'SECTION' && level !== 'APPENDIX';
  // What amends a division amends its sections; of its own it has only a heading.
  const own = noted.rules.filter(({ placeId, adds }) => {
    if (isDivision) return adds === true && placeId === id;
    return amended.unitOf(placeId) === id || (adds === true && addedOn !== undefined && place.notes.length === 0);
  });
  const changes = textChanges(
    isDivision ? { ...place, notes: [] } : place,
    own.map((one) => ruleAmendment(one, id)),
  );
  const segments = isDivision ? [] : coverageSegments(place);
  return {
    ...changeProperties(changes),
    ...(noted.days && {
      amendedOn: [...noted.days.on],
      amendedFrom: noted.days.from,
      amendedTo: noted.days.to,
      wasAdded: noted.days.isAdded,
      wasRemoved: noted.days.isRemoved,
    }),
    ...(segments.length > 0 && {
      coverageFrom: segments.map(({ from }) => from),
      coverages: segments.map(({ certainty }) => certainty),
    }),
  };
}

/** A record as a row of `cypher/regulation/texts.cypher`: absent properties are null. */
function rowOf(record: RegulationRecord): TextRow {
  const { id, order = null, text = null, heading = null, lead = null, validFrom = null, textSource = null } = record;
  const { formerFrom = null, formerTo = null, formerText = null } = record;
  const { formerHeading = null, formerLead = null, formerSource = null, formerOrder = null } = record;
  return {
    ...{ id, order, text, heading, lead, validFrom, textSource },
    ...{ formerFrom, formerTo, formerText, formerHeading, formerLead, formerSource, formerOrder },
  };
}

/** Changes of a text as parallel lists, because Neo4j stores no lists of maps. Nothing if there are no changes. */
export const changeProperties = (changes: ReturnType<typeof textChanges>) =>
  changes.length > 0 && {
    changeKinds: changes.map(({ kind }) => kind),
    changeDays: changes.map(({ on }) => on),
    changeBases: changes.map(({ basis }) => basis),
    changeBefore: changes.map(({ before }) => before ?? ''),
    changeAfter: changes.map(({ after }) => after ?? ''),
    ...defined({ lastChange: changes.at(-1)?.on }),
  };
