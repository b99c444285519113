/**
 * The text of a provision in time. The graph holds each provision's own text, now and formerly; what a reader wants to see
 * and compare is the text with all that it contains: that is put together here.
 */
import { createHash } from 'node:crypto';

/** What the graph holds of a provision's texts (see `RegulationRecord`). Absent lists are null. */
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
}

/** How a provision, with all that it contains, read during a window of days. */
export interface TextVersion {
  validFrom: string;
  /** Exclusive; null while it reads so. */
  validTo: string | null;
  heading: string | null;
  text: string;
  sha256: string;
  /** Id of the edition that had it first: the latest of those that its pieces were read from. */
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
 * @param rootId its id
 * @param rows it, and everything that it contains
 */
export function versionsOf(rootId: string, rows: readonly TextRow[]): TextVersion[] {
  const pieces = rows.flatMap(piecesOf).sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  const days = [...new Set(pieces.flatMap(({ from, to }) => [from, to]).filter((day) => day !== null))].sort();
  const versions: TextVersion[] = [];
  for (const [i, from] of days.entries()) {
    const there = pieces.filter((piece) => piece.from <= from && (piece.to === null || piece.to > from));
    const root = there.find(({ id }) => id === rootId);
    const before = versions.at(-1);
    if (!root) continue;
    const text = joined(there);
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
        there
          .map(({ sourceId }) => sourceId)
          .sort()
          .at(-1) ?? '',
    });
  }
  return versions.reverse();
}

/** The text that stood on a day; null when the provision was not there, or nobody knows. */
export function textOn(day: string, versions: readonly TextVersion[]): string | null {
  return (
    versions.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo > day))?.text ?? null
  );
}

/** Leads and texts in order; nothing stands before the first. */
function joined(pieces: readonly Piece[]): string {
  let text = '';
  for (const piece of pieces) text += (text === '' ? '' : piece.lead) + piece.text;
  return text;
}

function piecesOf(row: TextRow): Piece[] {
  const { id, order, formerFrom, formerTo, formerText, formerHeading, formerLead, formerSource } = row;
  const common = { id, order: order ?? 0 };
  const former = (formerFrom ?? []).map(
    (from, i): Piece => ({
      ...common,
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
