/** The amendments that are known of a provision, and the days from which they changed its text. */
import type { DateBasis } from '../model/date-basis.ts';

/** A document of the Federal Register. */
export interface AmendingDocument {
  id: string;
  name: string;
  /** Volume and first page, "89 FR 1192"; null where the page is not known. */
  citation: string | null;
}

/** A document that is known to amend a provision, or something that contains it. */
export interface KnownAmendment {
  /** The page that a note names, or the first page of the document: "89 FR 1436". */
  citation: string;
  publishedOn: string | null;
  /** Null where only the publication is known: the text changed on that day or later. */
  effectiveOn: string | null;
  basis: DateBasis;
  /** The document; null where the page lies in no document that is known here. */
  rule: AmendingDocument | null;
  /** Whether it added the provision, or what contains it: before, there was none. */
  adds: boolean;
}

/** An amendment that a note beside the text names. */
export interface NotedAmendment extends KnownAmendment {
  /** The day of the first edition whose note names it: the text shows it from that day at the latest. */
  citedFrom: string;
  /** The day of the latest edition whose note names it. */
  citedUntil: string;
  /** The note says that the text does not show it yet. */
  pending: boolean;
}

/** An amendment whose effective date is known. */
type DatedAmendment = NotedAmendment & { effectiveOn: string };

/** The earliest day on which an amendment can have changed the text: its effective date, or its publication. */
export const earliestOf = ({ effectiveOn, publishedOn }: KnownAmendment): string => effectiveOn ?? publishedOn ?? '';

/**
 * The latest day on which an amendment can have changed the text: its effective date, or the first edition that shows it. Of an
 * amendment that no note names, only its publication is known.
 */
export const latestOf = ({ effectiveOn, publishedOn, citedFrom }: KnownAmendment & Partial<NotedAmendment>): string =>
  effectiveOn ?? citedFrom ?? publishedOn ?? '';

/** The amendments that the notes of one edition name. */
export interface AmendmentList {
  /** By the earliest day on which each can have changed the text. */
  amendments: readonly NotedAmendment[];
  /** The list names every amendment after this day, up to the day of the edition. Null if the notes name none. */
  completeFrom: string | null;
}

/**
 * The list of the edition of a day. It is complete from its first amendment on, because a section that is revised in full
 * loses its older notes. An amendment that was published but took effect after the edition is not on the list; nor is one
 * that no note of this edition or a later one names.
 */
export function listOf(edition: string, notes: readonly NotedAmendment[]): AmendmentList {
  const isShown = ({ effectiveOn, publishedOn, citedFrom }: NotedAmendment) =>
    effectiveOn === null ? citedFrom <= edition || (publishedOn ?? '') < edition : effectiveOn <= edition;
  const amendments = notes
    .filter((one) => !one.pending && one.citedUntil >= edition && isShown(one))
    .sort((a, b) => (earliestOf(a) < earliestOf(b) ? -1 : 1));
  const [first] = amendments;
  return { amendments, completeFrom: first === undefined ? null : latestOf(first) };
}

/** Whether it is known of every amendment whether it changed the text by this day. */
export const isDecided = (amendments: readonly NotedAmendment[], day: string): boolean =>
  amendments.every((one) => earliestOf(one) > day || latestOf(one) <= day);

/** Whether an amendment can have changed the text after one day and up to another. */
export const canLieWithin = (one: KnownAmendment, after: string, upTo: string): boolean =>
  !one.adds && earliestOf(one) <= upTo && latestOf(one) > after;

/**
 * The amendment with which the text of an edition began: the last one that the edition shows. Null if nothing decides that,
 * or if it lies before the edition before: then the text began on an unknown day between the two editions.
 *
 * @param before the day of the edition before, if there is one
 */
export function amendmentBefore(
  edition: string,
  before: string | undefined,
  notes: readonly NotedAmendment[],
): DatedAmendment | null {
  const { amendments } = listOf(edition, notes);
  const last = amendments.findLast((one): one is DatedAmendment => one.effectiveOn !== null);
  if (last === undefined || last.effectiveOn <= (before ?? '')) return null;
  return amendments.every((one) => latestOf(one) <= last.effectiveOn) ? last : null;
}
