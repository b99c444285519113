/** Which cells of a row its own file calls unverified. */

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
 * The columns of a row that are unverified, or "all". A row is verified unless the column `confidence` has another word than
 * "seen". `from_memory` names the columns of a verified row that are not; words that name no column make the whole row
 * doubtful.
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
