/** The known amendments of a provision, and the days on which they changed its text. */
import type { DateBasis } from '../model/date-basis.ts';

/** A document of the Federal Register. */
export interface AmendingDocument {
  id: string;
  name: string;
  /** The volume and first page, such as "89 FR 1192". Null if the page is not known. */
  citation: string | null;
}

/** A document that is known to amend a provision or an enclosing division. */
export interface KnownAmendment {
  /** The page that a note names, or the first page of the document, such as "89 FR 1436". */
  citation: string;
  publishedOn: string | null;
  /** Null if only the publication date is known. The text then changed on that day or later. */
  effectiveOn: string | null;
  basis: DateBasis;
  /** The document. Null if no known document contains the page. */
  rule: AmendingDocument | null;
  /** Whether the amendment added the provision or an enclosing division. If so, the provision did not exist before. */
  adds: boolean;
}

/** An amendment that a note printed with the text names. */
export interface NotedAmendment extends KnownAmendment {
  /** The day of the first edition whose note names it. The text shows the amendment no later than on that day. */
  citedFrom: string;
  /** The day of the latest edition whose note names it. */
  citedUntil: string;
  /** Whether the note states that the text does not show the amendment yet. */
  pending: boolean;
}

/** An amendment whose effective date is known. */
type DatedAmendment = NotedAmendment & { effectiveOn: string };

/** The earliest day on which an amendment might have changed the text: its effective date or its publication date. */
export const earliestOf = ({ effectiveOn, publishedOn }: KnownAmendment): string => effectiveOn ?? publishedOn ?? '';

/**
 * The latest day on which an amendment might have changed the text: its effective date, or the first edition that shows
 * it. If no note names the amendment, only its publication date is known.
 */
export const latestOf = ({ effectiveOn, publishedOn, citedFrom }: KnownAmendment & Partial<NotedAmendment>): string =>
  effectiveOn ?? citedFrom ?? publishedOn ?? '';

/** The amendments that the notes of one edition name. */
export interface AmendmentList {
  /** Ordered by the earliest day on which each amendment might have changed the text. */
  amendments: readonly NotedAmendment[];
  /**
   * The list names every amendment after this day, up to the day of the edition. Null if the notes do not name any
   * amendment.
   */
  completeFrom: string | null;
}

/**
 * The list of amendments in the edition of a day. The list is complete from its first amendment on, because a section
 * that is revised in full loses its older notes. The list does not contain amendments that were published but took
 * effect after the edition. It also does not contain amendments that are not named in any note of this edition or a
 * later one.
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

/** Whether it is known for every amendment if it had changed the text by this day. */
export const isDecided = (amendments: readonly NotedAmendment[], day: string): boolean =>
  amendments.every((one) => earliestOf(one) > day || latestOf(one) <= day);

/** Whether an amendment might have changed the text after one day and up to another. */
export const canLieWithin = (one: KnownAmendment, after: string, upTo: string): boolean =>
  !one.adds && earliestOf(one) <= upTo && latestOf(one) > after;

/**
 * The amendment with which the text of an edition began: the last one that the edition shows. Null if no amendment
 * determines the beginning, or if the last one is older than the previous edition. In both cases, the text began on an
 * unknown day between the two editions.
 *
 * @param before the day of the previous edition, if there is one
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
