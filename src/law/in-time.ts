/** The data about a provision over time in the graph, in the form that the coverage rules need. */
import type { DateBasis } from '../model/date-basis.ts';
import { amendmentBefore, canLieWithin, listOf } from './amendments.ts';
import { coverageOn, type DatedCoverage, type ProvisionInTime } from './coverage.ts';
import { addsProvision, type NotedProvision, notedAmendments, ruleAmendment } from './noted.ts';
import { editionDay, isCurrentOn, type TextsRow, type TextVersion, versionsOf } from './versions.ts';

/** A row of `cypher/regulation/in-time.cypher`, without its sources. */
export interface InTimeRow extends Omit<NotedProvision, 'id'> {
  texts: TextsRow;
  observedOn: string[];
}

/** A provision over time with the versions of its text. */
export interface ProvisionVersions extends ProvisionInTime {
  /** Whether the provision is a section, an appendix, or a division, as opposed to a paragraph. */
  isUnit: boolean;
  /** Newest first. */
  versions: readonly TextVersion[];
}

/** Combines the data about a provision in a row. */
export function provisionInTime(row: InTimeRow): ProvisionVersions {
  const { unitId, observedOn, rules } = row;
  const { id, rows } = row.texts;
  const versions = versionsOf(id, rows);
  const notes = notedAmendments({ ...row, id });
  const inNotes = new Set(notes.map(({ rule }) => rule?.id));
  return {
    versions,
    observedOn,
    isUnit: id === unitId,
    shownOn: (edition) => keyOf(versions.find(isCurrentOn(edition))),
    notes,
    removedOn: row.days?.isRemoved ? (row.days.on.at(-1) ?? null) : null,
    rules: rules
      .filter((one) => addsProvision(one, id) || !inNotes.has(one.rule.id))
      .map((one) => ruleAmendment(one, id)),
  };
}

const keyOf = (version: TextVersion | undefined): string | null =>
  version === undefined ? null : `${version.heading ?? ''}\n${version.sha256}`;

/**
 * How certain the text for a day is. Its periods come from the same amendments, but the paragraphs of a section can
 * change on several days. The text between two such days is not in any edition, so it is uncertain.
 */
export function coverageOf(place: ProvisionVersions, day: string): DatedCoverage {
  const decided = coverageOn(day, place);
  const returned = place.versions.find(isCurrentOn(day));
  const isReturned = decided.edition !== null && place.shownOn(decided.edition) === keyOf(returned);
  if (isReturned || returned === undefined) return decided;
  return { ...decided, certainty: 'UNCERTAIN', edition: editionDay(returned.sourceId) };
}

/** The dates of the first and the last edition that show the same text as a given edition. */
export function observedWith(place: ProvisionVersions, edition: string): [string, string] {
  const shown = place.shownOn(edition);
  const days = place.observedOn.filter((day) => place.shownOn(day) === shown);
  return [days[0] ?? edition, days.at(-1) ?? edition];
}

/**
 * The first and the last edition that show a version. None for a text between two editions if amendments show that some
 * paragraphs had already changed and others had not.
 */
export function observedIn(place: ProvisionVersions, version: TextVersion): [] | [string, string] {
  const days = place.observedOn.filter((day) => isCurrentOn(day)(version));
  const [first] = days;
  return first === undefined ? [] : [first, days.at(-1) ?? first];
}

/** The day on which a version began, and the basis of that day: see `startOf`. */
export function startOfVersion(place: ProvisionVersions, version: TextVersion): [string, DateBasis] {
  const [seen] = observedIn(place, version);
  return seen === undefined ? [version.validFrom, basisOn(place, version.validFrom)] : startOf(place, seen);
}

/**
 * The day on which a version ended (exclusive), and the basis of that day. Both are null while the version is current.
 *
 * @param newer the next version, if there is one
 */
export function endOfVersion(
  place: ProvisionVersions,
  { validTo }: TextVersion,
  newer: TextVersion | undefined,
): [string, DateBasis] | [null, null] {
  if (validTo === null) return [null, null];
  return newer?.validFrom === validTo ? startOfVersion(place, newer) : [validTo, basisOn(place, validTo)];
}

/** On what the boundary of a window rests: an amendment of that day, or the edition of that day. */
const basisOn = ({ notes }: ProvisionVersions, day: string): DateBasis =>
  notes.find(({ effectiveOn }) => effectiveOn === day)?.basis ?? 'FIRST_SEEN';

/**
 * The day on which a text began, and the basis of that day. The current text of a section begins with the last
 * amendment before the edition that first shows the text. A paragraph can be older than an amendment of its section, so
 * its text begins with an amendment only if that is the only amendment since an edition that shows a different text.
 *
 * @param seen the first edition that shows the text
 */
export function startOf(
  { observedOn, notes, isUnit }: Pick<ProvisionVersions, 'observedOn' | 'notes' | 'isUnit'>,
  seen: string,
): [string, DateBasis] {
  const before = observedOn.filter((day) => day < seen).at(-1);
  const last = amendmentBefore(seen, before, notes);
  const isSure = isUnit || (before !== undefined && amendmentsBetween(before, seen, notes).length === 1);
  return last !== null && isSure ? [last.effectiveOn, last.basis] : [seen, 'FIRST_SEEN'];
}

/** What the list of a later edition has that can have changed the text since an earlier one. */
const amendmentsBetween = (before: string, seen: string, notes: ProvisionVersions['notes']) =>
  listOf(seen, notes).amendments.filter((one) => canLieWithin(one, before, seen));
