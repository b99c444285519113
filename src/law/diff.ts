import { diffArrays, diffWordsWithSpace } from 'diff';

/** A sequence of words that two texts share, or that only one of them contains. */
export interface WordRun {
  op: 'EQUAL' | 'INSERT' | 'DELETE';
  text: string;
}

/**
 * The most words, and the most lines, by which two texts may differ before they are compared in a coarser way. The time of
 * the comparison grows with the square of this number: 500 take about 30 ms, in which nothing else can run.
 */
const MOST_EDITS = 500;
/** The squares of the numbers of words by which the passages between equal lines may differ, in all. */
const MOST_SQUARES = 1_000_000;

/**
 * Compares two texts word by word. The EQUAL and DELETE chunks together form the old text. The EQUAL and INSERT chunks
 * together form the new text. Texts that differ a lot are compared line by line first, and then word by word between the
 * lines that they share. Passages that differ a lot even then are deleted and inserted as a whole.
 */
export function diffWords(before: string, after: string): WordRun[] {
  return wordRuns(before, after, MOST_EDITS) ?? joined(lineRuns(before, after));
}

/** Undefined if the texts differ in more words. */
function wordRuns(before: string, after: string, maxEditLength: number): WordRun[] | undefined {
  return diffWordsWithSpace(before, after, { maxEditLength })?.map(({ value, added, removed }) => ({
    op: added ? 'INSERT' : removed ? 'DELETE' : 'EQUAL',
    text: value,
  }));
}

function lineRuns(before: string, after: string): WordRun[] {
  const parts = diffArrays(linesOf(before), linesOf(after), { maxEditLength: MOST_EDITS });
  if (parts === undefined) return replaced(before, after);
  const runs: WordRun[] = [];
  let [deleted, inserted, left] = ['', '', MOST_SQUARES];
  const compare = () => {
    const most = Math.floor(Math.sqrt(left) / 2); // several passages may be too different
    const found = wordRuns(deleted, inserted, most);
    left -= Math.min(most, found ? wordsIn(found.filter(({ op }) => op !== 'EQUAL')) : most) ** 2;
    runs.push(...(found ?? replaced(deleted, inserted)));
    [deleted, inserted] = ['', ''];
  };
  for (const { value, added, removed } of parts) {
    const text = value.join('');
    if (removed) deleted += text;
    else if (added) inserted += text;
    else {
      compare();
      runs.push({ op: 'EQUAL', text });
    }
  }
  compare();
  return runs;
}

const wordsIn = (runs: readonly WordRun[]): number => runs.reduce((sum, { text }) => sum + text.split(/\b/).length, 0);

/** Lines with their ends, so that joined they are the text. */
const linesOf = (text: string): string[] => text.split(/(?<=\n)/);

const replaced = (before: string, after: string): WordRun[] => [
  { op: 'DELETE', text: before },
  { op: 'INSERT', text: after },
];

/** Runs without empty ones, and with neighbors of the same kind as one. */
function joined(runs: readonly WordRun[]): WordRun[] {
  const kept: WordRun[] = [];
  for (const { op, text } of runs) {
    const last = kept.at(-1);
    if (text === '') continue;
    if (last?.op === op) last.text += text;
    else kept.push({ op, text });
  }
  return kept;
}
