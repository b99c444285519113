/** The text of a part, a subpart, or a subject group over time, based on the texts of its sections and appendices. */
import { createHash } from 'node:crypto';
import type { Certainty } from '../model/certainty.ts';
import type { DateBasis } from '../model/date-basis.ts';
import { isCurrentOn, type TextsRow, type TextVersion, versionsOf } from './versions.ts';

/** A section or appendix of a division: a value of `cypher/regulation/unit-texts.cypher`. */
export interface UnitTexts {
  texts: TextsRow;
  /**
   * The periods of the relations that lead up to the division. The unit was inside the division while all of them were
   * in force.
   */
  insideFrom: readonly string[];
  insideTo: readonly string[];
  /** The days of the editions that contain the unit. */
  observedOn: readonly string[];
  /** The changes that an import found in the unit over time: see `RegulationRecord`. */
  changeDays: readonly string[];
  changeBases: readonly DateBasis[];
  coverageFrom: readonly string[];
  coverages: readonly Certainty[];
}

/** The maximum number of sections whose texts are joined. */
export const MOST_UNITS = 1_000;

/** A section with its versions, within the days on which it lay in the division. */
interface Inside {
  unit: UnitTexts;
  versions: readonly TextVersion[];
}

/**
 * The versions of a division, newest first. In the text of a version, the text of each section is on separate lines.
 */
export function divisionVersions(own: TextsRow, units: readonly UnitTexts[]): TextVersion[] {
  const headings = versionsOf(own.id, own.rows);
  const inside = units.map((unit): Inside => ({ unit, versions: versionsInside(unit) }));
  const all = [...headings, ...inside.flatMap(({ versions }) => versions)];
  const days = [
    ...new Set(all.flatMap(({ validFrom, validTo }) => [validFrom, ...(validTo === null ? [] : [validTo])])),
  ];
  days.sort();
  const found: TextVersion[] = [];
  for (const [i, day] of days.entries()) {
    const current = inside.flatMap(({ versions }) => versions.find(isCurrentOn(day)) ?? []);
    const heading = headings.find(isCurrentOn(day));
    if (heading === undefined) continue;
    const text = current.map((one) => one.text).join('\n');
    const before = found.at(-1);
    const to = days[i + 1] ?? null;
    if (before?.validTo === day && before.text === text && before.heading === heading.heading) {
      before.validTo = to;
      continue;
    }
    const sources = [heading, ...current].map(({ sourceId }) => sourceId).sort();
    found.push({
      ...{ validFrom: day, validTo: to, heading: heading.heading, text },
      sha256: createHash('sha256').update(text).digest('hex'),
      sourceId: sources.at(-1) ?? '',
    });
  }
  return found.reverse();
}

/** The end of a window without an end, as Cypher writes it. */
const OPEN = '9999';

/** The versions of a section, cut to the days on which it lay in the division. */
function versionsInside({ texts, insideFrom, insideTo }: UnitTexts): TextVersion[] {
  return versionsOf(texts.id, texts.rows).flatMap((version) => {
    const validFrom = [version.validFrom, ...insideFrom].sort().at(-1) ?? version.validFrom;
    const [end = OPEN] = [version.validTo ?? OPEN, ...insideTo].sort();
    return validFrom >= end ? [] : [{ ...version, validFrom, validTo: end === OPEN ? null : end }];
  });
}

/**
 * The basis of the day on which a division's text changed. If several sections changed on that day, the most certain
 * basis is used.
 */
export function basisOfDay(day: string, units: readonly UnitTexts[]): DateBasis {
  const bases = units.flatMap(({ changeDays, changeBases }) => changeBases.filter((_, i) => changeDays[i] === day));
  return bases.find((basis) => basis !== 'FIRST_SEEN') ?? 'FIRST_SEEN';
}

const BY_SURENESS: readonly Certainty[] = ['OBSERVED', 'DERIVED', 'PRESUMED', 'UNCERTAIN', 'UNKNOWN'];

/**
 * How certain the text of a division is on a day. It is as certain as its least certain section. If only some sections
 * are unknown, it is uncertain.
 */
export function certaintyOfDay(day: string, units: readonly UnitTexts[]): Certainty {
  const each = units.map(
    ({ coverageFrom, coverages }) => coverages[coverageFrom.filter((from) => from <= day).length - 1] ?? 'UNKNOWN',
  );
  const weakest = BY_SURENESS.findLast((certainty) => each.includes(certainty)) ?? 'UNKNOWN';
  return weakest === 'UNKNOWN' && each.some((certainty) => certainty !== 'UNKNOWN') ? 'UNCERTAIN' : weakest;
}

const isKnown = (certainty: Certainty): boolean => certainty !== 'UNCERTAIN' && certainty !== 'UNKNOWN';

/**
 * The first and the last edition that show a version of the division in full. None if no edition contains all of its
 * sections.
 */
export function observedInFull(
  { validFrom, validTo }: TextVersion,
  editions: readonly string[],
  units: readonly UnitTexts[],
): [] | [string, string] {
  const current = units.filter((unit) => versionsInside(unit).some(isCurrentOn(validFrom)));
  const days = editions.filter(
    (day) =>
      validFrom <= day &&
      (validTo === null || day < validTo) &&
      current.every(({ observedOn }) => observedOn.includes(day)) &&
      isKnown(certaintyOfDay(day, units)),
  );
  const [first] = days;
  return first === undefined ? [] : [first, days.at(-1) ?? first];
}
