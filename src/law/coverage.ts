/**
 * Determines how certain a dated answer is. Editions show how a text read on single days; amendments show when it
 * changed. An edition is used as the law of another day only if both agree.
 */
import type { Certainty } from '../model/certainty.ts';
import { volumeAndPage } from '../model/citations/register.ts';
import {
  type AmendmentList,
  canLieWithin,
  earliestOf,
  isDecided,
  type KnownAmendment,
  listOf,
  type NotedAmendment,
} from './amendments.ts';

/** The known data about a provision over time. */
export interface ProvisionInTime {
  /** The days of the editions that contain its section, in order. */
  observedOn: readonly string[];
  /**
   * A key for the text in the edition of a day. Equal texts have equal keys. Null if the edition contains the section
   * but not the provision.
   */
  shownOn(edition: string): string | null;
  /**
   * The amendments that the notes of the section name. If the section has no notes, those of the enclosing division.
   */
  notes: readonly NotedAmendment[];
  /** The day on which the provision was removed, if a list of versions states it. */
  removedOn?: string | null;
  /** Other documents that amend the section or an enclosing division. */
  rules: readonly KnownAmendment[];
}

/** How certain the answer for a day is, and which edition contains the text. */
export interface DatedCoverage {
  certainty: Certainty;
  /** Null if it cannot be known. */
  inForce: boolean | null;
  /** The date of the edition that contains the text. Null if there is none. */
  edition: string | null;
  /** Amendments that are in force on that day but are not included in the text. */
  outstanding: readonly KnownAmendment[];
  /** The explanation for users, in one sentence. */
  reason: string;
}

/** How certain the text of a provision is on a day. */
export function coverageOn(day: string, place: ProvisionInTime): DatedCoverage {
  const { observedOn, notes, rules } = place;
  const before = observedOn.filter((edition) => edition <= day).at(-1);
  const after = observedOn.find((edition) => edition > day);
  const answer = (certainty: Certainty, edition: string | null, reason: string, more: Partial<DatedCoverage> = {}) => ({
    certainty,
    edition,
    reason,
    inForce: edition === null ? null : place.shownOn(edition) !== null,
    outstanding: [],
    ...more,
  });

  const added = [...notes, ...rules]
    .filter(({ adds }) => adds)
    .sort((a, b) => (earliestOf(a) < earliestOf(b) ? 1 : -1))[0];
  if (added?.effectiveOn != null && added.effectiveOn > day) {
    const published =
      before === undefined ? '' : ` As of ${day}, the provision had been published but was not yet in force.`;
    return answer(
      'DERIVED',
      before ?? null,
      `${named(added)} added this provision, effective ${added.effectiveOn}.${published}`,
      {
        inForce: false,
      },
    );
  }
  const { removedOn = null } = place;
  if (removedOn !== null && removedOn <= day && (before ?? '') < removedOn) {
    return answer('DERIVED', before ?? null, `This provision was removed from the eCFR on ${removedOn}.`, {
      inForce: false,
    });
  }
  if (before === day) return answer('OBSERVED', day, `An imported edition shows the text as of ${day}.`);
  if (before === undefined && after === undefined) {
    return answer('UNKNOWN', null, 'No imported edition contains this provision.');
  }
  if (after === undefined) return latest(day, before ?? '', place, answer);
  return between(day, before, after, place, answer);
}

type Answer = (
  certainty: Certainty,
  edition: string | null,
  reason: string,
  more?: Partial<DatedCoverage>,
) => DatedCoverage;

/** A day after the latest edition. */
function latest(day: string, before: string, { notes, rules }: ProvisionInTime, answer: Answer): DatedCoverage {
  const later = [
    ...rules.filter((rule) => canLieWithin(rule, before, day)),
    // A note names what is to come after the edition, whenever it was published.
    ...notes.filter(({ pending, effectiveOn }) => pending && (effectiveOn === null || effectiveOn <= day)),
    // Only a list of versions names what took effect after the edition.
    ...notes.filter((one) => !one.pending && one.citedFrom > before && canLieWithin(one, before, day)),
  ];
  if (later.length === 0) {
    return answer(
      'PRESUMED',
      before,
      `The latest imported edition is dated ${before}, and no later amendment is known.`,
    );
  }
  return answer(
    'UNCERTAIN',
    before,
    `The latest imported edition is dated ${before}. Since then, ${listed(later)} may have changed the text.`,
    {
      outstanding: later.filter(({ effectiveOn }) => effectiveOn !== null),
    },
  );
}

