/**
 * The history of a text, from the notes that the eCFR prints with it, such as "[85 FR 100, May 1, 2030, as amended at
 * 89 FR 200, Jan. 9, 2034]" or "Link to an amendment published at 89 FR 200, Jan. 9, 2034."
 */
import { defined } from '../../../model/defined.ts';
import type { HistoryKind } from '../../../model/kinds/regulation.ts';
import { parseDay } from '../read/days.ts';
import type { PrintedNotes } from '../read/part-text.ts';

/** A Federal Register page that a note cites, and how that page changed the text according to the note. */
export interface HistoryEntry {
  kind: HistoryKind;
  /** The citation, such as "89 FR 1436". */
  citation: string;
  lastPage?: number;
  publishedOn: string;
  effectiveOn?: string;
  /** The words as printed, such as "89 FR 1436, Jan. 9, 2024". */
  quote: string;
}

/** The contents of notes, and the passages that cannot be parsed. */
export interface ReadHistory {
  entries: HistoryEntry[];
  /** The unparsed passages as printed. */
  unread: string[];
}

const DAY = String.raw`[A-Z][a-z]+\.?\s*\d{1,2},\s*\d{4}`;
const PAGE = String.raw`\d{1,6}(?:\s?[-–]\s?\d{1,6})?`;
const CITED = new RegExp(
  String.raw`(\d{1,3})\s?(?:FR|F\.\s?R\.|Fed\.\s?Reg\.)\s*(${PAGE}(?:(?:,|,? and)\s${PAGE}\b(?!\s?(?:FR|F\.)))*),?\s(${DAY})`,
  'g',
);
const EFFECTIVE = new RegExp(String.raw`\beff(?:ective|\.)(?:\sdate)?(?:\sof|\son|:)?\s(${DAY})`, 'i');
/** A section can have several notes in brackets. */
const BETWEEN_NOTES = /(?<=\])\s+(?=\[)/;
/** The first volume, of 1936, is volume 1, and each year has one volume. */
const YEAR_BEFORE_FIRST_VOLUME = 1935;

/**
 * Parses the notes on the history of a text: its first publication, its amendments, and amendments that are not yet in
 * effect.
 */
export function historyIn({ source, amendments, effectiveDateNotes = [] }: PrintedNotes): ReadHistory {
  const read = [
    ...[source, ...(amendments?.split(BETWEEN_NOTES) ?? [])].flatMap((note) =>
      note === undefined ? [] : [readNote(note, kindsOf)],
    ),
    ...effectiveDateNotes.map((note) => readNote(note, () => ['PENDING'])),
  ];
  return { entries: read.flatMap(({ entries }) => entries), unread: read.flatMap(({ unread }) => unread) };
}

type KindsOf = (words: string, before: readonly HistoryKind[]) => HistoryKind[];

function readNote(note: string, kinds: KindsOf): ReadHistory {
  const entries: HistoryEntry[] = [];
  const unread: string[] = [];
  const found = [...note.matchAll(CITED)];
  let before: HistoryKind[] = [];
  let end = 0;
  const rest: string[] = [];
  for (const [i, one] of found.entries()) {
    const [quote, volume = '', pages = '', day] = one;
    const words = note.slice(end, one.index);
    rest.push(words);
    end = one.index + quote.length;
    before = kinds(words, before);
    const publishedOn = parseDay(day);
    if (publishedOn === undefined || Number(publishedOn.slice(0, 4)) !== Number(volume) + YEAR_BEFORE_FIRST_VOLUME) {
      unread.push(quote);
      continue;
    }
    const effectiveOn = parseDay(EFFECTIVE.exec(note.slice(end, found[i + 1]?.index))?.[1]);
    for (const { page, lastPage } of pagesIn(pages)) {
      const citation = `${Number(volume)} FR ${page}`;
      entries.push(
        ...before.map((kind) => ({ kind, citation, publishedOn, quote, ...defined({ lastPage, effectiveOn }) })),
      );
    }
  }
  rest.push(note.slice(end));
  if (found.length === 0 || rest.some((words) => /\b\d+\s?(?:FR|F\.\s?R\.|Fed\.)/.test(words))) unread.push(note);
  return { entries, unread };
}

/** What the words before a page say that it did. Without words, it did what the page before did. */
function kindsOf(words: string, before: readonly HistoryKind[]): HistoryKind[] {
  const kinds: HistoryKind[] = [];
  if (/redesignat|renumber|transferred/i.test(words)) kinds.push('REDESIGNATED');
  if (/amend|revis|republish|nomenclature|removed/i.test(words)) kinds.push('AMENDED');
  if (/correct/i.test(words)) kinds.push('CORRECTED');
  if (/\bstay|suspen|postpon|delay|defer/i.test(words)) kinds.push('STAYED');
  if (kinds.length > 0) return kinds;
  if (before.length === 0) return ['PUBLISHED'];
  return /\badded\b/i.test(words) ? ['AMENDED'] : [...before];
}

/** "54477, 54478", "71253-71291" */
function pagesIn(pages: string): { page: number; lastPage?: number }[] {
  return [...pages.matchAll(/(\d+)(?:\s?[-–]\s?(\d+))?/g)].map(([, page, last]) => ({
    page: Number(page),
    ...(last !== undefined && Number(last) > Number(page) && { lastPage: Number(last) }),
  }));
}
