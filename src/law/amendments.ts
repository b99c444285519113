/** The amendments that are known of a provision, and the days from which they changed its text. */
import type { DateBasis } from '../model/date-basis.ts';

/** A document that is known to amend a provision, or something that contains it. */
export interface KnownAmendment {
  /** The page that a note names, or the first page of the document: "89 FR 1436". */
  citation: string;
  publishedOn: string | null;
  /** Null where only the publication is known: the text changed on that day or later. */
  effectiveOn: string | null;
  basis: DateBasis;
  /** The name of the document, and its id; null where the page lies in no document that is known here. */
  rule: { id: string; name: string } | null;
  /** Whether it added the provision, or what contains it: before, there was none. */
  adds: boolean;
}

/** An amendment that a note beside the text names. */
export interface NotedAmendment extends KnownAmendment {
  /** The day of the latest edition whose note names it. */
  citedUntil: string;
  /** The note says that the text does not show it yet. */
  pending: boolean;
}

/** The earliest day on which an amendment can have changed the text: its effective date, or its publication. */
export const earliestOf = ({ effectiveOn, publishedOn }: KnownAmendment): string => effectiveOn ?? publishedOn ?? '';

/** The amendments that the notes of one edition name. */
export interface AmendmentList {
  amendments: readonly NotedAmendment[];
  /**
   * The list is complete from this day to the day of the edition. A section that is revised in full loses its older notes,
   * so the first amendment of the list is where it begins. Null if that amendment's effective date is unknown.
   */
  completeFrom: string | null;
}

/**
 * The list of the edition of a day. An amendment that only a later edition names, or none since, is not on it; nor is one
 * that was published but took effect later.
 */
export function listOf(edition: string, notes: readonly NotedAmendment[]): AmendmentList {
  const isShown = ({ effectiveOn, publishedOn }: NotedAmendment) =>
    effectiveOn === null ? (publishedOn ?? '') < edition : effectiveOn <= edition;
  const amendments = notes
    .filter((one) => !one.pending && one.citedUntil >= edition && isShown(one))
    .sort((a, b) => (earliestOf(a) < earliestOf(b) ? -1 : 1));
  return { amendments, completeFrom: amendments[0]?.effectiveOn ?? null };
}
