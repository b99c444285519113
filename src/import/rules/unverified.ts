/** Finds the cells of a row that the file itself marks as unverified. */

/** The names of columns in a note: "last_page;effective", "delays (citation)", "second compliance date". */
const COLUMN_WORDS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\blast_page\b/, ['last_page']],
  [/\bcitation\b(?!\))/, ['citation']],
  [/\bfr_doc\b/, ['fr_doc']],
  [/\bstage\b/, ['stage']],
  [/\bpublished\b/, ['published']],
  [/\beffective_note\b/, ['effective_note']],
  [/\beffective\b/, ['effective']],
  [/\bcompliance\b/, ['compliance']],
  [/\bparts?\b|\bparts_amended\b|\bCFR\b/, ['parts_amended']],
  [/\bfinalizes\b/, ['finalizes']],
  [/\bcorrects\b/, ['corrects']],
  [/\bdelays\b/, ['delays']],
  [/\bwithdraws\b/, ['withdraws']],
];

/**
 * The unverified columns of a row, or "all". A row is verified unless the column `confidence` contains a word other
 * than "seen". `from_memory` names the unverified columns of a verified row. If its words do not name a column, the
 * whole row is unverified.
 */
export function unverifiedCells(confidence: string, fromMemory: string): ReadonlySet<string> | 'all' {
  if (confidence !== '' && confidence !== 'seen') return 'all';
  const columns = new Set<string>();
  for (const note of fromMemory.split(';').map((one) => one.trim())) {
    if (note === '') continue;
    const named = COLUMN_WORDS.filter(([word]) => word.test(note)).flatMap(([, found]) => found);
    if (named.length === 0) return 'all';
    for (const column of named) columns.add(column);
  }
  return columns;
}
