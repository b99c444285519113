/**
 * The text of a provision over time. The graph stores each provision's own text, current and former. Readers need the
 * text together with all the provisions within it, which this module joins.
 */
import { createHash } from 'node:crypto';

/** The stored texts of a provision: see `RegulationRecord`. Absent lists are null. */
export interface TextRow {
  id: string;
  order: number | null;
  text: string | null;
  heading: string | null;
  lead: string | null;
  validFrom: string | null;
  textSource: string | null;
  formerFrom: readonly string[] | null;
  formerTo: readonly string[] | null;
  formerText: readonly string[] | null;
  formerHeading: readonly string[] | null;
  formerLead: readonly string[] | null;
  formerSource: readonly string[] | null;
  formerOrder: readonly number[] | null;
}

/** A row of `cypher/regulation/texts.cypher`: the texts of a provision and of all the provisions within it. */
export interface TextsRow {
  id: string;
  asOf: string | null;
  rows: TextRow[];
}

/** The text of a provision during a period, including all the provisions within it. */
export interface TextVersion {
  validFrom: string;
  /** Exclusive; null for the current text. */
  validTo: string | null;
  heading: string | null;
  text: string;
  sha256: string;
  /** The id of the first edition with this text: the latest edition of its pieces. */
  sourceId: string;
}

interface Piece {
  id: string;
  order: number;
  from: string;
  to: string | null;
  heading: string | null;
  text: string;
  lead: string;
  sourceId: string;
}

/**
 * The versions of a provision, newest first.
 *
 * @param rootId the id of the provision
 * @param rows the texts of the provision and of all the provisions within it
 */
export function versionsOf(rootId: string, rows: readonly TextRow[]): TextVersion[] {
  const pieces = rows.flatMap(piecesOf).sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  const days = [...new Set(pieces.flatMap(({ from, to }) => [from, to]).filter((day) => day !== null))].sort();
  const versions: TextVersion[] = [];
  for (const [i, from] of days.entries()) {
    const current = pieces.filter((piece) => piece.from <= from && (piece.to === null || piece.to > from));
    const root = current.find(({ id }) => id === rootId);
    const before = versions.at(-1);
    if (!root) continue;
    const text = joined(current);
    const to = days[i + 1] ?? null;
    if (before && before.validTo === from && before.text === text && before.heading === root.heading) {
      before.validTo = to;
      continue;
    }
    versions.push({
      validFrom: from,
      validTo: to,
      heading: root.heading,
      text,
      sha256: createHash('sha256').update(text).digest('hex'),
      sourceId:
        current
          .map(({ sourceId }) => sourceId)
          .sort()
          .at(-1) ?? '',
    });
  }
  return versions.reverse();
}

/** The date of an edition. The id of its source ends with this date, as in "Source:ecfr-45-171-2026-09-17". */
export const editionDay = (sourceId: string): string => sourceId.slice(-'2026-09-17'.length);

/** Whether a version is current on a day. */
export const isCurrentOn =
  (day: string) =>
  ({ validFrom, validTo }: Pick<TextVersion, 'validFrom' | 'validTo'>): boolean =>
    validFrom <= day && (validTo === null || validTo > day);

/** The text on a day. Null if the provision did not exist or its text is unknown. */
export function textOn(day: string, versions: readonly TextVersion[]): string | null {
  return versions.find(isCurrentOn(day))?.text ?? null;
}

/** Joins leads and texts in order, without the first lead. */
function joined(pieces: readonly Piece[]): string {
  let text = '';
  for (const piece of pieces) text += (text === '' ? '' : piece.lead) + piece.text;
  return text;
}

function piecesOf(row: TextRow): Piece[] {
  const { id, order, formerFrom, formerTo, formerText, formerHeading, formerLead, formerSource, formerOrder } = row;
  const common = { id, order: order ?? 0 };
  const former = (formerFrom ?? []).map(
    (from, i): Piece => ({
      ...common,
      order: formerOrder?.[i] ?? common.order,
      from,
      to: formerTo?.[i] ?? null,
      heading: formerHeading?.[i] || null,
      text: formerText?.[i] ?? '',
      lead: formerLead?.[i] ?? '\n',
      sourceId: formerSource?.[i] ?? '',
    }),
  );
  if (row.validFrom === null || row.textSource === null) return former;
  const { validFrom: from, heading, text, lead, textSource: sourceId } = row;
  return [...former, { ...common, from, to: null, heading, text: text ?? '', lead: lead ?? '\n', sourceId }];
}
