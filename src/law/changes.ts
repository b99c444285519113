/** The changes in the text of a provision, their dates, and the known texts before and after them. */
import type { DateBasis } from '../model/date-basis.ts';
import { dayBefore } from '../model/day.ts';
import { groupBy } from '../model/group.ts';
import type { TextChangeKind } from '../model/kinds/regulation.ts';
import { earliestOf, type KnownAmendment, latestOf, listOf } from './amendments.ts';
import { coverageOf, type ProvisionVersions } from './in-time.ts';
import { isCurrentOn, type TextVersion } from './versions.ts';

/** One change in a text. */
export interface TextChange {
  kind: TextChangeKind;
  /**
   * The effective date of an amendment, or else its publication date, or else the first edition that shows the change.
   */
  on: string;
  /** The basis of the date in `on`. */
  basis: DateBasis;
  /** The days on which to read the text before and after. Null if the text is unknown or did not exist. */
  before: string | null;
  after: string | null;
}

/** What is known of a text on a day: a version of it, that there was none, or nothing. */
type Known = TextVersion | 'NONE' | null;

/**
 * The changes of a provision, oldest first. There is one change for each day of an amendment that its notes or a rule
 * state, and one for each edition that differs from the previous edition although no amendment between them is known.
 *
 * @param own the rules that are known to amend this provision itself, and not only an enclosing division
 */
export function textChanges(place: ProvisionVersions, own: readonly KnownAmendment[]): TextChange[] {
  const noted = place.notes.filter(({ pending, effectiveOn }) => !pending || effectiveOn !== null);
  const stated = [...noted, ...own].filter((one) => earliestOf(one) !== '');
  const byDay = groupBy(stated, earliestOf);
  const amended = [...byDay].flatMap(([on, amendments]) => {
    const [before, after] = knownAround(place, on, amendments);
    const [one] = amendments.filter(({ effectiveOn }) => effectiveOn === null).concat(amendments);
    const basis = one?.basis ?? 'UNKNOWN';
    return changesBetween(before, after).map((change) => ({ ...change, on, basis }));
  });
  const shown = place.versions.flatMap(({ validFrom: on }) => {
    const previous = place.observedOn.filter((day) => day < on).at(-1);
    if (previous === undefined || [...byDay.keys()].some((day) => day > previous && day <= on)) return [];
    const changes = changesBetween(known(place, previous), known(place, on));
    return changes.map((change) => ({ ...change, on, basis: 'FIRST_SEEN' as const }));
  });
  return [...amended, ...shown].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

interface Side {
  day: string;
  text: Known;
}

/**
 * The texts on both sides of the amendments of a day. If their effect is dated, these are the texts of the day before and of
 * the day, as far as they are known. Otherwise the list of the edition that first shows the amendments helps: its text follows
 * its last amendment, and the text of the edition before precedes the first amendment between the two.
 */
function knownAround(place: ProvisionVersions, on: string, own: readonly KnownAmendment[]): [Side, Side] {
  const sides: [Side, Side] = [known(place, dayBefore(on)), known(place, on)];
  const done = own.map(latestOf).sort().at(-1) ?? on;
  const isDated = done === on;
  if (isDated && sides.every(({ text }) => text !== null)) return sides;
  const next = place.observedOn.find((day) => day >= done);
  if (next === undefined) return isDated ? sides : NOTHING_KNOWN;
  const { amendments, completeFrom } = listOf(next, place.notes);
  const others = amendments.filter((one) => earliestOf(one) !== on);
  const isLast = amendments.length > others.length && others.every((one) => latestOf(one) <= on);
  const previous = place.observedOn.filter((day) => day < on).at(-1);
  const isFirst =
    previous !== undefined &&
    completeFrom !== null &&
    completeFrom <= previous &&
    others.every((one) => earliestOf(one) > done || latestOf(one) <= previous);
  const [before, after] = isDated ? sides : NOTHING_KNOWN;
  return [
    before.text === null && isFirst ? known(place, previous) : before,
    after.text === null && isLast ? known(place, next) : after,
  ];
}

const NOTHING_KNOWN: [Side, Side] = [
  { day: '', text: null },
  { day: '', text: null },
];

function known(place: ProvisionVersions, day: string): Side {
  const { certainty, inForce } = coverageOf(place, day);
  if (certainty === 'UNKNOWN' || certainty === 'UNCERTAIN') return { day, text: null };
  if (inForce === false) return { day, text: 'NONE' };
  return { day, text: place.versions.find(isCurrentOn(day)) ?? null };
}

/** What the two texts tell: added, removed, another text, another heading. Where one of them is unknown, the text changed. */
function changesBetween(before: Side, after: Side): Pick<TextChange, 'kind' | 'before' | 'after'>[] {
  const days = { before: dayOf(before), after: dayOf(after) };
  return kindsBetween(before.text, after.text).map((kind) => ({ kind, ...days }));
}

const dayOf = ({ day, text }: Side): string | null => (text === null || text === 'NONE' ? null : day);

function kindsBetween(before: Known, after: Known): TextChangeKind[] {
  if (before === 'NONE') return after === 'NONE' ? [] : ['ADDED'];
  if (after === 'NONE') return ['REMOVED'];
  if (before === null || after === null) return ['TEXT'];
  if (isReserved(after) && !isReserved(before)) return ['REMOVED'];
  const isSameText = before.text === after.text;
  const isSameHeading = before.heading === after.heading;
  return [...(isSameText && !isSameHeading ? [] : ['TEXT' as const]), ...(isSameHeading ? [] : ['HEADING' as const])];
}

/** A citation without words: the Code prints "[Reserved]" for it. */
const isReserved = ({ heading, text }: TextVersion): boolean =>
  text.trim() === '' && /\[reserved\]/i.test(heading ?? '');
