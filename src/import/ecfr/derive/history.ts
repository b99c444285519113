import type { NotedPages } from '../../../law/noted.ts';
import { formatCitation } from '../../../model/citation.ts';
import { volumeAndPage } from '../../../model/citations/register.ts';
import { statutesIn } from '../../../model/citations/statutes.ts';
import type { HistoryKind } from '../../../model/kinds/regulation.ts';
import { type HistoryEntry, historyIn } from '../analyze/history.ts';
import type { FlatProvision } from '../provisions/flatten.ts';
import type { PrintedNotes } from '../read/part-text.ts';

/** The notes of a provision in one edition. */
export interface NotedEdition {
  /** The day of the edition. */
  asOf: string;
  printed: PrintedNotes;
  sourceId: string;
}

/** The lists of a history, as stored in `RegulationRecord`. */
export interface History extends NotedPages {
  historyKinds: HistoryKind[];
  historyCitations: string[];
  historyLastPages: number[];
  historyPublished: string[];
  historyEffective: string[];
  historyQuotes: string[];
  historyCitedFrom: string[];
  historySources: string[];
}

/**
 * The history of a provision: every page that the notes of its editions cite. A page with a future amendment is kept as
 * PENDING only while the latest edition lists it. Null if no note cites a page.
 *
 * @param editions the notes of each edition, oldest first
 */
export function historyOf(editions: readonly NotedEdition[]): History | null {
  const last = editions.at(-1)?.sourceId;
  const all = new Map<string, HistoryEntry & { sourceId: string; citedFrom: string }>();
  for (const { asOf, printed, sourceId } of editions) {
    for (const entry of historyIn(printed).entries) {
      if (entry.kind === 'PENDING' && sourceId !== last) continue;
      const key = `${entry.kind} ${entry.citation}`;
      all.set(key, { ...entry, sourceId, citedFrom: all.get(key)?.citedFrom ?? asOf });
    }
  }
  if (all.size === 0) return null;
  const history = [...all.values()].sort(byPublication);
  return {
    historyKinds: history.map(({ kind }) => kind),
    historyCitations: history.map(({ citation }) => citation),
    historyLastPages: history.map(({ lastPage }) => lastPage ?? 0),
    historyPublished: history.map(({ publishedOn }) => publishedOn),
    historyEffective: history.map(({ effectiveOn }) => effectiveOn ?? ''),
    historyQuotes: history.map(({ quote }) => quote),
    historyCitedFrom: history.map(({ citedFrom }) => citedFrom),
    historySources: history.map(({ sourceId }) => sourceId),
  };
}

const byPublication = (a: HistoryEntry, b: HistoryEntry) =>
  a.publishedOn === b.publishedOn ? pageOf(a) - pageOf(b) : a.publishedOn < b.publishedOn ? -1 : 1;
const pageOf = ({ citation }: HistoryEntry) => volumeAndPage(citation).page;

/**
 * The notes, or passages of notes, that are stored only as text because they cannot be parsed: one sentence for each.
 */
export const unreadNotesIn = (provisions: readonly FlatProvision[]): string[] =>
  provisions.flatMap((provision) => {
    const { authority } = provision;
    const notes = [
      ...historyIn(provision).unread,
      ...(authority !== undefined && statutesIn(authority).length === 0 ? [authority] : []),
    ];
    return notes.map(
      (note) =>
        `A note in ${formatCitation(provision.citation)} is imported as text only, because it does not contain a valid citation: ${note}`,
    );
  });