/** A day before an edition, and after another one if `before` is given. */
function between(
  day: string,
  before: string | undefined,
  after: string,
  { notes, rules, shownOn }: ProvisionInTime,
  answer: Answer,
): DatedCoverage {
  const list = listOf(after, notes);
  const later = list.amendments.filter((one) => earliestOf(one) > day);
  const known = [...list.amendments, ...rules.filter((rule) => !isTold(rule, list, after))];
  const isSame = before !== undefined && shownOn(before) === shownOn(after);
  // A text that changed between two editions although no amendment did so: then the list cannot be trusted.
  const isContradicted =
    before !== undefined && !isSame && !list.amendments.some((one) => canLieWithin(one, before, after));
  const isComplete = (from: string) =>
    list.completeFrom !== null && list.completeFrom <= from && !isContradicted && isDecided(list.amendments, day);

  if (isSame && !known.some((one) => canLieWithin(one, before, after))) {
    return answer(
      'OBSERVED',
      before,
      `The editions of ${before} and ${after} have the same text, and no amendment between them is known.`,
    );
  }
  if (isComplete(day) && later.length === 0) {
    const last = list.amendments.at(-1);
    return answer(
      'DERIVED',
      after,
      `The edition of ${after} lists no amendment after ${last ? `${named(last)}, effective ${last.effectiveOn}` : day}.`,
    );
  }
  if (before !== undefined && isComplete(before) && !list.amendments.some((one) => canLieWithin(one, before, day))) {
    return answer('DERIVED', before, `The edition of ${after} lists no amendment between ${before} and ${day}.`);
  }
  if (before === undefined) {
    const began = isComplete(day);
    return answer(
      began ? 'UNCERTAIN' : 'UNKNOWN',
      null,
      `The first imported edition is dated ${after} and does not show the text as of ${day}.`,
      {
        inForce: began ? true : null,
      },
    );
  }
  const amending = known.filter((one) => canLieWithin(one, before, after));
  const why = isSame ? 'have the same text' : 'differ';
  const but = isSame ? 'but' : 'and';
  const who = amending.length > 0 ? `, ${but} ${listed(amending)} may have changed the text between those dates` : '';
  return answer('UNCERTAIN', before, `The editions of ${before} and ${after} ${why}${who}.`, {
    outstanding: amending.filter(({ effectiveOn }) => effectiveOn !== null && effectiveOn <= day),
  });
}

/**
 * Whether the list of an edition tells all about a document: it names a page of it, or it is complete for the time in
 * which the document took effect.
 */
function isTold(
  { rule, effectiveOn }: KnownAmendment,
  { amendments, completeFrom }: AmendmentList,
  edition: string,
): boolean {
  if (amendments.some((one) => one.rule !== null && one.rule.id === rule?.id)) return true;
  return completeFrom !== null && effectiveOn !== null && effectiveOn >= completeFrom && effectiveOn <= edition;
}

/** "89 FR 1192, 1436 (HTI-1 Final Rule)": the document, and the page that the note names. */
function named({ rule, citation }: KnownAmendment): string {
  if (rule === null) return citation;
  if (rule.citation === null || rule.citation === citation) return `${citation} (${rule.name})`;
  return `${rule.citation}, ${volumeAndPage(citation).page} (${rule.name})`;
}

const NAMED_AT_MOST = 3;
const IN_LIST = new Intl.ListFormat('en-US');

function listed(amendments: readonly KnownAmendment[]): string {
  const names = amendments.slice(0, NAMED_AT_MOST).map(named);
  const more = amendments.length - names.length;
  return IN_LIST.format([...names, ...(more > 0 ? [`${more} more ${more === 1 ? 'document' : 'documents'}`] : [])]);
}
